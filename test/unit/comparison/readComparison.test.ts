import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { rowsOf } from '../../../src/core/comparison/comparison';
import { readComparison } from '../../../src/core/comparison/readComparison';
import { writeCell } from '../../../src/core/comparison/tableRow';

const table = (...lines: string[]) => lines.join('\n');
const simple = table('| | A | B |', '|-|-|-|', '| Speed | yes | no |');

function grid(text: string, index = 0) {
  const found = readComparison(text, 0).grids[index];
  assert.ok(found, 'no grid');
  return found;
}
const cellTexts = (text: string) => rowsOf(grid(text)).map((row) => [row.name, ...row.cells.map((cell) => cell?.markdown ?? null)]);
const codes = (text: string) => readComparison(text, 0).problems.map((problem) => problem.code);

describe('A comparison', () => {
  it('has the first row as things, the first column as criteria, headings as groups', () => {
    const text = table('# Title', '', '## Basics', 'What it *is*.', '', '| | Django | `Flask` |', '| :-- | :-: | --: |', '| Interface | both | WSGI |', '', '## More', '', '| x | Django | `Flask` |', '|---|---|---|', '| Admin | yes | no |');
    const { things, groups } = grid(text);
    assert.deepEqual(things, ['Django', 'Flask']);
    assert.deepEqual(groups.map((group) => [group.title, group.intro, group.rows.length]), [['Basics', 'What it *is*.', 1], ['More', '', 1]]);
    assert.deepEqual(codes(text), []);
  });

  it('knows where each cell stands, so that it can be replaced', () => {
    const text = table('---', 'a: b', '---', '', '|  | A |B|', '|--|--|--|', '| Row \\| name |  yes, `a\\|b` ||');
    const [row] = rowsOf(grid(text));
    assert.ok(row);
    assert.equal(row.name, 'Row | name');
    const [first, second] = row.cells;
    assert.equal(text.slice(first?.range.start, first?.range.end), 'yes, `a\\|b`');
    assert.equal(first?.markdown, 'yes, `a|b`');
    assert.deepEqual([second?.markdown, second?.range.start, second?.missing], ['', text.length - 1, false]);
  });

  it('reads tables by the rules of GitHub', () => {
    assert.deepEqual(cellTexts('A|B\n-|-\nx|y'), [['x', 'y']], 'outer pipes may be left out');
    assert.deepEqual(cellTexts('| | A |\n|-|-|\n| r | `a|b` |'), [['r', '`a']], 'a pipe in code separates');
    assert.deepEqual(cellTexts('| | A |\n|-|-|\n| r | `a\\|b` |'), [['r', '`a|b`']], 'an escaped one does not');
    assert.deepEqual(cellTexts('| | A |\n|-|-|\n| r | yes |\n> quote'), [['r', 'yes']], 'another block ends it');
    assert.deepEqual(cellTexts('| | A |\n|-|-|\n| r | yes |\nlazy'), [['r', 'yes'], ['lazy', '']], 'a line without pipes is a row');
    assert.deepEqual(cellTexts('intro\n| | A |\n|-|-|\n| r | yes |'), [['r', 'yes']], 'it may follow a paragraph');
    for (const text of ['| | A |\n| r | yes |', '    | | A |\n    |-|-|\n    | r | yes |', '```\n| | A |\n|-|-|\n```', '~~~md\n| | A |\n|-|-|\n~~~', '<!--\n| | A |\n|-|-|\n-->', '> | | A |\n> |-|-|', '````\n```\n| | A |\n|-|-|\n| r | x |\n````']) {
      assert.equal(readComparison(text, 0).grids.length, 0, text);
    }
  });

  it('tells the author of likely mistakes, and where', () => {
    const cases: Record<string, readonly string[]> = {
      [simple]: [],
      'no table': ['no-table'],
      '| | A | B |\n|-|-|\n| r | x | y |': ['not-a-table', 'no-table'],
      '| only |\n|------|\n| r |': ['no-things', 'no-table'],
      '| | A |\n|-|-|': ['empty-table'],
      [`${simple}\n| Size | yes |`]: ['ragged-row'],
      [`${simple}\n| Size | yes | no | no |`]: ['ragged-row'],
      [`${simple}\n| Speed | yes | no |`]: ['duplicate-criterion'],
      [`${simple}\n| | yes | no |`]: ['unnamed-criterion'],
      '| | A | A |\n|-|-|-|\n| r | yes | no |': ['duplicate-thing'],
      '| | | A |\n|-|-|-|\n| r | yes | no |': ['unnamed-thing'],
      [`${simple}\n\n| | A | C |\n|-|-|-|\n| r | yes | no |`]: ['unlike-columns'],
      '| | A |\n|-|-|\n| r | yes[^a] |': ['unknown-footnote'],
      '| | A |\n|-|-|\n| r | yes[^a] |\n\n[^a]: https://example.com': [],
    };
    for (const [text, expected] of Object.entries(cases)) assert.deepEqual(codes(text), expected, text);
    const ragged = readComparison(`${simple}\n| Size | yes |`, 0).problems[0];
    assert.deepEqual(ragged?.range, { start: simple.length + 1, end: simple.length + 15 });
  });

  it('gives what a ragged row leaves out as missing, and a repeated thing its own column', () => {
    const [row] = rowsOf(grid('| | A | B |\n|-|-|-|\n| r | yes |'));
    assert.deepEqual(row?.cells.map((cell) => [cell?.markdown, cell?.missing]), [['yes', false], ['', true]]);
    assert.deepEqual(grid('| | A | A |\n|-|-|-|\n| r | yes | no |').things, ['A', 'A (2)']);
  });

  it('lays tables that share things over each other, and keeps others apart', () => {
    const text = `${simple}\n\n## Second\n\n| | B | C |\n|-|-|-|\n| Cost | low | high |\n\n## Servers\n\n| | Gunicorn | Uvicorn |\n|-|-|-|\n| ASGI | no | yes |`;
    const { grids } = readComparison(text, 0);
    assert.deepEqual(grids.map(({ things }) => things), [['A', 'B', 'C'], ['Gunicorn', 'Uvicorn']]);
    assert.deepEqual(cellTexts(text), [['Speed', 'yes', 'no', null], ['Cost', null, 'low', 'high']]);
  });

  it('reads the same with every kind of line end', () => {
    const text = `# T\n\n## G\n\n${simple}\n| Size | ? | 3 MB |\n\n[^a]: x`;
    for (const end of ['\r\n', '\r']) assert.deepEqual(cellTexts(text.replaceAll('\n', end)), cellTexts(text));
  });

  it('agrees with markdown-it on where the cells are', () => {
    const markdownIt = new MarkdownIt();
    const cell = fc.stringMatching(/^[a-z `|\\*-]{0,8}$/).filter((text) => !text.includes('\\\\'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = ['| h | A |', '| - | - |', ...rows.map(([one, other]) => `| x${one} | ${other} |`)].join('\n');
        const counts = rows.map((_, index) => index);
        const tokens = markdownIt.parse(text, {});
        const theirs: string[][] = [];
        for (const token of tokens) {
          if (token.type === 'tr_open') theirs.push([]);
          if (token.type === 'inline') theirs.at(-1)?.push(token.content);
        }
        const ours = rowsOf(grid(text)).map((row) => [row.title.markdown, row.cells[0]?.markdown ?? '']);
        assert.deepEqual(counts.map((index) => ours[index]), counts.map((index) => theirs[index + 1]?.slice(0, 2)));
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('finds the cells again that it wrote', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z`|\\ \n]{0,20}$/), (typed) => {
        const written = writeCell(typed);
        const [row] = rowsOf(grid(`| | A | B |\n|-|-|-|\n|r|${written}|end|`));
        assert.equal(row?.cells[1]?.markdown, 'end', written);
        assert.equal(writeCell(row?.cells[0]?.markdown ?? ''), written);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('never throws, and its ranges lie inside the text', () => {
    const line = fc.constantFrom('| a | b | c |', '|-|-|-|', '|-|-|', '# H', '', '```', '~~~', '<!--', '-->', 'text', '> q', '- l', '[^a]: x', '| x[^b] |', '===', '    code', '|', '||', '\\|', '<pre>');
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { grids, problems } = readComparison(text, 0);
        for (const { range } of problems) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        for (const row of grids.flatMap(rowsOf)) for (const cell of row.cells) if (cell?.missing === false) assert.equal(text.slice(cell.range.start, cell.range.end).replaceAll('\\|', '|'), cell.markdown);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
