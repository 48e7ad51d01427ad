import type { WrittenId } from './cardDraft';

const comment = /[ \t]*<!--[ \t]*\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*-->[ \t]*$/;
const caret = /(?:^|[ \t]+)\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*$/;
/** The longest id with its marks and a little air. */
const longest = 100;

/** The id at the end of a line: `<!-- ^id -->`, or ` ^id` as in Obsidian. */
export function writtenId(text: string, lineStart: number, lineEnd: number): WrittenId | undefined {
  if (!mayEndInId(text, lineStart, lineEnd)) return undefined;
  const start = Math.max(lineStart, lineEnd - longest);
  const tail = text.slice(start, lineEnd);
  if (!tail.includes('^')) return undefined;
  const found = comment.exec(tail) ?? (start === lineStart ? caret : /[ \t]+\^([A-Za-z0-9][A-Za-z0-9-]{0,63})[ \t]*$/).exec(tail);
  return found?.[1] ? { text: found[1], range: { start: start + found.index, end: lineEnd } } : undefined;
}

/** The id at the end of the last line of a part of a text. */
export function idAtEnd(text: string, start: number, end: number): WrittenId | undefined {
  if (!mayEndInId(text, start, end)) return undefined;
  // Where the line is longer than any id, its start does not matter.
  return writtenId(text, lineStartOf(text, end, Math.max(start, end - longest - 1)), end);
}

/** Most lines end in a full stop or another mark that ends no id. */
function mayEndInId(text: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at -= 1;
  const code = text.charCodeAt(at);
  return code === 45 || code === 62 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
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
