import { decodeLine } from '../../core/review/eventLine';
import type { ReviewEvent } from '../../core/review/reviewEvent';

export interface DamagedLine {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  /** Events that can still be read out of it, as their own lines. */
  readonly saved: readonly string[];
}

export interface CheckedLog {
  readonly events: readonly ReviewEvent[];
  readonly damaged: readonly DamagedLine[];
}

/** Where two events ran together, or where a torn one was continued, the next begins like this. */
const eventStart = /\{"(?:id|v|kind|card|at)"/g;
const mostStarts = 50;

/** Reads a log as every reader does, and looks into the lines that readers must skip. */
export function checkLog(bytes: Uint8Array): CheckedLog {
  const { text, foreign } = decoded(bytes);
  const lines = text.split('\n');
  const events: ReviewEvent[] = [];
  const damaged: DamagedLine[] = [];
  lines.forEach((raw, index) => {
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '') return;
    const found = decodeLine(line);
    const isEnded = index < lines.length - 1;
    if ('header' in found) return;
    if ('event' in found && isEnded && foreign === undefined) events.push(found.event);
    else damaged.push({ line: index + 1, reason: reasonOf(found, foreign), saved: 'event' in found ? [line] : savedFrom(line) });
  });
  return { events, damaged };
}

function reasonOf(found: ReturnType<typeof decodeLine>, foreign: string | undefined): string {
  if (foreign !== undefined) return foreign;
  return 'problem' in found ? found.problem : 'not ended';
}

/** Another program may have saved the file in UTF-16, which readers cannot know. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly foreign?: string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), foreign: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), foreign: 'UTF-16' };
  return { text: new TextDecoder().decode(bytes) };
}

function savedFrom(line: string): readonly string[] {
  // Crashed machines leave zeros where data was promised.
  const clean = line.replace(/\0/g, '').replace(/^\ufeff/, '');
  const starts = [...clean.matchAll(eventStart)].map(({ index }) => index).slice(0, mostStarts);
  const saved: string[] = [];
  for (const [at, start] of starts.entries()) {
    const ends = [...starts.slice(at + 1), clean.length];
    for (const end of ends) {
      const candidate = clean.slice(start, end).replace(/[,\s]+$/, '');
      if ('event' in decodeLine(candidate)) {
        saved.push(candidate);
        break;
      }
    }
  }
  return saved;
}
