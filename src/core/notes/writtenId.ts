import type { WrittenId } from './cardDraft';

const comment = /[ \t]*<!--[ \t]*\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*-->[ \t]*$/;
const caret = /(?:^|[ \t]+)\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*$/;
/** The longest id with its marks and a little air. */
const longest = 100;

/** The id at the end of a line: `<!-- ^id -->`, or ` ^id` as in Obsidian. */
export function writtenId(text: string, lineStart: number, lineEnd: number): WrittenId | undefined {
  const start = Math.max(lineStart, lineEnd - longest);
  const tail = text.slice(start, lineEnd);
  if (!tail.includes('^')) return undefined;
  const found = comment.exec(tail) ?? (start === lineStart ? caret : /[ \t]+\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*$/).exec(tail);
  return found?.[1] ? { text: found[1], range: { start: start + found.index, end: lineEnd } } : undefined;
}

/** Start of the line that holds `at`, not before `from`. */
export function lineStartOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start -= 1;
  return start;
}

/** End of the line that holds `at`, without its line ending, not after `to`. */
export function lineEndOf(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** Start of the line after the one that ends at `end`. */
export function afterLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
