import assert from 'node:assert/strict';
import { answered, isAskedAgain, questionNumber, resultOf, skipped, startSession, withoutLastAnswer, type Rating } from '../../../src/core/quiz/quizSession';

function play(cards: string[], ...ratings: Rating[]) {
  return ratings.reduce(answered, startSession(cards, 1));
}

describe('a quiz session', () => {
  it('asks each card once, also when it was handed in twice', () => {
    assert.deepEqual(startSession(['a', 'b', 'a'], 1).queue, ['a', 'b']);
  });

  it('asks a forgotten card again at the end, and says so', () => {
    const session = play(['a', 'b'], 1, 3);
    assert.deepEqual(session.queue, ['a']);
    assert.equal(isAskedAgain(session), true);
    assert.equal(questionNumber(session), 1);
  });

  it('is finished when every card was known', () => {
    assert.deepEqual(play(['a', 'b'], 1, 3, 4).queue, []);
  });

  it('counts questions, not answers', () => {
    assert.equal(questionNumber(play(['a', 'b', 'c'])), 1);
    assert.equal(questionNumber(play(['a', 'b', 'c'], 1, 3)), 3);
  });

  it('takes the last answer back, also of a card that was put to the end', () => {
    const before = play(['a', 'b'], 3);
    assert.deepEqual(withoutLastAnswer(answered(before, 1)), before);
    assert.deepEqual(withoutLastAnswer(startSession(['a'], 1)), startSession(['a'], 1));
  });

  it('leaves out a card that is gone', () => {
    const session = skipped(play(['a', 'b', 'c'], 3));
    assert.deepEqual([session.queue, session.size], [['c'], 2]);
  });

  it('sums up by the first try', () => {
    assert.deepEqual(resultOf(play(['a', 'b', 'c'], 1, 2, 4, 3)), { asked: 3, known: 2, missed: ['a'] });
  });
});
