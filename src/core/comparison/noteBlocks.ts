import { isDelimiterRow } from './tableRow';

/** The few kinds of Markdown blocks that a comparison is made of. Fences, comments and raw HTML are passed over. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

export type NoteBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'footnote'; readonly label: string; readonly markdown: string }
  | { readonly kind: 'table'; readonly header: Line; readonly delimiter: Line; readonly rows: readonly Line[] };

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const rawHtml = /^ {0,3}<(script|pre|style|textarea)(?:[\s>]|$)/i;
const startsBlock = /^ {0,3}(?:#{1,6}(?:\s|$)|>|`{3,}[^`]*$|~{3,}|[-*+]\s|\d{1,9}[.)]\s|<(?:!--|[a-z/])|\[\^[^\]\s]{1,100}\]:)/i;
const footnote = /^ {0,3}\[\^([^\]\s]{1,100})\]:\s?/;

/** `start` is the offset where the body begins, after the front matter. */
export function readBlocks(text: string, start: number): NoteBlock[] {
  const lines = readLines(text, start);
  const blocks: NoteBlock[] = [];
  let paragraph: Line[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', lines: paragraph });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const opened = fence.exec(line.text)?.[1];
    const html = rawHtml.exec(line.text)?.[1];
    const heading = /^ {0,3}#{1,6}(?:\s+(.*))?$/.exec(line.text);
    const note = footnote.exec(line.text);
    if (line.text.trim() === '') endParagraph();
    else if (opened !== undefined) {
      endParagraph();
      at = passOver(lines, at + 1, (later) => closesFence(later, opened));
    } else if (html !== undefined) {
      endParagraph();
      at = passOver(lines, at, (later) => later.toLowerCase().includes(`</${html.toLowerCase()}>`));
    } else if (/^ {0,3}<!--/.test(line.text)) {
      endParagraph();
      at = passOver(lines, at, (later) => later.includes('-->'));
    } else if (heading !== null) {
      endParagraph();
      blocks.push({ kind: 'heading', text: closeHeading(heading[1] ?? '') });
    } else if (paragraph.length > 0 && /^ {0,3}(?:=+|-+)\s*$/.test(line.text)) {
      blocks.push({ kind: 'heading', text: paragraph.map((part) => part.text.trim()).join(' ') });
      paragraph = [];
    } else if (paragraph.length > 0 && !/^ {4,}|^\t/.test(line.text) && isDelimiterRow(line.text)) {
      const header = paragraph.pop();
      endParagraph();
      const rows: Line[] = [];
      for (let row = lines[at + 1]; row !== undefined && isTableRow(row.text); row = lines[at + 1]) {
        rows.push(row);
        at += 1;
      }
      if (header !== undefined) blocks.push({ kind: 'table', header, delimiter: line, rows });
    } else if (note?.[1] !== undefined) {
      endParagraph();
      const parts = [line.text.slice(note[0].length)];
      for (let next = lines[at + 1]; next !== undefined && /^(?: {2,}|\t)\S/.test(next.text); next = lines[at + 1]) {
        parts.push(next.text.trim());
        at += 1;
      }
      blocks.push({ kind: 'footnote', label: note[1], markdown: parts.join(' ').trim() });
    } else if (paragraph.length === 0 && /^(?: {4}|\t)/.test(line.text)) continue;
    else if (startsBlock.test(line.text)) {
      endParagraph();
      at = endOfBlock(lines, at);
    } else paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

/** Index of the last line that belongs to what began before `from`. */
function passOver(lines: readonly Line[], from: number, isLast: (line: string) => boolean): number {
  const length = lines.slice(from).findIndex((line) => isLast(line.text));
  return length < 0 ? lines.length : from + length;
}

/** A quote or list goes on over lazy lines until a blank line or another block. */
function endOfBlock(lines: readonly Line[], from: number): number {
  let at = from;
  for (let next = lines[at + 1]; next !== undefined && next.text.trim() !== '' && !startsBlock.test(next.text); next = lines[at + 1]) at += 1;
  return at;
}

function closesFence(line: string, opened: string): boolean {
  const match = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return match !== undefined && match.charAt(0) === opened.charAt(0) && match.length >= opened.length;
}

function isTableRow(line: string): boolean {
  return line.trim() !== '' && !/^(?: {4}|\t)/.test(line) && !startsBlock.test(line);
}

function closeHeading(text: string): string {
  return text.trim().replace(/(?:^|\s)#+$/, '').replace(/<!--.{0,200}?-->/g, '').trim();
}

function readLines(text: string, start: number): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  ends.lastIndex = start;
  let from = start;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ text: text.slice(from, end.index), start: from });
    from = ends.lastIndex;
  }
  lines.push({ text: text.slice(from), start: from });
  return lines;
}
