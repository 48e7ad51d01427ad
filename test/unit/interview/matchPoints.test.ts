import assert from 'node:assert/strict';
import { matchPoints } from '../../../src/core/interview/matchPoints';
import { madeAnswers, type MadeAnswer } from './madeAnswers';

interface Measured {
  readonly precision: number;
  readonly recall: number;
}

function measure(answers: readonly MadeAnswer[]): Measured {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { question, text, expected } of answers) {
    const found = matchPoints(text, question.points, question.front).map(({ point }) => point);
    right += found.filter((point) => expected.includes(point)).length;
    wrong += found.filter((point) => !expected.includes(point)).length;
    missed += expected.filter((point) => !found.includes(point)).length;
    if (process.env['SHOW_MATCHES']) {
      for (const point of found.filter((each) => !expected.includes(each))) console.log('WRONG', question.points[point], '<-', text);
      for (const point of expected.filter((each) => !found.includes(each))) console.log('MISSED', question.points[point], '<-', text);
    }
  }
  return { precision: right / (right + wrong), recall: right / (right + missed) };
}

describe('Ticking points by the words of an answer', () => {
  it('is right in nine of ten ticks and finds six of ten points, over 200 made answers', () => {
    assert.equal(madeAnswers.length, 200);
    const { precision, recall } = measure(madeAnswers);
    console.log(`      all: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    assert.ok(precision >= 0.9, `precision ${precision}`);
    assert.ok(recall >= 0.6, `recall ${recall}`);
  });

  for (const language of ['en', 'ko', 'ru'] as const) {
    it(`holds for answers in ${language}`, () => {
      const { precision, recall } = measure(madeAnswers.filter(({ question }) => question.language === language));
      console.log(`      ${language}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
      assert.ok(precision >= 0.9, `precision ${precision}`);
      assert.ok(recall >= 0.6, `recall ${recall}`);
    });
  }

  const gil = ['Reference counts must not be corrupted', 'One lock is cheap for one thread'];
  it('shows the words that it found, as they were typed', () => {
    assert.deepEqual(matchPoints('The REFERENCE COUNTS would be corrupted.', gil), [{ point: 0, words: ['REFERENCE COUNTS', 'corrupted'] }]);
  });

  const nothing: readonly (readonly [string, string])[] = [
    ['an empty answer', ''],
    ['the question said again', 'Why does CPython have a GIL? Well, CPython has a GIL.'],
    ['someone who says that they do not know', 'I don’t know how reference counts get corrupted. I do not remember whether one lock is cheap with one thread.'],
    ['words from all over a long answer', 'Reference books help me. I like films. My cat is old. It rains today. The politician is corrupted.'],
  ];
  for (const [name, text] of nothing) {
    it(`ticks nothing for ${name}`, () => { assert.deepEqual(matchPoints(text, gil, 'Why does CPython have a GIL?'), []); });
  }

  it('stays quick on the longest answer', () => {
    const long = 'Reference counts and threads and locks, because. '.repeat(410);
    const began = performance.now();
    matchPoints(long, Array.from({ length: 12 }, () => 'One global lock is simple and cheap for one thread, and reference counts stay right'));
    assert.ok(performance.now() - began < 1000);
  });
});
