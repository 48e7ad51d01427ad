import { mostCards, type CardDraft } from './cardDraft';
import { isOpaque, type InlineScan } from './inline';
import { visibleTitle } from './visibleText';
import { afterLineEnd, lineEndOf, writtenId } from './writtenId';

/**
 * `question :: answer` and, both ways, `question ::: answer`: one card per line. Only with spaces around the colons, because code
 * is full of `a[::2]` and `std::move`; under a `#flashcards` tag, where other tools need none, without.
 */
export function lineCards(text: string, start: number, end: number, inline: InlineScan, spaced: boolean): CardDraft[] {
  const cards: CardDraft[] = [];
  for (let line = start; line < end && cards.length <= mostCards; ) {
    const lineEnd = lineEndOf(text, line, end);
    const separator = separatorIn(text, line, lineEnd, inline, spaced);
    if (separator) cards.push(...cardsOf(text, line, lineEnd, separator));
    line = afterLineEnd(text, lineEnd);
  }
  return cards;
}

export interface Separator {
  readonly at: number;
  readonly length: 2 | 3;
}

/** The longer separator is looked for first; the first one of its kind counts. */
export function separatorIn(text: string, start: number, end: number, inline: InlineScan, spaced: boolean): Separator | undefined {
  return find(text, start, end, inline, spaced, 3) ?? find(text, start, end, inline, spaced, 2);
}

function find(text: string, start: number, end: number, inline: InlineScan, spaced: boolean, length: 2 | 3): Separator | undefined {
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) !== 58) {
      at += 1;
      continue;
    }
    let after = at;
    while (after < end && text.charCodeAt(after) === 58) after += 1;
    if (after - at === length && isSeparator(text, start, end, at, after, spaced) && !isOpaque(inline, at)) return { at, length };
    at = after;
  }
  return undefined;
}

function isSeparator(text: string, start: number, end: number, at: number, after: number, spaced: boolean): boolean {
  if (text.slice(start, at).trim() === '' || text.slice(after, end).trim() === '') return false;
  if (isSpace(text, at - 1) && isSpace(text, after)) return true;
  return !spaced && !'[(:'.includes(text.charAt(at - 1)) && !'])'.includes(text.charAt(after));
}

function cardsOf(text: string, start: number, end: number, separator: Separator): CardDraft[] {
  const id = writtenId(text, separator.at + separator.length, end);
  const left = { start, end: separator.at };
  const right = { start: separator.at + separator.length, end: id ? id.range.start : end };
  const front = visibleTitle(text.slice(left.start, left.end));
  const back = visibleTitle(text.slice(right.start, right.end));
  if (front === '' || text.slice(right.start, right.end).replace(/<!--.*?-->/g, '').trim() === '') return [];
  const shared = { form: 'line', kind: 'reveal', range: { start, end }, ...(id && { id }) } as const;
  const card: CardDraft = { ...shared, front, answer: [right] };
  if (separator.length === 2 || back === '') return [card];
  const block = { front, range: shared.range };
  return [
    { ...card, sibling: { block, suffix: '' } },
    { ...shared, front: back, answer: [left], sibling: { block, suffix: '/r' } },
  ];
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}
