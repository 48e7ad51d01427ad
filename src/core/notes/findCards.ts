/**
 * Which parts of a note are cards. The kinds of syntax are read one after the other, and a line belongs to the first that claims it:
 * headings with their sections, `Q:`/`A:` and `C:`, `?`, `:::` and `::`, gaps.
 */
import { mostCards, type CardDraft, type CardText } from './cardDraft';
import { gapCards } from './gapCards';
import { bracketGaps, gapsIn, type Gap } from './gaps';
import { headingCards } from './headingCards';
import { scanInline } from './inline';
import { searchForward } from './searchForward';
import { lineCards } from './lineCards';
import { markedCards } from './markedCards';
import type { CardMode, NoteProblem, TextRange } from './note';
import type { ReadHeading } from './readHeading';
import { taggedCards } from './taggedCards';
import { isTask } from './taskList';

export interface CardRules {
  readonly mode: CardMode;
  /** In mode `auto`: whether headings that ask are cards without an id, too. */
  readonly readsHeadings: boolean;
  /** The whole note is tagged `flashcards`. */
  readonly flashcards: boolean;
  /** The heading that is the note's title: a card only with an id, but its section ends those before it. */
  readonly title: ReadHeading | undefined;
}

/** Longer paragraphs come from machines. */
const longestWithGaps = 20_000;

/** `headings`: those of the top level. */
export function findCards(source: CardText, headings: readonly ReadHeading[], rules: CardRules, problems: NoteProblem[]): CardDraft[] {
  if (rules.mode === 'off') return [];
  const asked = headingCards(source, headings, asks(rules));
  if (asked.unanswered) {
    problems.push({ code: 'question-without-answer', message: 'Nothing stands below this question, so it is not a card.', severity: 'hint', range: { start: asked.unanswered.start, end: asked.unanswered.end } });
  }
  const drafts: CardDraft[] = [...asked.cards];
  const free = new FreeText(asked.sections);
  const tagged = taggedCards(source, (at) => free.has(at));
  drafts.push(...tagged.cards);
  for (const block of tagged.gapBlocks) {
    if (drafts.length <= mostCards) drafts.push(...bracketCards(source.text, block, problems));
  }
  if (tagged.cards.length > 0 || tagged.gapBlocks.length > 0) free.take([...tagged.cards.map(({ range }) => range), ...tagged.gapBlocks]);
  const marked = markedCards(source, (at) => free.has(at));
  drafts.push(...marked);
  free.take(marked.map(({ range }) => range));
  addLineAndGapCards(source, free, rules, drafts);
  const kept = rules.mode === 'explicit' ? drafts.filter(({ id }) => id !== undefined) : drafts;
  return limited(inOrder(kept), problems);
}

/** Nearly always they are already: then nothing is sorted. */
function inOrder(drafts: CardDraft[]): CardDraft[] {
  for (let i = 1; i < drafts.length; i += 1) {
    if ((drafts[i]?.range.start ?? 0) < (drafts[i - 1]?.range.start ?? 0)) return drafts.sort((a, b) => a.range.start - b.range.start);
  }
  return drafts;
}

function asks({ mode, readsHeadings, title }: CardRules): (heading: ReadHeading) => boolean {
  if (mode === 'headings') return (heading) => heading.id !== undefined || heading !== title;
  if (mode === 'explicit' || readsHeadings) return (heading) => (heading.isQuestion && heading !== title) || heading.id !== undefined;
  return ({ id }) => id !== undefined;
}

function addLineAndGapCards(source: CardText, free: FreeText, rules: CardRules, drafts: CardDraft[]): void {
  const { text, scan } = source;
  const colonsAt = searchForward(text, '::');
  const equalsAt = searchForward(text, '==');
  const bracesAt = searchForward(text, '{{c');
  const start = scan.blocks[0]?.start ?? text.length;
  if (Math.min(colonsAt(start), equalsAt(start), bracesAt(start)) === Infinity) return;
  const isTagged = text.includes('#flashcards');
  let unspacedFrom = rules.flashcards ? 0 : Infinity;
  let quoteDepth = Infinity;
  let taskDepth = Infinity;
  for (const block of scan.blocks) {
    if (block.depth <= quoteDepth) quoteDepth = block.kind === 'quote' ? block.depth : Infinity;
    if (block.depth <= taskDepth) taskDepth = block.kind === 'item' && isTask(text, block) ? block.depth : Infinity;
    if (drafts.length > mostCards) return;
    if (block.kind !== 'paragraph' || quoteDepth < Infinity || taskDepth < Infinity) continue;
    const { textStart, textEnd } = block;
    const colons = colonsAt(textStart) < textEnd;
    const marks = equalsAt(textStart) < textEnd || bracesAt(textStart) < textEnd;
    if (!(colons || marks || (isTagged && unspacedFrom === Infinity)) || !free.has(textStart)) continue;
    if (unspacedFrom === Infinity && isTagged && /(?:^|\s)#flashcards(?![\w-])/.test(text.slice(textStart, textEnd))) unspacedFrom = block.start;
    if (!colons && !marks) continue;
    const inline = scanInline(text, block.textStart, block.textEnd);
    const gaps = marks && textEnd - textStart <= longestWithGaps ? gapsIn(text, block.textStart, block.textEnd, inline) : [];
    // The colons of `{{c1::x}}` separate nothing.
    const opaque = gaps.length === 0 ? inline : { ...inline, opaque: [...inline.opaque, ...gaps.map(({ range }) => range)].sort((a, b) => a.start - b.start) };
    const lines = colons ? lineCards(text, block.textStart, block.textEnd, opaque, block.start < unspacedFrom) : [];
    drafts.push(...lines);
    if (gaps.length > 0) drafts.push(...gapCardsBetween(text, block.textStart, block.textEnd, lines, gaps));
  }
}

/** A line that is a card by itself is no part of what stands above and below it. */
function gapCardsBetween(text: string, start: number, end: number, lines: readonly CardDraft[], gaps: readonly Gap[]): CardDraft[] {
  const cards: CardDraft[] = [];
  let from = start;
  let next = 0;
  for (const line of [...lines.map(({ range }) => range), { start: end, end }]) {
    const inside: Gap[] = [];
    for (let gap = gaps[next]; gap && gap.range.start < line.end; gap = gaps[next]) {
      if (gap.range.start >= from && gap.range.end <= line.start) inside.push(gap);
      next += 1;
    }
    if (inside.length > 0) cards.push(...gapCards(text, trimmed(text, from, line.start), inside));
    from = line.end;
  }
  return cards;
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from += 1;
  while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1;
  return { start: from, end: to };
}

function bracketCards(text: string, block: TextRange, problems: NoteProblem[]): CardDraft[] {
  const range = { start: block.start + 2, end: block.end };
  if (range.end - range.start > longestWithGaps) return [];
  const inline = scanInline(text, range.start, range.end);
  const doubtful = (bracket: TextRange) => {
    problems.push({ code: 'bracket-in-cloze', message: 'These brackets are read as code, not as a gap. Write \\[ to say so.', severity: 'hint', range: bracket });
  };
  return gapCards(text, range, bracketGaps(text, range.start, range.end, inline, doubtful)).map((card) => ({ ...card, range: block }));
}

function limited(drafts: CardDraft[], problems: NoteProblem[]): CardDraft[] {
  const last = drafts[mostCards];
  if (!last) return drafts;
  problems.push({ code: 'too-many-cards', message: `A note holds at most ${String(mostCards)} cards. Split this one.`, severity: 'warning', range: { start: last.range.start, end: Math.min(last.range.end, last.range.start + 100) } });
  return drafts.slice(0, mostCards);
}

/** What no card has claimed yet. */
class FreeText {
  private taken: readonly TextRange[];

  constructor(taken: readonly TextRange[]) {
    this.taken = taken;
  }

  take(ranges: readonly TextRange[]): void {
    if (ranges.length > 0) this.taken = [...this.taken, ...ranges].sort((a, b) => a.start - b.start);
  }

  has(at: number): boolean {
    let low = 0;
    let high = this.taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.taken[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return (this.taken[low]?.start ?? Infinity) > at;
  }
}
