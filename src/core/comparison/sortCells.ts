import type { Cell } from './readCell';

export type Direction = 'descending' | 'ascending';

/** The order of `cells` as indexes: yes, partly, no, numbers from high to low, texts from A to Z; `ascending` turns it round. Unknown is always last. */
export function sortedIndexes(cells: readonly Cell[], direction: Direction, language: string): readonly number[] {
  const turn = direction === 'ascending' ? -1 : 1;
  return cells
    .map((cell, index) => ({ cell, index }))
    .sort((one, other) => compareUnknown(one.cell, other.cell) || turn * compareKnown(one.cell, other.cell, language) || one.index - other.index)
    .map(({ index }) => index);
}

const rank = { yes: 0, partly: 1, no: 2, number: 3, text: 4, unknown: 5 } as const;

function compareUnknown(one: Cell, other: Cell): number {
  return Number(one.kind === 'unknown') - Number(other.kind === 'unknown');
}

function compareKnown(one: Cell, other: Cell, language: string): number {
  if (one.kind === 'number' && other.kind === 'number') return other.value - one.value;
  return rank[one.kind] - rank[other.kind] || (one.kind === 'text' ? compareTexts(one.shown.text, other.shown.text, language) : 0);
}

let collator: Intl.Collator | undefined;
let collatorLanguage = '';

/** `Chapter 9` before `Chapter 10`, whatever the case. Making a collator costs more than a sort, so the last one is kept. */
export function compareTexts(one: string, other: string, language: string): number {
  if (collator === undefined || collatorLanguage !== language) {
    collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    collatorLanguage = language;
  }
  return collator.compare(one, other);
}
