import type { NoteProblem, TextRange } from '../notes/note';
import type { CellText, Comparison, ComparisonGrid, ComparisonGroup, ComparisonRow, Footnote } from './comparison';
import { readBlocks, type Line, type NoteBlock } from './noteBlocks';
import { readInline, visibleText } from './readInline';
import { splitRow } from './tableRow';

interface Table {
  readonly title: string;
  readonly intro: string;
  readonly things: readonly string[];
  readonly rows: readonly { readonly name: string; readonly title: CellText; readonly cells: readonly CellText[] }[];
  readonly range: TextRange;
}

/** Reads the tables of a note's body, which starts at offset `bodyStart`. Never throws: what is likely a mistake becomes a problem. */
export function readComparison(text: string, bodyStart: number): Comparison {
  const problems: NoteProblem[] = [];
  const report = (code: string, message: string, range: TextRange, severity: NoteProblem['severity'] = 'warning') => problems.push({ code, message, severity, range });
  const blocks = readBlocks(text, bodyStart);
  const tables = readTables(blocks, report);
  const footnotes = readFootnotes(blocks);
  if (tables.length === 0) report('no-table', 'This comparison has no table yet. Its first row names the things, its first column the criteria.', { start: bodyStart, end: bodyStart });
  reportFootnotes(tables, footnotes, report);
  return { grids: gatherGrids(tables, report), footnotes, problems };
}

type Report = (code: string, message: string, range: TextRange, severity?: NoteProblem['severity']) => void;

function readTables(blocks: readonly NoteBlock[], report: Report): Table[] {
  const tables: Table[] = [];
  let title = '';
  let intro = '';
  for (const block of blocks) {
    if (block.kind === 'heading') {
      title = visibleText(block.text);
      intro = '';
    } else if (block.kind === 'paragraph') {
      if (intro === '') intro = block.lines.map((line) => line.text.trim()).join(' ');
    } else if (block.kind === 'table') {
      const table = readTable(block, title, intro, report);
      if (table !== undefined) tables.push(table);
      intro = '';
    }
  }
  return tables;
}

function readTable(block: NoteBlock & { readonly kind: 'table' }, title: string, intro: string, report: Report): Table | undefined {
  const header = splitRow(block.header.text, block.header.start);
  const width = header.length;
  const range = lineRange(block.header);
  const delimiters = splitRow(block.delimiter.text, 0).length;
  if (delimiters !== width) {
    report('not-a-table', `This is not read as a table: its first line has ${String(width)} cells and the line of dashes ${String(delimiters)}.`, range);
    return undefined;
  }
  const things = nameThings(header.slice(1), report);
  if (things.length === 0) report('no-things', 'This table has one column, so it compares nothing. Add a column for each thing.', range);
  if (block.rows.length === 0) report('empty-table', 'This table has no rows. Add a row for each criterion.', range);
  if (things.length === 0) return undefined;
  const rows = block.rows.map((line) => {
    const cells = splitRow(line.text, line.start);
    if (cells.length !== width) {
      const consequence = cells.length < width ? 'the rest reads as unknown' : 'the rest is not shown';
      report('ragged-row', `This row has ${String(cells.length)} cells where the table has ${String(width)}: ${consequence}.`, lineRange(line));
    }
    const end = line.start + line.text.trimEnd().length;
    const missing: CellText = { markdown: '', range: { start: end, end }, missing: true };
    const titleCell = cells[0] ?? missing;
    const name = visibleText(titleCell.markdown);
    if (name === '') report('unnamed-criterion', 'This row does not say what it compares.', lineRange(line));
    return { name, title: titleCell, cells: things.map((_, index) => cells[index + 1] ?? missing) };
  });
  reportDuplicates(rows, report);
  return { title, intro, things, rows, range };
}

function nameThings(cells: readonly CellText[], report: Report): string[] {
  const names: string[] = [];
  cells.forEach((cell, index) => {
    const written = visibleText(cell.markdown);
    if (written === '') report('unnamed-thing', 'This column does not say what it describes.', cell.range);
    const name = written === '' ? `#${String(index + 1)}` : written;
    let unique = name;
    for (let count = 2; names.includes(unique); count += 1) unique = `${name} (${String(count)})`;
    if (unique !== name) report('duplicate-thing', `Two columns are named “${name}”.`, cell.range);
    names.push(unique);
  });
  return names;
}

function reportDuplicates(rows: Table['rows'], report: Report): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.name !== '' && seen.has(row.name)) report('duplicate-criterion', `Two rows of this table are named “${row.name}”. Questions and links mean the first.`, row.title.range);
    seen.add(row.name);
  }
}

function readFootnotes(blocks: readonly NoteBlock[]): Footnote[] {
  const byLabel = new Map<string, Footnote>();
  for (const block of blocks) {
    if (block.kind === 'footnote' && !byLabel.has(block.label)) byLabel.set(block.label, { label: block.label, markdown: block.markdown });
  }
  return [...byLabel.values()];
}

function reportFootnotes(tables: readonly Table[], footnotes: readonly Footnote[], report: Report): void {
  const known = new Set(footnotes.map((footnote) => footnote.label));
  for (const cell of tables.flatMap((table) => table.rows.flatMap((row) => [row.title, ...row.cells]))) {
    if (!cell.markdown.includes('[^')) continue;
    for (const label of readInline(cell.markdown).footnotes) {
      if (!known.has(label)) report('unknown-footnote', `There is no footnote [^${label}] in this note.`, cell.range);
    }
  }
}

/** Tables that share a thing stand in one grid. Where their columns differ all the same, the author is told. */
function gatherGrids(tables: readonly Table[], report: Report): ComparisonGrid[] {
  const gathered: { things: string[]; tables: Table[] }[] = [];
  for (const table of tables) {
    const grid = gathered.find((candidate) => candidate.things.some((thing) => table.things.includes(thing)));
    if (grid === undefined) gathered.push({ things: [...table.things], tables: [table] });
    else {
      const first = grid.tables[0];
      if (first !== undefined && !sameThings(first.things, table.things)) {
        report('unlike-columns', 'This table has other columns than the first one about these things. What it leaves out reads as unknown.', table.range, 'hint');
      }
      grid.things.push(...table.things.filter((thing) => !grid.things.includes(thing)));
      grid.tables.push(table);
    }
  }
  return gathered.map((grid) => ({ things: grid.things, groups: gatherGroups(grid.tables, grid.things) }));
}

function sameThings(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((thing) => others.includes(thing));
}

function gatherGroups(tables: readonly Table[], things: readonly string[]): ComparisonGroup[] {
  const groups: { title: string; intro: string; rows: ComparisonRow[] }[] = [];
  for (const table of tables) {
    const places = things.map((thing) => table.things.indexOf(thing));
    const rows = table.rows.map((row): ComparisonRow => ({ name: row.name, title: row.title, cells: places.map((place) => (place < 0 ? undefined : row.cells[place])) }));
    const last = groups.at(-1);
    if (last !== undefined && last.title === table.title && table.intro === '') last.rows.push(...rows);
    else groups.push({ title: table.title, intro: table.intro, rows });
  }
  return groups;
}

function lineRange(line: Line): TextRange {
  return { start: line.start, end: line.start + line.text.trimEnd().length };
}
