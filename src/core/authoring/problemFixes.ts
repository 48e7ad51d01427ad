/** Ways out of the problems that reading a note reports, as edits. What cannot be mended surely has none. */
import { bodyAfterUnclosed } from '../notes/frontMatterLines';
import { readFrontMatter } from '../notes/frontMatter';
import { cardModes, levels, noteKinds, type TextRange } from '../notes/note';
import { lineEndOf } from '../notes/writtenId';
import { edited, insertion, lineEnding, type TextEdit } from './textEdit';

export type Fix =
  /** Puts a value in the place of a wrong one. */
  | { readonly kind: 'use'; readonly value: string; readonly isLikely: boolean; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'other-id'; readonly value: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'no-id'; readonly edits: readonly TextEdit[] }
  /** Room for an answer, at the end of the inserted text. */
  | { readonly kind: 'answer'; readonly at: number; readonly text: string }
  | { readonly kind: 'close'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'plain-yaml'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'remove-line'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'quote'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'escape'; readonly edits: readonly TextEdit[] };

/** What people call levels elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
  beginner: 'junior', basic: 'junior', easy: 'junior', intern: 'junior', trainee: 'junior', jr: 'junior', новичок: 'junior', 초급: 'junior',
  mid: 'middle', medium: 'middle', intermediate: 'middle', regular: 'middle', мидл: 'middle', 중급: 'middle',
  advanced: 'senior', expert: 'senior', hard: 'senior', lead: 'senior', sr: 'senior', сеньор: 'senior', 고급: 'senior',
};

/** `today`: `YYYY-MM-DD`. */
export function fixesOf(text: string, { code, range }: { readonly code: string; readonly range: TextRange }, today: string): readonly Fix[] {
  switch (code) {
    case 'unknown-level':
      return wrongValues(text, range, levels);
    case 'unknown-kind':
      return wrongValues(text, range, noteKinds);
    case 'unknown-cards':
      return wrongValues(text, range, cardModes);
    case 'bad-verified':
      return verifiedFixes(text, range, today);
    case 'duplicate-id':
      return idFixes(text, range);
    case 'question-without-answer':
      return [{ kind: 'answer', at: range.end, text: lineEnding(text).repeat(2) }];
    case 'front-matter-unclosed':
      return closing(text, range);
    case 'front-matter-language':
      return [{ kind: 'plain-yaml', edits: [{ range: { start: range.start + 3, end: range.end }, text: '' }] }];
    case 'front-matter-stray-dashes':
      return [{ kind: 'remove-line', edits: [{ range: { start: range.start, end: afterLine(text, range.end) }, text: '' }] }];
    case 'yaml':
      return quoted(text, range);
    case 'bracket-in-cloze':
      return [{ kind: 'escape', edits: [insertion(range.start, '\\')] }];
    default:
      return [];
  }
}

/** Values of the key at `range` that are not allowed: on its line, or one a line below it. */
function wrongValues(text: string, range: TextRange, allowed: readonly string[]): readonly Fix[] {
  const end = endOfEntry(text, range.end);
  const colon = text.indexOf(':', range.start);
  if (colon < 0 || colon >= range.end) return [];
  const word = /[\p{L}\p{N}_][\p{L}\p{N}_ .+-]*/gu;
  const written = text.slice(colon + 1, end).replace(/(^|\s)#.*/g, (comment) => ' '.repeat(comment.length));
  for (let found = word.exec(written); found; found = word.exec(written)) {
    const value = found[0].trimEnd();
    if (allowed.includes(value.toLowerCase())) continue;
    const start = colon + 1 + found.index;
    const likely = otherNames[value.toLowerCase()] ?? allowed.find((known) => known.startsWith(value.toLowerCase().slice(0, 3)));
    const order = [...allowed].sort((one, other) => Number(other === likely) - Number(one === likely));
    return order.map((each) => ({ kind: 'use', value: each, isLikely: each === likely, edits: [{ range: { start, end: start + value.length }, text: each }] }));
  }
  return [];
}

function verifiedFixes(text: string, range: TextRange, today: string): readonly Fix[] {
  const colon = text.indexOf(':', range.start);
  if (colon < 0 || colon >= range.end) return [];
  const use = (value: string, isLikely: boolean): Fix => ({ kind: 'use', value, isLikely, edits: [{ range: { start: colon + 1, end: range.end }, text: ` ${value}` }] });
  const meant = asDay(text.slice(colon + 1, range.end));
  return meant === undefined || meant === today ? [use(today, true)] : [use(meant, true), use(today, false)];
}

/** `20.11.2026`, `2026/11/20`, `2026.11.20`, `2026-11`. Orders that could be read in two ways are left alone. */
function asDay(written: string): string | undefined {
  const [, year, month, day = '1'] = /^\W*(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?\W*$/.exec(written) ?? [];
  const [, dotDay, dotMonth, dotYear] = /^\W*(\d{1,2})\.(\d{1,2})\.(\d{4})\W*$/.exec(written) ?? [];
  const date = new Date(Date.UTC(Number(year ?? dotYear), Number(month ?? dotMonth) - 1, Number(dotDay ?? day)));
  const isDay = date.getUTCMonth() === Number(month ?? dotMonth) - 1 && date.getUTCDate() === Number(dotDay ?? day);
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}

function idFixes(text: string, range: TextRange): readonly Fix[] {
  const marked = text.slice(range.start, range.end);
  const id = /\^([A-Za-z0-9][A-Za-z0-9-]*)/.exec(marked);
  if (!id?.[1]) return [];
  const start = range.start + id.index + 1;
  let n = 2;
  while (text.toLowerCase().includes(`^${id[1]}-${n}`.toLowerCase())) n += 1;
  const value = `${id[1].slice(0, 60)}-${n}`;
  return [
    { kind: 'other-id', value, edits: [{ range: { start, end: start + id[1].length }, text: value }] },
    { kind: 'no-id', edits: [{ range, text: '' }] },
  ];
}

function closing(text: string, range: TextRange): readonly Fix[] {
  const at = bodyAfterUnclosed(text, { open: { start: range.start, end: lineEndOf(text, range.start, text.length) } });
  const end = lineEnding(text);
  const isOwnLine = at === 0 || /[\r\n]$/.test(text.slice(0, at));
  return mending(text, 'close', [insertion(at, `${isOwnLine ? '' : end}---${end}`)]);
}

/** Quotes around the value of the line, where that lets the front matter be read further. */
function quoted(text: string, range: TextRange): readonly Fix[] {
  const start = Math.max(text.lastIndexOf('\n', range.start - 1), text.lastIndexOf('\r', range.start - 1)) + 1;
  const end = lineEndOf(text, start, text.length);
  const [, before, value] = /^([ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]+)?)(.*?)[ \t]*$/.exec(text.slice(start, end)) ?? [];
  if (before === undefined || !value) return [];
  const inside = value.replace(/^["']|["']$/g, '');
  const from = start + before.length;
  return mending(text, 'quote', [{ range: { start: from, end: from + value.length }, text: `"${inside.replace(/["\\]/g, '\\$&')}"` }]);
}

/** Only what helps is offered. */
function mending(text: string, kind: 'close' | 'quote', edits: readonly TextEdit[]): readonly Fix[] {
  const before = readFrontMatter(text).problems[0];
  const after = readFrontMatter(edited(text, edits)).problems[0];
  const helps = before !== undefined && (after === undefined || after.code !== before.code || after.range.start > before.range.end);
  return helps ? [{ kind, edits }] : [];
}

/** Behind the key's own line: to the end of the lines that belong to it. */
function endOfEntry(text: string, from: number): number {
  const further = /(?:\r\n|\n|\r)(?:[ \t]+\S|- )[^\r\n]*/y;
  let end = lineEndOf(text, from, text.length);
  for (;;) {
    further.lastIndex = end;
    const found = further.exec(text);
    if (!found) return end;
    end += found[0].length;
  }
}

function afterLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1);
}
