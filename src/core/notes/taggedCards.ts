import { scanBlocks } from './blocks';
import { mostCards, type CardDraft, type CardText } from './cardDraft';
import type { TextRange } from './note';
import { areOptions, taskItems } from './taskList';
import { visibleTitle } from './visibleText';
import { afterLineEnd, idAtEnd, lineEndOf, writtenId } from './writtenId';

export interface TaggedCards {
  readonly cards: readonly CardDraft[];
  /** `C:` blocks, whose gaps are read elsewhere. */
  readonly gapBlocks: readonly TextRange[];
}

const noCards: TaggedCards = { cards: [], gapBlocks: [] };

/**
 * `Q:` and `A:` at the start of a line, as in hashcards but kinder: prose between cards is fine, fences are opaque, and `---` or a
 * heading ends an answer. A `Q:` without `A:` is prose, unless options follow it.
 */
export function taggedCards(source: CardText, isFree: (at: number) => boolean): TaggedCards {
  const { text, scan } = source;
  if (scan.tagLines.length === 0) return noCards;
  const tags = scan.tagLines.filter((at) => isFree(at));
  const ends = source.top.filter(({ kind }) => kind === 'heading' || kind === 'rule').map(({ start }) => start);
  const cards: CardDraft[] = [];
  const gapBlocks: TextRange[] = [];
  let boundary = 0;
  const endOf = (index: number): number => {
    const from = tags[index] ?? text.length;
    while ((ends[boundary] ?? Infinity) <= from) boundary += 1;
    return withoutTrailingSpace(text, Math.min(tags[index + 1] ?? text.length, ends[boundary] ?? text.length), from);
  };
  for (let i = 0; i < tags.length && cards.length + gapBlocks.length <= mostCards; i += 1) {
    const start = tags[i] ?? 0;
    const end = endOf(i);
    const tag = text.charAt(start);
    if (tag === 'C' && isBlank(text.charCodeAt(start + 2))) gapBlocks.push({ start, end: endOfParagraph(text, start, end) });
    if (tag !== 'Q') continue;
    const answer = tags[i + 1];
    const answered = answer !== undefined && text.charAt(answer) === 'A' && (ends[boundary] ?? Infinity) > answer;
    const card = answered ? answeredCard(text, start, end, answer, endOf(i + 1)) : choiceCard(text, start, end);
    if (!card) continue;
    cards.push(card);
    if (answered) i += 1;
  }
  return { cards, gapBlocks };
}

function answeredCard(text: string, start: number, questionEnd: number, answer: number, end: number): CardDraft | undefined {
  const id = idAtEnd(text, answer, end) ?? writtenId(text, start, lineEndOf(text, start, questionEnd));
  const front = taggedFront(text, start, questionEnd);
  const body = { start: answer + 2, end };
  if (front === '' || text.slice(body.start, id && id.range.start >= answer ? id.range.start : end).trim() === '') return undefined;
  return { form: 'tagged', kind: hasOptions(text, body) ? 'choice' : 'reveal', front, range: { start, end }, answer: [body], ...(id && { id }) };
}

function choiceCard(text: string, start: number, end: number): CardDraft | undefined {
  const body = { start: lineEndOf(text, start, end), end };
  if (!hasOptions(text, body)) return undefined;
  const id = idAtEnd(text, start, end) ?? writtenId(text, start, body.start);
  return { form: 'tagged', kind: 'choice', front: taggedFront(text, start, end), range: { start, end }, answer: [body], ...(id && { id }) };
}

/** The first paragraph behind `Q:`, on one line. */
export function taggedFront(text: string, start: number, end: number): string {
  const part = text.slice(start + 2, end);
  const first = scanBlocks(part).blocks[0];
  if (first?.kind !== 'paragraph') return '';
  const lineEnd = lineEndOf(part, 0, part.length);
  const id = writtenId(part, 0, lineEnd);
  return visibleTitle(id ? part.slice(0, id.range.start) + part.slice(lineEnd, first.end) : part.slice(0, first.end));
}

function hasOptions(text: string, range: TextRange): boolean {
  const part = text.slice(range.start, range.end);
  if (!part.includes('[x]') && !part.includes('[X]')) return false;
  const { blocks } = scanBlocks(part);
  for (let i = 0; i < blocks.length; i += 1) {
    const items = blocks[i]?.depth === 0 ? taskItems(part, blocks, i) : undefined;
    if (items) return areOptions(items);
  }
  return false;
}

function endOfParagraph(text: string, start: number, end: number): number {
  let line = start;
  while (line < end) {
    const lineEnd = lineEndOf(text, line, end);
    if (text.slice(line, lineEnd).trim() === '') return withoutTrailingSpace(text, line, start);
    line = afterLineEnd(text, lineEnd);
  }
  return end;
}

function withoutTrailingSpace(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
