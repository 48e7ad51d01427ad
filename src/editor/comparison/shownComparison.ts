import { rowsOf, type CellText, type Comparison } from '../../core/comparison/comparison';
import { readNeeds, type Need } from '../../core/comparison/needs';
import { readComparison } from '../../core/comparison/readComparison';
import { readFrontMatter } from '../../core/notes/frontMatter';
import type { NoteProblem } from '../../core/notes/note';
import type { PageComparison, Place } from '../../webview/comparison/protocol';

/** One reading of a comparison note: what a page shows of it, and where each part stands in the text. */
export interface ShownComparison {
  readonly text: string;
  readonly comparison: Comparison;
  readonly needs: readonly Need[];
  /** Those of the tables and those of `needs`. */
  readonly problems: readonly NoteProblem[];
}

export function readShown(text: string): ShownComparison {
  const frontMatter = readFrontMatter(text);
  const comparison = readComparison(text, frontMatter.bodyStart);
  const rowNames = comparison.grids.flatMap((grid) => rowsOf(grid).map((row) => row.name));
  const { needs, problems } = readNeeds(frontMatter.data['needs'], rowNames);
  const range = frontMatter.keys.get('needs') ?? { start: 0, end: 0 };
  const needProblems = problems.map((message): NoteProblem => ({ code: 'needs', message, severity: 'warning', range }));
  return { text, comparison, needs, problems: [...needProblems, ...comparison.problems] };
}

export function pageComparison(shown: ShownComparison, about: Pick<PageComparison, 'version' | 'noteId' | 'title' | 'language' | 'editable' | 'staleBefore'>): PageComparison {
  return {
    ...about,
    grids: shown.comparison.grids.map((grid) => ({
      things: grid.things,
      groups: grid.groups.map((group) => ({
        // Under the note's own heading a table needs no second one.
        title: group.title === about.title ? '' : group.title,
        intro: group.intro,
        rows: group.rows.map((row) => ({ title: row.title.markdown, cells: row.cells.map((cell) => cell?.markdown ?? null) })),
      })),
    })),
    footnotes: shown.comparison.footnotes,
    needs: shown.needs,
    problems: shown.problems.map((problem) => problem.message),
  };
}

/** The cell at a place, or `undefined` where there is none. */
export function cellAt(comparison: Comparison, place: Place & { readonly of: 'cell' }): CellText | undefined {
  const grid = comparison.grids[place.grid];
  const row = grid === undefined ? undefined : rowsOf(grid)[place.row];
  return place.thing < 0 ? row?.title : row?.cells[place.thing];
}

export function markdownAt(comparison: Comparison, place: Place): string | undefined {
  return place.of === 'cell' ? cellAt(comparison, place)?.markdown : comparison.grids[place.grid]?.groups[place.group]?.intro;
}
