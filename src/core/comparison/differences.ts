import type { Cell } from './readCell';

/** `unclear` where what is known agrees, but something is unknown. */
export type RowAgreement = 'same' | 'differs' | 'unclear';

/** Whether things agree in a row: the same verdict with the same words, the same number, the same text. */
export function compareRow(cells: readonly Cell[]): RowAgreement {
  const known = cells.filter((cell) => cell.kind !== 'unknown');
  const [first, ...others] = known.map(meaning);
  if (others.some((other) => other !== first)) return 'differs';
  return known.length < cells.length ? 'unclear' : 'same';
}

/** Indexes of the rows in which the chosen things differ. */
export function differences(rows: readonly (readonly Cell[])[], chosen: readonly number[]): readonly number[] {
  return rows.flatMap((cells, index) => (compareRow(chosen.flatMap((thing) => cells[thing] ?? [])) === 'differs' ? [index] : []));
}

function meaning(cell: Cell): string {
  if (cell.kind === 'number') return `number ${String(cell.value)} ${cell.unit.toLowerCase()}`;
  return `${cell.kind} ${cell.shown.text.normalize('NFC').toLowerCase().replace(/[\s.,;:]+/gu, ' ').trim()}`;
}
