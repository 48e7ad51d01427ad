import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../src/core/quiz/difference';
import { suggestedGrade } from '../../../src/core/quiz/suggestedGrade';

const marks = { same: '', missing: '+', extra: '-' };

/** Pieces as one line: `+missing+`, `-extra-`. */
function shown(expected: string, typed: string, isCode = false): string {
  return difference(expected, typed, isCode)
    .pieces.map(({ kind, text }) => marks[kind] + text.trim() + marks[kind])
    .join(' ');
}

describe('a typed answer beside the expected one', () => {
  const cases: readonly (readonly [expected: string, typed: string, shown: string])[] = [
    ['global interpreter lock', 'global interpreter lock', 'global interpreter lock'],
    ['global interpreter lock', 'Global  interpreter lock ', 'global interpreter lock'],
    ['global interpreter lock', 'global lock', 'global +interpreter+ lock'],
    ['global lock', 'one global lock', '-one- global lock'],
    ['at least once', 'at most once', 'at -most- +least+ once'],
    ['don’t', "don't", 'don’t'],
    ['lock', '', '+lock+'],
  ];
  for (const [expected, typed, result] of cases) {
    it(`${JSON.stringify(typed)} for ${JSON.stringify(expected)}`, () => assert.equal(shown(expected, typed), result));
  }

  it('minds case in code alone', () => {
    assert.equal(difference('None', 'none', true).isSame, false);
    assert.equal(difference('None', 'none', false).isSame, true);
  });

  it('ignores spaces in code, not signs', () => {
    assert.equal(difference('[1, 2]', '[1,2]', true).isSame, true);
    assert.equal(difference('[1, 2]', '(1, 2)', true).isSame, false);
  });

  it('always holds the whole expected answer, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (expected, typed) => {
        const { pieces } = difference(expected, typed, true);
        const kept = pieces.filter(({ kind }) => kind !== 'extra').map(({ text }) => text).join('');
        assert.equal(kept.replace(/\s/g, ''), expected.replace(/\s/g, ''));
      }),
    );
  });

  it('stays quick for hostile lengths', () => {
    const started = performance.now();
    difference('a b '.repeat(20_000), 'b a '.repeat(20_000), true);
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('the grade a typed answer speaks for', () => {
  const grade = (expected: string, typed: string, isOutput = false) => suggestedGrade(difference(expected, typed, isOutput), isOutput);
  it('is good for the same, hard for a slip, again for another', () => {
    assert.equal(grade('idempotent', 'idempotent'), 3);
    assert.equal(grade('idempotent', 'idempotnet'), 2);
    assert.equal(grade('idempotent', 'immutable'), 1);
  });
  it('knows no almost for an output', () => assert.equal(grade('[1, 2, 3]', '[1, 2, 4]', true), 1));
});
