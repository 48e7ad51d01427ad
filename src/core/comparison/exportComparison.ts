import papaparse from 'papaparse';
import type { Comparison, ComparisonGrid, ComparisonRow } from './comparison';
import { readInline, visibleText } from './readInline';
import { writeCell } from './tableRow';

/** What is copied: rows by their number in the grid, things by their place in it, both in the order they are shown in. */
export interface Selection {
  readonly rows: readonly number[];
  readonly things: readonly number[];
}

/** Visible text; cells that a spreadsheet would calculate get a leading `'`. */
export function comparisonAsCsv(grid: ComparisonGrid, selection: Selection): string {
  const header = ['', '', ...selection.things.map((thing) => grid.things[thing] ?? '')];
  const lines = groupedRows(grid, selection).flatMap(({ title, rows }) =>
    rows.map((row) => [title, row.name, ...selection.things.map((thing) => visibleText(row.cells[thing]?.markdown ?? ''))]),
  );
  return papaparse.unparse([header, ...lines], { escapeFormulae: true, newline: '\r\n' });
}

/** The tables as the note has them, with the footnotes they use. */
export function comparisonAsMarkdown(comparison: Comparison, grid: ComparisonGrid, selection: Selection): string {
  const parts = groupedRows(grid, selection).map(({ title, rows }) => {
    const names = selection.things.map((thing) => grid.things[thing] ?? '');
    const header = [['', ...names], ['---', ...names.map(() => '---')]];
    const body = rows.map((row) => [row.title.markdown, ...selection.things.map((thing) => row.cells[thing]?.markdown ?? '')]);
    const table = [...header, ...body].map((cells) => `| ${cells.map(writeCell).join(' | ')} |`).join('\n');
    return title === '' ? table : `## ${title.replace(/[\r\n]+/g, ' ')}\n\n${table}`;
  });
  const used = new Set(readInline(parts.join('\n')).footnotes);
  const footnotes = comparison.footnotes.filter((footnote) => used.has(footnote.label)).map((footnote) => `[^${footnote.label}]: ${footnote.markdown}`);
  return `${[...parts, ...(footnotes.length === 0 ? [] : [footnotes.join('\n')])].join('\n\n')}\n`;
}

/** The chosen rows under their headings. A heading returns where sorted rows of several groups alternate. */
function groupedRows(grid: ComparisonGrid, selection: Selection): { title: string; rows: ComparisonRow[] }[] {
  const all = grid.groups.flatMap((group) => group.rows.map((row) => ({ title: group.title, row })));
  const grouped: { title: string; rows: ComparisonRow[] }[] = [];
  for (const { title, row } of selection.rows.flatMap((index) => all[index] ?? [])) {
    const last = grouped.at(-1);
    if (last !== undefined && last.title === title) last.rows.push(row);
    else grouped.push({ title, rows: [row] });
  }
  return grouped;
}
