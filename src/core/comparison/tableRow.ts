import type { CellText } from './comparison';

/**
 * The cells of one line of a table, by the rules of GitHub Flavored Markdown: a pipe separates cells, in code too, unless a backslash
 * escapes it; the outer pipes may be left out. `offset` is the line's place in the file.
 */
export function splitRow(line: string, offset: number): readonly CellText[] {
  const cells: CellText[] = [];
  let end = line.length;
  while (end > 0 && /\s/.test(line.charAt(end - 1))) end -= 1;
  let start = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  let at = start;
  for (; at < end; at += 1) {
    const character = line.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '|') {
      cells.push(readText(line, start, at, offset));
      start = at + 1;
    }
  }
  if (start < end) cells.push(readText(line, start, end, offset));
  return cells;
}

function readText(line: string, from: number, to: number, offset: number): CellText {
  const written = line.slice(from, to);
  const text = written.trim();
  const start = offset + (text === '' ? Math.min(from + 1, to) : from + (written.length - written.trimStart().length));
  return { markdown: text.replace(/\\\|/g, '|'), range: { start, end: start + text.length }, missing: false };
}

/** What to write between two pipes so that it reads as `markdown`: on one line, pipes escaped, no backslash that would escape the next pipe. */
export function writeCell(markdown: string): string {
  const line = markdown.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
  let written = '';
  let backslashes = 0;
  for (const character of line) {
    if (character === '|' && backslashes % 2 === 0) written += '\\';
    written += character;
    backslashes = character === '\\' ? backslashes + 1 : 0;
  }
  return backslashes % 2 === 1 ? `${written}\\` : written;
}

export function isDelimiterRow(line: string): boolean {
  if (!/^[\s|:-]+$/.test(line) || !line.includes('-') || !line.includes('|')) return false;
  return splitRow(line, 0).every((cell) => /^:?-+:?$/.test(cell.markdown));
}
