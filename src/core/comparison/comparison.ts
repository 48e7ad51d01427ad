/**
 * A comparison is what the tables of one note say, laid over each other: one column per thing, one row per criterion,
 * one group per heading. It keeps the Markdown of each cell and its place in the file; `readCell` gives it a meaning.
 */
import type { NoteProblem, TextRange } from '../notes/note';

export interface CellText {
  /** As written, with `\|` read as `|`. */
  readonly markdown: string;
  /** Where it stands in the file. Empty where nothing is written yet. */
  readonly range: TextRange;
  /** True where the row ended before this column, so that there is nothing to replace. */
  readonly missing: boolean;
}

export interface ComparisonRow {
  /** Visible text of the first column: what `needs` and links name the row by. */
  readonly name: string;
  readonly title: CellText;
  /** One per thing of the grid; `undefined` where this row's table does not have the thing. */
  readonly cells: readonly (CellText | undefined)[];
}

export interface ComparisonGroup {
  /** Text of the nearest heading above the table; empty where there is none. */
  readonly title: string;
  /** Markdown of the paragraph between heading and table; empty where there is none. */
  readonly intro: string;
  readonly rows: readonly ComparisonRow[];
}

/** Tables that share things. A note that compares frameworks and, further down, servers has two grids. */
export interface ComparisonGrid {
  /** Names of the things, in order of appearance. A name that stands twice in one table is numbered: `Flask (2)`. */
  readonly things: readonly string[];
  readonly groups: readonly ComparisonGroup[];
}

export interface Footnote {
  readonly label: string;
  readonly markdown: string;
}

export interface Comparison {
  readonly grids: readonly ComparisonGrid[];
  readonly footnotes: readonly Footnote[];
  readonly problems: readonly NoteProblem[];
}

export function rowsOf(grid: Pick<ComparisonGrid, 'groups'>): readonly ComparisonRow[] {
  return grid.groups.flatMap((group) => group.rows);
}
