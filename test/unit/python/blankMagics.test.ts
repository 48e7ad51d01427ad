import assert from 'node:assert/strict';
import { blankMagics } from '../../../src/core/python/blankMagics';

const cases: readonly (readonly [cell: string, python: string])[] = [
  ['%matplotlib inline\nx = 1', '                  \nx = 1'],
  ['  %time f()\n', '           \n'],
  ['!pip install x\nimport x', '              \nimport x'],
  ['x = (a\n  % b)', 'x = (a\n  % b)'],
  ['x = (a\n  != b)', 'x = (a\n  != b)'],
  ['files = !ls\nfiles', 'files =    \nfiles'],
  ['t = %timeit -o f()', 't =               '],
  ['print?', '      '],
  ['?print', '      '],
  ['x.y??\nz', '     \nz'],
  ['%%bash\nfor f in *; do echo; done', `${' '.repeat(6)}\n${' '.repeat(25)}`],
  ['%%time\nimport x', '      \nimport x'],
  ['x %= 3', 'x %= 3'],
  ['x = a %b', 'x = a %b'],
];

describe('Lines of a notebook cell that are no Python', () => {
  for (const [cell, python] of cases) {
    it(`${JSON.stringify(cell)} keeps its length`, () => assert.equal(blankMagics(cell), python));
  }
});
