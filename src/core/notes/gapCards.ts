import type { CardDraft } from './cardDraft';
import type { Gap } from './gaps';
import type { TextRange } from './note';
import { textHash } from './textHash';
import { visibleText } from './visibleText';
import { idAtEnd } from './writtenId';

/** Markdown around a gap that its front shows, on each side. */
const shownAround = 200;

/** One card for each number, and one for each gap without. They share the block's id. */
export function gapCards(text: string, range: TextRange, gaps: readonly Gap[]): CardDraft[] {
  const id = idAtEnd(text, range.start, range.end);
  const block = { front: visibleText(filled(text, { start: range.start, end: Math.min(id ? id.range.start : range.end, range.start + 2 * shownAround) }, gaps, new Set())), range };
  return [...groups(text, gaps)].map(([suffix, hidden]) => ({
    form: 'gaps',
    kind: 'cloze',
    front: visibleText(front(text, { start: range.start, end: id ? id.range.start : range.end }, gaps, hidden)),
    range,
    answer: hidden.map(({ content }) => content),
    sibling: { block, suffix: `/${suffix}` },
    ...(id && { id }),
  }));
}

/** Gaps by the suffix of their card: `c1` for a number. A gap without one is named by what it hides, so that a new gap before it changes nothing. */
export function groups(text: string, gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const found = new Map<string, Gap[]>();
  const times = new Map<string, number>();
  for (const gap of gaps) {
    let suffix = `c${gap.group ?? ''}`;
    if (gap.group === undefined) {
      suffix = `c-${textHash(text, [gap.content]).slice(0, 4)}`;
      const before = times.get(suffix) ?? 0;
      times.set(suffix, before + 1);
      if (before > 0) suffix += `-${String(before + 1)}`;
    }
    const group = found.get(suffix);
    if (group) group.push(gap);
    else found.set(suffix, [gap]);
  }
  return found;
}

function front(text: string, range: TextRange, gaps: readonly Gap[], hidden: readonly Gap[]): string {
  const first = hidden[0]?.range.start ?? range.start;
  const from = Math.max(range.start, first - shownAround);
  const to = Math.min(range.end, first + 2 * shownAround);
  const shown = filled(text, { start: from, end: to }, gaps, new Set(hidden));
  return `${from > range.start ? '… ' : ''}${shown}${to < range.end ? ' …' : ''}`;
}

/** The Markdown of a range, with the hidden gaps as `[…]` or their hint and the others filled in. */
export function filled(text: string, range: TextRange, gaps: readonly Gap[], hidden: ReadonlySet<Gap>): string {
  let shown = '';
  let at = range.start;
  for (let i = firstBehind(gaps, range.start); i < gaps.length; i += 1) {
    const gap = gaps[i];
    if (!gap || gap.range.start >= range.end) break;
    if (gap.range.start < at) continue;
    shown += text.slice(at, gap.range.start);
    shown += hidden.has(gap) ? `\\[${gap.hint ?? '…'}\\]` : withoutMarks(text, gap, gaps, i, hidden);
    at = gap.range.end;
  }
  return shown + text.slice(at, Math.max(at, range.end));
}

/** A gap that is shown may enclose one that is hidden. */
function withoutMarks(text: string, gap: Gap, gaps: readonly Gap[], index: number, hidden: ReadonlySet<Gap>): string {
  const inner = gaps[index + 1];
  return inner && inner.range.start < gap.content.end ? filled(text, gap.content, gaps, hidden) : text.slice(gap.content.start, gap.content.end);
}

function firstBehind(gaps: readonly Gap[], at: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.range.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
