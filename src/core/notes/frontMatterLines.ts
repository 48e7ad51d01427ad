import type { TextRange } from './note';

/** Which lines of a file are front matter. `open` is the line with the first `---`, without its line ending. */
export type FrontMatterLines =
  | { readonly kind: 'none'; readonly bodyStart: number }
  | { readonly kind: 'unclosed'; readonly open: TextRange }
  | { readonly kind: 'too-long'; readonly open: TextRange; readonly bodyStart: number }
  | { readonly kind: 'closed'; readonly open: TextRange; readonly contentEnd: number; readonly bodyStart: number };

const dash = 45;
const lineFeed = 10;
/** What follows an opening `---` in a file that means front matter, and not a line across the page. */
const looksLikeKeys = /^(?:[\w"'.-]+[ \t]*:(?:\s|$)|[-?] |#|%)/;

/** `contentEnd` is the offset behind the last character before the line break in front of the closing line. */
export function findFrontMatter(text: string, longest: number): FrontMatterLines {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start) || text.charCodeAt(start + 3) === dash) return { kind: 'none', bodyStart: start };
  const quick = closedByLineFeeds(text, start, longest);
  if (quick) return quick;
  const open = { start, end: endOfLine(text, start) };
  const limit = Math.min(text.length, open.end + longest);
  let line = afterLine(text, open.end);
  let contentEnd = open.end;
  while (line < limit) {
    const end = endOfLine(text, line);
    if (isClosing(text, line, end)) return { kind: 'closed', open, contentEnd, bodyStart: afterLine(text, end) };
    contentEnd = end;
    line = afterLine(text, end);
  }
  if (isRule(text, open)) return { kind: 'none', bodyStart: start };
  const bodyStart = limit < text.length ? closingAfter(text, limit) : -1;
  return bodyStart < 0 ? { kind: 'unclosed', open } : { kind: 'too-long', open, bodyStart };
}

/** What nearly all notes have: line feeds alone, `---` and nothing else on the first line, and the next line that starts so closes. */
function closedByLineFeeds(text: string, start: number, longest: number): FrontMatterLines | undefined {
  if (text.charCodeAt(start + 3) !== lineFeed) return undefined;
  const contentEnd = text.indexOf('\n---', start + 3);
  const closing = contentEnd + 1;
  if (contentEnd < 0 || contentEnd > start + longest || (text.charCodeAt(closing + 3) !== lineFeed && closing + 3 < text.length)) return undefined;
  const carriageReturn = text.indexOf('\r', start);
  if (carriageReturn >= 0 && carriageReturn < closing) return undefined;
  return { kind: 'closed', open: { start, end: start + 3 }, contentEnd, bodyStart: Math.min(closing + 4, text.length) };
}

/** Without a closing line the body starts behind the first empty line, or at the first heading. */
export function bodyAfterUnclosed(text: string, lines: { readonly open: TextRange }): number {
  let line = afterLine(text, lines.open.end);
  while (line < text.length) {
    const end = endOfLine(text, line);
    if (text.slice(line, end).trim() === '' || /^#{1,6} /.test(text.slice(line, line + 7))) return line;
    line = afterLine(text, end);
  }
  return text.length;
}

/** A `---` at the top of a page of prose, or an arrow. */
function isRule(text: string, open: TextRange): boolean {
  const rest = text.slice(open.start + 3, open.end).trim();
  if (rest !== '') return !/^[\w"'{]/.test(rest);
  const next = afterLine(text, open.end);
  return next >= text.length || !looksLikeKeys.test(text.slice(next, Math.min(endOfLine(text, next), next + 200)));
}

function isClosing(text: string, start: number, end: number): boolean {
  if (!text.startsWith('---', start)) return false;
  for (let at = start + 3; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return end >= start + 3;
}

/** Where the body starts in a file whose front matter is too long to be read; -1 where it is not closed at all. */
function closingAfter(text: string, from: number): number {
  const closing = /(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/g;
  closing.lastIndex = from;
  return closing.exec(text) ? afterLine(text, closing.lastIndex) : -1;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function afterLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : Math.min(end + 1, text.length);
}
