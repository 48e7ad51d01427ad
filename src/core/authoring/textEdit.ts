import type { TextRange } from '../notes/note';

/** Puts `text` in place of a range; an empty range is a place to insert at. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The text after the edits, which must not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: put } of [...edits].sort((one, other) => one.range.start - other.range.start)) {
    result += text.slice(at, range.start) + put;
    at = range.end;
  }
  return result + text.slice(at);
}

/** How lines end in this text; `\n` where it has one line. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

export function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}
