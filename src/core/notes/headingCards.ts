import type { Block } from './blocks';
import type { CardDraft, CardText, WrittenId } from './cardDraft';
import type { TextRange } from './note';
import type { ReadHeading } from './readHeading';
import { areOptions, taskItems } from './taskList';
import { idAtEnd, writtenId } from './writtenId';

export interface HeadingCards {
  readonly cards: readonly CardDraft[];
  /** Sections that belong to questions: no other card syntax is read in them. */
  readonly sections: readonly TextRange[];
  /** The first heading that asks without an answer below it. */
  readonly unanswered?: Block;
}

/** Classes for the reason told in blockScanner.ts. */
class Asked {
  readonly top: number;
  card: CardDraft | undefined;
  hasNested = false;

  constructor(
    readonly heading: ReadHeading,
    /** Index of the top-level block behind the section. */
    readonly topEnd: number,
    readonly above: Asked | undefined,
  ) {
    this.top = heading.top;
  }
}

class HeadingCard implements CardDraft {
  readonly form = 'heading';
  readonly front: string;
  readonly slug: string | undefined;
  readonly cuts: readonly TextRange[] | undefined;

  constructor(
    readonly kind: 'choice' | 'reveal',
    { text, slug }: ReadHeading,
    readonly range: TextRange,
    readonly answer: readonly Block[],
    cuts: readonly TextRange[],
    readonly id: WrittenId | undefined,
    readonly parent: CardDraft | undefined,
  ) {
    this.front = text;
    // As Markdown sees it, `__init__` is bold; a card's id keeps the name.
    this.slug = text.includes('__') ? undefined : slug;
    this.cuts = cuts.length > 0 ? cuts : undefined;
  }
}

/** `asks` decides which headings are questions, given the rules of the note. `headings`: those of the top level. */
export function headingCards(source: CardText, headings: readonly ReadHeading[], asks: (heading: ReadHeading) => boolean): HeadingCards {
  const questions = askedHeadings(source, headings, asks);
  const cards: CardDraft[] = [];
  const sections: TextRange[] = [];
  let unanswered: Block | undefined;
  let covered = 0;
  for (const [index, question] of questions.entries()) {
    const card = cardOf(source, question, questions, index);
    const block = source.top[question.top];
    if (card) {
      question.card = card;
      cards.push(card);
    } else if (!question.hasNested) unanswered ??= block;
    if (card && block && block.start >= covered) {
      covered = source.top[question.topEnd]?.start ?? source.text.length;
      sections.push({ start: block.start, end: covered });
    }
  }
  return { cards, sections, ...(unanswered && { unanswered }) };
}

function askedHeadings(source: CardText, headings: readonly ReadHeading[], asks: (heading: ReadHeading) => boolean): Asked[] {
  const ends = sectionEnds(source.top.length, headings);
  const questions: Asked[] = [];
  const open: Asked[] = [];
  for (let index = 0; index < headings.length; index += 1) {
    const heading = headings[index];
    if (!heading || !asks(heading)) continue;
    const { top } = heading;
    while ((open.at(-1)?.topEnd ?? Infinity) <= top) open.pop();
    const above = open.at(-1);
    const question = new Asked(heading, ends[index] ?? source.top.length, above);
    if (above) above.hasNested = true;
    questions.push(question);
    open.push(question);
  }
  return questions;
}

/** For each heading the index in `top` of the next one of the same or a higher level. */
function sectionEnds(count: number, headings: readonly ReadHeading[]): readonly number[] {
  const ends = headings.map(() => count);
  const open: number[] = [];
  headings.forEach(({ top, level }, index) => {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.level ?? 0) >= level; last = open.at(-1)) {
      ends[last] = top;
      open.pop();
    }
    open.push(index);
  });
  return ends;
}

function cardOf(source: CardText, question: Asked, questions: readonly Asked[], index: number): CardDraft | undefined {
  const { text, top } = source;
  const heading = top[question.top];
  if (!heading) return undefined;
  const cuts: TextRange[] = [];
  const own = ownBlocks(source, question, questions, index, cuts);
  const last = own.at(-1);
  if (!last) return undefined;
  const id = question.heading.id ?? idBelow(text, last);
  const inside = cuts.length === 0 ? cuts : cuts.filter((cut) => cut.start < last.end);
  const range = { start: heading.start, end: last.end };
  return new HeadingCard(hasOptions(source, own) ? 'choice' : 'reveal', question.heading, range, own, inside, id, cardAbove(question));
}

/** The blocks of a question's section without those of the questions in it, which become `cuts`, and without what is no content at its end. */
function ownBlocks({ text, top }: CardText, question: Asked, questions: readonly Asked[], index: number, cuts: TextRange[]): readonly Block[] {
  let next = index + 1;
  if ((questions[next]?.top ?? Infinity) >= question.topEnd) {
    let end = question.topEnd;
    while (end > question.top + 1 && !isContent(text, top[end - 1])) end -= 1;
    return top.slice(question.top + 1, end);
  }
  const own: Block[] = [];
  for (let i = question.top + 1; i < question.topEnd; i += 1) {
    const nested = questions[next];
    if (nested?.top === i) {
      const cutEnd = top[nested.topEnd]?.start ?? text.length;
      cuts.push({ start: top[i]?.start ?? cutEnd, end: cutEnd });
      while ((questions[next]?.top ?? Infinity) < nested.topEnd) next += 1;
      i = nested.topEnd - 1;
      continue;
    }
    const block = top[i];
    if (block) own.push(block);
  }
  while (own.length > 0 && !isContent(text, own.at(-1))) own.pop();
  return own;
}

function cardAbove(question: Asked): CardDraft | undefined {
  for (let above = question.above; above; above = above.above) if (above.card) return above.card;
  return undefined;
}

/** Whether the first task list among the blocks holds options. */
function hasOptions({ text, scan }: CardText, blocks: readonly Block[]): boolean {
  for (const { kind, index } of blocks) {
    const items = kind === 'list' ? taskItems(text, scan.blocks, index) : undefined;
    if (items) return areOptions(items);
  }
  return false;
}

/** A rule, a link definition or a comment at the end of a section is not part of an answer, unless the comment is the card's id. */
function isContent(text: string, block: Block | undefined): boolean {
  if (!block) return false;
  if (block.kind === 'html') return !isComment(text, block) || writtenId(text, block.start, block.end) !== undefined;
  return block.kind !== 'heading' && block.kind !== 'rule' && block.kind !== 'definitions';
}

/** Whether an HTML block is one comment and nothing else. */
export function isComment(text: string, block: Block): boolean {
  const start = text.indexOf('<', block.start);
  return text.startsWith('<!--', start) && text.indexOf('-->', start) === block.end - 3 - trailingSpaces(text, block.end);
}

function trailingSpaces(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9) at -= 1;
  return end - at;
}

function idBelow(text: string, last: Block): WrittenId | undefined {
  if (last.kind === 'fence' || last.kind === 'code') return undefined;
  return idAtEnd(text, last.start, last.end);
}
