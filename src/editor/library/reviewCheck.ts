import { decodeLine, encodeEvent } from '../../core/review/eventLine';
import type { ReviewEvent } from '../../core/review/reviewEvent';
import type { ReviewFiles } from './reviewFiles';
import type { LogProblem } from './reviewReader';

export interface ReviewCheck {
  readonly files: number;
  /** Different events that can be used. */
  readonly events: number;
  readonly problems: readonly LogProblem[];
  /** Events that stand whole within a damaged line and nowhere else. */
  readonly salvageable: readonly ReviewEvent[];
}

/** Reads every log from its first byte and says what is wrong with it. Changes nothing. */
export async function checkReviewFiles(files: ReviewFiles): Promise<ReviewCheck> {
  const problems: LogProblem[] = [];
  const lines = new Map<string, string>();
  const salvaged: ReviewEvent[] = [];
  const listed = await files.list();
  for (const { name } of listed) {
    const report = (line: number, reason: string): number => problems.push({ file: name, line, reason });
    let text: string;
    try {
      text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(name));
    } catch (error) {
      report(0, error instanceof Error ? error.message : String(error));
      continue;
    }
    const parts = text.split('\n');
    const torn = parts.pop() ?? '';
    if (text === '') report(0, 'empty');
    for (const [index, line] of parts.entries()) {
      const decoded = decodeLine(line);
      if ('header' in decoded) {
        if (decoded.header.v !== 1) report(index + 1, `version ${decoded.header.v}`);
      } else if ('event' in decoded) {
        const known = lines.get(decoded.event.id);
        if (known !== undefined && known !== line) report(index + 1, `another event ${decoded.event.id}`);
        lines.set(decoded.event.id, line);
        if (line.includes('\uFFFD')) report(index + 1, 'broken characters');
      } else if (line !== '' && line !== '\r') {
        report(index + 1, decoded.problem);
        salvaged.push(...eventsWithin(line));
      }
    }
    if (torn === '') continue;
    report(parts.length + 1, 'torn last line');
    salvaged.push(...eventsWithin(torn));
  }
  const salvageable = new Map(salvaged.filter(({ id }) => !lines.has(id)).map((event) => [event.id, event]));
  return { files: listed.length, events: lines.size, problems, salvageable: [...salvageable.values()] };
}

/**
 * Writes what can be salvaged into a file of its own. The damaged files stay as they are: readers skip what they cannot use.
 * Resolves to the new file's name, or `undefined` where there is nothing to salvage or it was salvaged before.
 */
export async function repairReviewFiles(files: ReviewFiles): Promise<string | undefined> {
  const { salvageable } = await checkReviewFiles(files);
  const [first] = salvageable;
  if (!first) return undefined;
  const name = `repaired-${first.id}-${salvageable.length}.jsonl`;
  const text = salvageable.map((event) => `${encodeEvent(event)}\n`).join('');
  return (await files.create(name, text)) ? name : undefined;
}

/** Whole events inside a damaged line: two lines that lost their line break, bytes before or behind an event. */
function eventsWithin(line: string): readonly ReviewEvent[] {
  const found: ReviewEvent[] = [];
  for (let start = line.indexOf('{"id":'); start >= 0 && found.length < 1_000; start = line.indexOf('{"id":', start + 1)) {
    const next = line.indexOf('{"id":', start + 1);
    const part = next < 0 ? line.slice(start) : line.slice(start, next);
    const decoded = decodeLine(part.slice(0, part.lastIndexOf('}') + 1));
    if ('event' in decoded) found.push(decoded.event);
  }
  return found;
}
