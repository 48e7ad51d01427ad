import { isOpaque, type InlineScan } from './inline';
import type { TextRange } from './note';

/** A part of a text that a card hides. */
export interface Gap {
  /** With its marks. */
  readonly range: TextRange;
  /** What is hidden. */
  readonly content: TextRange;
  /** Gaps of one number are hidden together. Absent: a card of its own. */
  readonly group?: string;
  readonly hint?: string;
}

/** What must not touch a highlight's marks from outside: there `==` compares. */
const outside = /[A-Za-z0-9"'`()[\]{}=]/;

/** `==x==`, `==1;;x;;hint==` and `{{c1::x::hint}}`, in the order of the text. */
export function gapsIn(text: string, start: number, end: number, inline: InlineScan): Gap[] {
  return [...highlightGaps(text, start, end, inline), ...numberedGaps(text, start, end, inline)].sort((a, b) => a.range.start - b.range.start);
}

interface HighlightMark {
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

function highlightGaps(text: string, start: number, end: number, inline: InlineScan): Gap[] {
  const marks: HighlightMark[] = [];
  // Searches end with the paragraph: one to the end of the text for each would take time in the square of their number.
  const part = text.slice(start, end);
  for (let found = part.indexOf('=='); found >= 0; ) {
    let after = found;
    while (part.charCodeAt(after) === 61) after += 1;
    if (after - found === 2 && !isOpaque(inline, start + found)) marks.push(highlightMark(text, start, end, start + found));
    found = part.indexOf('==', after);
  }
  const gaps: Gap[] = [];
  let closing = marks.length;
  const closings: number[] = [];
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    closings[i] = closing;
    if (marks[i]?.closes) closing = i;
  }
  for (let i = 0; i < marks.length; i += 1) {
    const open = marks[i];
    const close = marks[closings[i] ?? marks.length];
    if (!open?.opens || !close || close.at <= open.at + 2 || hasLineBreak(text, open.at, close.at)) continue;
    gaps.push(highlightGap(text, open.at, close.at + 2));
    i = closings[i] ?? i;
  }
  return gaps;
}

function highlightMark(text: string, start: number, end: number, at: number): HighlightMark {
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = at + 2 < end ? text.charAt(at + 2) : ' ';
  return { at, opens: !outside.test(before) && /\S/.test(after), closes: /\S/.test(before) && !outside.test(after) };
}

function highlightGap(text: string, start: number, end: number): Gap {
  const parts = text.slice(start + 2, end - 2).split(';;');
  const group = parts.length > 1 && /^\d{1,3}$/.test(parts[0] ?? '') ? parts[0] : undefined;
  const contentStart = start + 2 + (group === undefined ? 0 : group.length + 2);
  const [content = '', hint] = group === undefined ? parts : parts.slice(1);
  return { range: { start, end }, content: { start: contentStart, end: contentStart + content.length }, ...(group && { group }), ...(hint && { hint: hint.trim() }) };
}

/** Anki's form. Gaps may stand in each other; `{{ name }}` of a template is none. */
function numberedGaps(text: string, start: number, end: number, inline: InlineScan): Gap[] {
  const gaps: Gap[] = [];
  const open: { readonly at: number; readonly group?: string; readonly contentStart: number; hintAt: number }[] = [];
  const token = /\{\{(?:c(\d{1,3})::)?|\}\}|::/g;
  const part = text.slice(start, end);
  for (let found = token.exec(part); found; found = token.exec(part)) {
    const [mark, group] = found;
    const at = start + found.index;
    const after = at + mark.length;
    const top = open.at(-1);
    if (mark.startsWith('{{')) {
      if (!isOpaque(inline, at)) open.push({ at, ...(group && { group }), contentStart: after, hintAt: -1 });
    } else if (mark === '::') {
      if (top && top.hintAt < 0) top.hintAt = at;
    } else if (!isOpaque(inline, at)) {
      open.pop();
      if (!top?.group) continue;
      const contentEnd = top.hintAt < 0 ? at : top.hintAt;
      const hint = top.hintAt < 0 ? '' : text.slice(top.hintAt + 2, at).trim();
      if (text.slice(top.contentStart, contentEnd).trim() === '') continue;
      gaps.push({ range: { start: top.at, end: after }, content: { start: top.contentStart, end: contentEnd }, group: top.group, ...(hint && { hint }) });
    }
  }
  return gaps;
}

/** `[x]` in a `C:` block. Links, images and `list[int]` are none; the latter is reported. */
export function bracketGaps(text: string, start: number, end: number, inline: InlineScan, doubtful: (range: TextRange) => void): Gap[] {
  const gaps: Gap[] = [];
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    if (code !== 91 || isOpaque(inline, at)) continue;
    const close = closingBracket(text, at, end);
    if (close < 0) break;
    const range = { start: at, end: close + 1 };
    const before = at > start ? text.charAt(at - 1) : ' ';
    if (/[\w!]/.test(before)) {
      if (before !== '!') doubtful(range);
    } else if (text.slice(at + 1, close).trim() !== '') gaps.push({ range, content: { start: at + 1, end: close } });
    at = close;
  }
  return gaps;
}

function closingBracket(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 93) return at;
  }
  return -1;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13) return true;
  return false;
}
