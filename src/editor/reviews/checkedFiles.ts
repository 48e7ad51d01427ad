import { decodeLine } from '../../core/review/eventLine';
import { textHash } from '../../core/notes/textHash';
import type { ReviewFiles } from '../library/reviewFiles';
import { checkLog, type DamagedLine } from './damagedLines';

export interface Report {
  readonly files: number;
  readonly events: number;
  readonly damaged: readonly (DamagedLine & { readonly file: string })[];
  /** Lines of events that only stand in damaged lines so far. */
  readonly savable: readonly string[];
}

/** Reads every line of every log. Nothing is changed. */
export async function checkFiles(files: ReviewFiles): Promise<Report> {
  const known = new Set<string>();
  const damaged: (DamagedLine & { file: string })[] = [];
  const listed = await files.list();
  for (const { name } of listed) {
    const log = checkLog(await files.read(name));
    for (const { id } of log.events) known.add(id);
    damaged.push(...log.damaged.map((line) => ({ ...line, file: name })));
  }
  const savable = new Map<string, string>();
  for (const line of damaged.flatMap(({ saved }) => saved)) {
    const found = decodeLine(line);
    if ('event' in found && !known.has(found.event.id)) savable.set(found.event.id, line);
  }
  return { files: listed.length, events: known.size, damaged, savable: [...savable.values()] };
}

/** Writes what can be saved into a new file. The damaged ones stay as they are. */
export async function repair(lines: readonly string[], files: ReviewFiles): Promise<void> {
  const text = lines.map((line) => `${line}\n`).join('');
  await files.create(`repaired-${textHash(text, [{ start: 0, end: text.length }])}.jsonl`, text);
}
