import type { DecisionRow } from '../../core/comparison/decide';
import { figureOf, type Figure } from '../../core/comparison/figure';
import { readCell, type Cell } from '../../core/comparison/readCell';
import { readInline, type InlineText } from '../../core/comparison/readInline';
import type { PageComparison, PageGrid } from './protocol';

export interface ModelRow extends DecisionRow {
  /** Its number in the grid. */
  readonly index: number;
  readonly group: number;
  readonly title: InlineText;
  readonly markdown: readonly (string | null)[];
  /** Everything visible in the row, in lower case. */
  readonly haystack: string;
  readonly figure: Figure | undefined;
}

export interface ModelGroup {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly ModelRow[];
}

export interface Model {
  readonly things: readonly string[];
  readonly groups: readonly ModelGroup[];
  readonly rows: readonly ModelRow[];
}

const unknownCell = readCell('');
/** Many cells say the same (`yes`, `?`): each text is read once. */
const read = new Map<string, Cell>();

export function modelOf(comparison: PageComparison, gridIndex: number): Model {
  read.clear();
  const grid: PageGrid | undefined = comparison.grids[gridIndex];
  const things = grid?.things ?? [];
  const rows: ModelRow[] = [];
  const groups = (grid?.groups ?? []).map((group, groupIndex) => {
    const groupRows = group.rows.map((row): ModelRow => {
      const title = readInline(row.title);
      const cells = things.map((_, thing) => cellOf(row.cells[thing]));
      const made = {
        index: rows.length,
        group: groupIndex,
        name: title.text.trim(),
        title,
        cells,
        markdown: row.cells,
        haystack: [title.text, group.title, ...row.cells.map((cell) => cell ?? '')].join('\n').toLowerCase().normalize('NFC'),
        figure: figureOf(cells),
      };
      rows.push(made);
      return made;
    });
    return { title: group.title, intro: group.intro, rows: groupRows };
  });
  return { things, groups, rows };
}

function cellOf(markdown: string | null | undefined): Cell {
  if (markdown === null || markdown === undefined || markdown === '') return unknownCell;
  const known = read.get(markdown);
  if (known !== undefined) return known;
  const cell = readCell(markdown);
  read.set(markdown, cell);
  return cell;
}
