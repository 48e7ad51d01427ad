import assert from 'node:assert/strict';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { chartPicture } from '../../../src/core/comparison/chartPicture';
import { compareRow, differences } from '../../../src/core/comparison/differences';
import { comparisonAsCsv, comparisonAsMarkdown } from '../../../src/core/comparison/exportComparison';
import { figureOf } from '../../../src/core/comparison/figure';
import { linksOf } from '../../../src/core/comparison/linksOf';
import { newComparison, splitNames } from '../../../src/core/comparison/newComparison';
import { readCell } from '../../../src/core/comparison/readCell';
import { readComparison } from '../../../src/core/comparison/readComparison';
import { sortedIndexes } from '../../../src/core/comparison/sortCells';
import { tableQuestions } from '../../../src/core/comparison/tableQuestions';
import { seeded } from './seeded';

const cells = (...texts: string[]) => texts.map(readCell);

describe('Differences', () => {
  it('tell same, different and unclear rows apart', () => {
    const cases: [string[], string][] = [
      [['yes', 'yes'], 'same'], [['yes', '✓'], 'same'], [['yes', 'no'], 'differs'], [['yes, native', 'yes, by plugin'], 'differs'], [['ASGI', 'asgi.'], 'same'], [['10 ms (2020)', '10 ms (2024)'], 'same'],
      [['10 ms', '10 s'], 'differs'], [['yes', '?'], 'unclear'], [['yes', 'no', '?'], 'differs'], [['?', '?'], 'unclear'], [['yes'], 'same'],
    ];
    for (const [texts, expected] of cases) assert.equal(compareRow(cells(...texts)), expected, texts.join(' | '));
  });
  it('look at the chosen things only', () => {
    const rows = [cells('yes', 'yes', 'no'), cells('a', 'b', 'c')];
    assert.deepEqual(differences(rows, [0, 1]), [1]);
    assert.deepEqual(differences(rows, [0, 2]), [0, 1]);
  });
});

describe('Sorting', () => {
  it('puts yes before partly before no before numbers and texts, and unknown last both ways', () => {
    const column = cells('?', 'beta', 'no', '3 ms', 'yes', 'Alpha', 'partly', '12 ms', '');
    assert.deepEqual(sortedIndexes(column, 'descending', 'en'), [4, 6, 2, 7, 3, 5, 1, 0, 8]);
    assert.deepEqual(sortedIndexes(column, 'ascending', 'en'), [1, 5, 3, 7, 2, 6, 4, 0, 8]);
  });
});

describe('A figure', () => {
  it('is a row of numbers of one unit, with ticks from zero', () => {
    const figure = figureOf(cells('15000 req/s (2025) (unverified)', '?', '3500 req/s (2025, Gunicorn)'));
    assert.equal(figure?.unit, 'req/s');
    assert.deepEqual(figure.bars, [{ thing: 0, value: 15000, year: 2025, unverified: true }, { thing: 2, value: 3500, year: 2025, context: 'Gunicorn', unverified: false }]);
    assert.deepEqual([figure.ticks[0], figure.ticks.at(-1)], [0, 15000]);
  });
  it('is not made of years, versions, mixed units, texts or a single number', () => {
    for (const texts of [['2005', '2010'], ['3.1', '0.115'], ['3 ms', '4 s'], ['3 ms', 'fast'], ['3 ms', '?'], ['yes', 'no']]) assert.equal(figureOf(cells(...texts)), undefined, texts.join());
  });
  it('always begins at zero or below and holds every bar', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000, max: 100_000_000 }), { minLength: 2, maxLength: 9 }), (values) => {
      const ticks = figureOf(cells(...values.map((value) => `${String(value)} ms`)))?.ticks ?? [];
      assert.ok(ticks.length >= 2 && ticks.length <= 12 && ticks.includes(0));
      assert.ok((ticks[0] ?? 1) <= Math.min(0, ...values) && (ticks.at(-1) ?? 0) >= Math.max(0, ...values));
    }), { seed: 5 });
  });
  it('is saved as a picture in which text stays text', () => {
    const figure = figureOf(cells('3 <b>', '4 <b>'));
    assert.ok(figure);
    const svg = chartPicture('</title><script>alert(1)</script>', figure, ['<img onerror=x>', 'B"&\u0001']);
    assert.ok(!/<script|<img|<b>|\u0001/.test(svg));
    assert.match(svg, /&lt;img onerror=x&gt;/);
  });
});

describe('Copying', () => {
  const note = readComparison('## G\n\n| | A | B |\n|-|-|-|\n| Speed | =1+1 | yes, `a\\|b`[^s] |\n| Size | @x, "q" | ? |\n\n[^s]: https://example.com\n[^t]: unused', 0);
  const [grid] = note.grids;
  assert.ok(grid);
  const all = { rows: [0, 1], things: [0, 1] };
  it('writes CSV that a spreadsheet shows and does not calculate', () => {
    assert.equal(comparisonAsCsv(grid, all), ',,A,B\r\nG,Speed,"\'=1+1","yes, a|b"\r\nG,Size,"\'@x, ""q""",?');
    const { parse } = papaparse as unknown as { parse(text: string): { data: string[][] } };
    assert.deepEqual(parse(comparisonAsCsv(grid, all)).data[2], ['G', 'Size', '\'@x, "q"', '?']);
  });
  it('writes Markdown that reads as the same table, with the footnotes it uses', () => {
    const markdown = comparisonAsMarkdown(note, grid, { rows: [1, 0], things: [1, 0] });
    const again = readComparison(markdown, 0);
    assert.deepEqual(again.problems, []);
    assert.deepEqual(again.grids[0]?.groups[0]?.rows.map((row) => row.cells.map((cell) => cell?.markdown)), [['?', '@x, "q"'], ['yes, `a|b`[^s]', '=1+1']]);
    assert.deepEqual(again.footnotes.map(({ label }) => label), ['s']);
  });
  it('leaves out rows and things that are not there', () => {
    assert.equal(comparisonAsCsv(grid, { rows: [99], things: [5] }), ',,');
  });
});

describe('Links of a cell', () => {
  it('are its own, then those of its footnotes', () => {
    const footnotes = [{ label: 'a', markdown: 'see https://a.example/x. and [b](https://b.example)[^a]' }];
    assert.deepEqual(linksOf('yes [n](note.md)[^a] [c](javascript:x)', footnotes).map(({ target }) => target), ['note.md', 'https://a.example/x', 'https://b.example']);
  });
});

describe('Quiz me on this table', () => {
  it('has one right answer among options of the same row, and never an unknown cell', () => {
    const random = seeded(11);
    const texts = ['yes', 'no', 'partly', '?', '', 'ASGI', 'WSGI', 'own server', '10 ms', '20 ms', '-', 'yes, native'];
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 6 }, (_, index) => ({ name: `R${String(index)}`, cells: cells(...Array.from({ length: 5 }, () => texts[Math.floor(random() * texts.length)] ?? '')) }));
      for (const question of tableQuestions(rows, random)) {
        const row = rows[question.row];
        assert.ok(row && question.options.length >= 2 && question.options.length <= 4 && new Set(question.options).size === question.options.length);
        assert.ok(question.options.includes(question.answer));
        const offered = question.options.map((option) => row.cells[option]);
        assert.ok(offered.every((cell) => cell !== undefined && cell.kind !== 'unknown'));
        const { ask } = question;
        const right = offered.filter((cell) => {
          const answer = row.cells[question.answer];
          if (cell === undefined || answer === undefined) return false;
          switch (ask.kind) {
            case 'which-is': return cell.kind === ask.verdict;
            case 'which-says': return cell.shown.text.toLowerCase() === ask.text.toLowerCase();
            case 'what-of': return cell.shown.text.toLowerCase() === answer.shown.text.toLowerCase();
            case 'highest':
            case 'lowest': return cell.kind === 'number' && answer.kind === 'number' && (ask.kind === 'highest' ? cell.value >= answer.value : cell.value <= answer.value);
          }
        });
        assert.equal(right.length, 1, JSON.stringify(question));
      }
    }
  });
});

describe('A new comparison', () => {
  it('is a table of unknown cells without problems', () => {
    const text = newComparison('Task "queues"', splitNames('Celery, RQ,, Celery'), splitNames('Brokers\nRetries | limits'));
    const { grids, problems } = readComparison(text, text.indexOf('---\n#') + 4);
    assert.deepEqual(problems, []);
    assert.deepEqual(grids[0]?.things, ['Celery', 'RQ']);
    assert.deepEqual(grids[0].groups[0]?.rows.map((row) => [row.name, ...row.cells.map((cell) => cell?.markdown)]), [['Brokers', '?', '?'], ['Retries | limits', '?', '?']]);
  });
});
