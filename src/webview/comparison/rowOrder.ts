import { differences } from '../../core/comparison/differences';
import { compareTexts, sortedIndexes } from '../../core/comparison/sortCells';
import type { PageContext } from './context';
import type { ModelRow } from './model';

/** Whether a row is asked for: it holds every word of the filter and, where only differences show, has some. */
export function rowMatcher({ model, state, shown }: PageContext): (row: ModelRow) => boolean {
  const words = state.filter.toLowerCase().normalize('NFC').split(/\s+/).filter((word) => word !== '');
  const differing = state.differencesOnly ? new Set(differences(model.rows.map((row) => row.cells), shown)) : undefined;
  return (row) => words.every((word) => row.haystack.includes(word)) && differing?.has(row.index) !== false;
}

/** The rows of a group in the order of the sorted column, else as they are written. */
export function sortedRows(rows: readonly ModelRow[], { state: { sort }, model, comparison }: PageContext): readonly ModelRow[] {
  if (sort === undefined) return rows;
  if (sort.thing === '') {
    const turn = sort.direction === 'ascending' ? 1 : -1;
    return [...rows].sort((one, other) => turn * compareTexts(one.name, other.name, comparison.language));
  }
  const thing = model.things.indexOf(sort.thing);
  if (thing < 0) return rows;
  return sortedIndexes(rows.flatMap((row) => row.cells[thing] ?? []), sort.direction, comparison.language).flatMap((index) => rows[index] ?? []);
}
