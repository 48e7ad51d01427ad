import { mostCards, type CardDraft, type CardText } from './cardDraft';
import type { TextRange } from './note';
import { visibleTitle } from './visibleText';
import { afterLineEnd, idAtEnd, lineEndOf } from './writtenId';

/**
 * `?` alone on a line with text directly above and below, and `??` for both ways. As in obsidian-spaced-repetition a card runs from
 * one empty line to the next, and a fence in it counts whole.
 */
export function markedCards(source: CardText, isFree: (at: number) => boolean): CardDraft[] {
  const cards: CardDraft[] = [];
  let top = 0;
  let taken = 0;
  for (const mark of source.scan.markLines) {
    if (cards.length > mostCards) break;
    while ((source.top[top]?.end ?? Infinity) < mark) top += 1;
    const front = frontOf(source, top, mark);
    if (!front || front.start < taken || !isFree(front.start)) continue;
    const markEnd = lineEndOf(source.text, mark, source.text.length);
    const end = answerEnd(source, top, markEnd);
    if (end === undefined) continue;
    taken = end;
    cards.push(...cardsOf(source.text, front, mark, markEnd, end));
  }
  return cards;
}

function cardsOf(text: string, { start, end: firstEnd }: TextRange, mark: number, markEnd: number, end: number): CardDraft[] {
  const idBelow = idAtEnd(text, markEnd, end);
  const frontEnd = lineBefore(text, mark);
  const id = idBelow ?? idAtEnd(text, start, frontEnd);
  const question = text.slice(start, Math.min(firstEnd, id && !idBelow ? id.range.start : frontEnd)).replace(/^ {0,3}#{1,6}(?=[ \t])/, '');
  const front = visibleTitle(question);
  const answer: TextRange = { start: afterLineEnd(text, markEnd), end: idBelow ? idBelow.range.start : end };
  const back = visibleTitle(text.slice(answer.start, answer.end));
  if (front === '' || text.slice(answer.start, answer.end).trim() === '') return [];
  const shared = { form: 'marked', kind: 'reveal', range: { start, end }, ...(id && { id }) } as const;
  const card: CardDraft = { ...shared, front, answer: [answer] };
  if (text.slice(mark, markEnd).trim() !== '??' || back === '') return [card];
  const block = { front, range: shared.range };
  return [
    { ...card, sibling: { block, suffix: '' } },
    { ...shared, front: back, answer: [{ start, end: frontEnd }], sibling: { block, suffix: '/r' } },
  ];
}

/** The first block of the question: blocks without an empty line between them belong together, and a heading begins anew. */
function frontOf(source: CardText, top: number, mark: number): TextRange | undefined {
  let first = source.top[top];
  if (!first || first.start > mark) return undefined;
  let below = first.start;
  for (let i = top - 1; first.kind !== 'heading'; i -= 1) {
    const above = source.top[i];
    if (!above || above.kind === 'rule' || above.end !== lineBefore(source.text, below)) break;
    first = above;
    below = above.start;
  }
  return first.start < mark ? { start: first.start, end: first.end } : undefined;
}

function answerEnd(source: CardText, top: number, markEnd: number): number | undefined {
  let end: number | undefined;
  let last = markEnd;
  for (let i = top; i < source.top.length; i += 1) {
    const block = source.top[i];
    if (!block) break;
    if (i > top) {
      if (block.start !== afterLineEnd(source.text, last) || block.kind === 'heading' || block.kind === 'rule') break;
    } else if (block.end <= markEnd) {
      last = block.end;
      continue;
    }
    last = block.kind === 'fence' ? block.end : beforeEmptyLine(source.text, Math.max(block.start, i === top ? afterLineEnd(source.text, markEnd) : 0), block.end);
    if (last > markEnd) end = last;
    if (last < block.end) break;
  }
  return end;
}

function beforeEmptyLine(text: string, start: number, end: number): number {
  let line = start;
  let last = start;
  while (line <= end) {
    const lineEnd = lineEndOf(text, line, end);
    if (text.slice(line, lineEnd).trim() === '') return last;
    last = lineEnd;
    line = afterLineEnd(text, lineEnd);
  }
  return last;
}

/** End of the line in front of the one that starts at `start`. */
function lineBefore(text: string, start: number): number {
  if (text.charCodeAt(start - 1) === 10 && text.charCodeAt(start - 2) === 13) return start - 2;
  return Math.max(0, start - 1);
}
