/**
 * What a cell says, from its first word: `yes`, `partly`, `no` (also as ✓ ~ ✗ and in Korean and Russian), a number with unit and year,
 * free text, or nothing. Nothing (`?`, `-`, empty) is unknown and is never read as `no`.
 */
import { readInline } from './readInline';
import { cut, without, withoutCode, type StyledText } from './styledText';

export type Verdict = 'yes' | 'partly' | 'no';

interface SaidOnce {
  /** Everything the author wrote for it. */
  readonly written: StyledText;
  /** What is shown beside its sign: the detail after `yes`, `partly` or `no`, or the whole value; May be empty. */
  readonly shown: StyledText;
  /** The year the author gave for this value. */
  readonly year?: number;
  /** What stands with the year: `Gunicorn, TechEmpower` in `(2021, Gunicorn, TechEmpower)`. Stays in the text, too. */
  readonly context?: string;
  readonly unverified: boolean;
}

export type Value =
  | (SaidOnce & { readonly kind: Verdict })
  | (SaidOnce & { readonly kind: 'number'; readonly value: number; readonly unit: string })
  | (SaidOnce & { readonly kind: 'text' })
  | (SaidOnce & { readonly kind: 'unknown' });

export type CellSource =
  | { readonly kind: 'footnote'; readonly label: string }
  | { readonly kind: 'web' | 'note'; readonly text: string; readonly target: string };

export type Cell = Value & {
  /** What the value was before, latest first, from `; was …`. */
  readonly history: readonly Value[];
  readonly sources: readonly CellSource[];
};

const verdictWords: readonly (readonly [Verdict, RegExp])[] = [
  ['yes', /^(?:[✓✔✅]\ufe0f?|(?:yes|예|да)(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}]))/iu],
  ['partly', /^(?:~(?![\s]*\d)|(?:partly|일부|частично)(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}]))/iu],
  ['no', /^(?:[✗✘❌]\ufe0f?|(?:no|아니오|아니요|нет)(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}]))/iu],
];
const nothing = /^(?:\?|[-–—−…]+$|$)/;
/** `since 3.0 (December 2019)` tells when something happened, not when the cell was written. */
const event = /\b(?:since|until|(?:before|after|from|in)\s\d)[^,;()]{0,40}$/i;
const dateAlone = /^(?:\p{L}{3,12}\.? )?((?:19|20)\d\d)(?:-\d\d){0,2}$/u;

export function readCell(markdown: string): Cell {
  const inline = readInline(markdown.normalize('NFC'));
  const parts = splitHistory(inline);
  const [present, ...history] = parts.map(readValue);
  const links = inline.spans.flatMap((span): CellSource[] =>
    span.style === 'link' ? [{ kind: span.to, text: inline.text.slice(span.start, span.end), target: span.target }] : [],
  );
  const footnotes = inline.footnotes.map((label): CellSource => ({ kind: 'footnote', label }));
  return { ...(present ?? readValue({ text: '', spans: [] })), history, sources: [...links, ...footnotes] };
}

function splitHistory(styled: StyledText): StyledText[] {
  if (!styled.text.includes(';')) return [cut(styled, 0, styled.text.length)];
  const masked = withoutCode(styled);
  const parts: StyledText[] = [];
  let from = 0;
  for (const separator of masked.matchAll(/;\s{1,9}was\s/giu)) {
    parts.push(cut(styled, from, separator.index));
    from = separator.index + separator[0].length;
  }
  parts.push(cut(styled, from, styled.text.length));
  return parts;
}

function readValue(part: StyledText): Value {
  const { bare, ...marks } = readMarks(part);
  const said = { written: part, ...marks };
  const text = withoutCode(bare);
  if (nothing.test(text)) return { kind: 'unknown', shown: cutDetail(bare, text.startsWith('?') ? 1 : text.length), ...said };
  for (const [kind, word] of verdictWords) {
    const match = word.exec(text);
    if (match !== null) return { kind, shown: cutDetail(bare, match[0].length), ...said };
  }
  const number = readNumber(text);
  return number === undefined ? { kind: 'text', shown: bare, ...said } : { kind: 'number', ...number, shown: bare, ...said };
}

function cutDetail(shown: StyledText, from: number): StyledText {
  const punctuation = /^[\s,;:.–—-]*/.exec(shown.text.slice(from))?.[0].length ?? 0;
  return cut(shown, from + punctuation, shown.text.length);
}

/** Takes `(2021)`, `(Jan 2021)`, `(2021, Gunicorn)` and `(unverified)` out of the text. The last year is the cell's. */
function readMarks(part: StyledText): Omit<SaidOnce, 'shown' | 'written'> & { readonly bare: StyledText } {
  if (!part.text.includes('(')) return { bare: part, unverified: false };
  const masked = withoutCode(part);
  const removed: { start: number; end: number }[] = [];
  let dated: { year: number; context: string[]; stretch?: { start: number; end: number } } | undefined;
  let unverified = false;
  for (const bracket of masked.matchAll(/\s?\(([^()]{0,300})\)/gu)) {
    const stretch = { start: bracket.index, end: bracket.index + bracket[0].length };
    const pieces = (bracket[1] ?? '').split(',').map((piece) => piece.trim());
    const rest = pieces.filter((piece) => piece.toLowerCase() !== 'unverified');
    unverified ||= rest.length < pieces.length;
    const year = rest.map((piece) => dateAlone.exec(piece)?.[1]).find((found) => found !== undefined);
    if (rest.length === 0) removed.push(stretch);
    else if (year !== undefined && !event.test(masked.slice(Math.max(0, bracket.index - 60), bracket.index))) {
      const context = rest.filter((piece) => !dateAlone.test(piece));
      dated = { year: Number(year), context, ...(context.length === 0 ? { stretch } : {}) };
    }
  }
  if (dated?.stretch !== undefined) removed.push(dated.stretch);
  const bare = without(part, removed.sort((one, other) => one.start - other.start));
  return {
    bare,
    unverified,
    ...(dated === undefined ? {} : { year: dated.year }),
    ...(dated === undefined || dated.context.length === 0 ? {} : { context: dated.context.join(', ') }),
  };
}

const amount = /^(?:[~≈<>≤≥]\s?|about )?([$€£¥₩]?)([-−+]?(?:\d{1,3}(?:[,_ \u00a0\u202f]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,9})?)(?![.,:/–-]?\d)\s?([kKMB](?![\p{L}\p{N}/]))?\+?/u;

/** A number is an amount and at most a short unit: `3.1.5`, `4-6 ms`, `3rd party` and whole sentences are text. */
function readNumber(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = amount.exec(text);
  if (match?.[2] === undefined) return undefined;
  const unit = /^[^,;(\n]{0,60}/u.exec(text.slice(match[0].length))?.[0].trim() ?? '';
  const isUnit = unit.length <= 24 && !/[\d\ue000]/u.test(unit) && unit.split(' ').length <= 4 && !/^(?:st|nd|rd|th|xx)\b/i.test(unit) && !/^[.:–-]/.test(unit);
  if (!isUnit) return undefined;
  const scale = { k: 1_000, m: 1_000_000, b: 1_000_000_000 }[match[3]?.toLowerCase() ?? ''] ?? 1;
  const value = Number(match[2].replace(/[,_ \u00a0\u202f]/g, '').replace('−', '-')) * scale;
  return { value, unit: match[1] === undefined || match[1] === '' ? unit : [match[1], unit].filter((piece) => piece !== '').join(' ') };
}
