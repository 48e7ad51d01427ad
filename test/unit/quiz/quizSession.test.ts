import assert from 'node:assert/strict';
import { answered, caughtUp, isAskedAgain, leftIn, questionNumber, resultOf, setAside, skipped, startSession, timeLeft, withNextCard, withoutLastAnswer, type Rating } from '../../../src/core/quiz/quizSession';

const minute = 60_000;

function play(cards: string[], ...ratings: Rating[]) {
  return ratings.reduce((session, rating) => withNextCard(answered(session, rating), 0), startSession(cards, 1));
}

describe('a quiz session', () => {
  it('asks each card once, also when it was handed in twice', () => {
    assert.deepEqual(startSession(['a', 'b', 'a'], 1).queue, ['a', 'b']);
  });

  it('asks a forgotten card again before it ends, and says so', () => {
    const session = play(['a', 'b'], 1, 3);
    assert.deepEqual(session.queue, ['a']);
    assert.equal(isAskedAgain(session), true);
    assert.equal(questionNumber(session), 1);
  });

  it('is finished when every card was known', () => {
    assert.deepEqual(play(['a', 'b'], 1, 3, 4).queue, []);
  });

  it('brings a card back within the sitting as soon as its minutes are over', () => {
    const session = answered(startSession(['a', 'b', 'c'], 1), 1, 1 * minute);
    assert.equal(withNextCard(session, 0).queue[0], 'b');
    assert.deepEqual(withNextCard(session, 1 * minute).queue, ['a', 'b', 'c']);
  });

  it('does not wait for a card that was known and is due in some minutes', () => {
    const session = withNextCard(answered(startSession(['a'], 1), 3, 10 * minute), 0);
    assert.deepEqual([session.queue, session.waiting.length, leftIn(session)], [[], 1, 0]);
  });

  it('counts questions, not answers', () => {
    assert.equal(questionNumber(play(['a', 'b', 'c'])), 1);
    assert.equal(questionNumber(play(['a', 'b', 'c'], 1, 3)), 3);
  });

  it('takes the last answer back, also of a card that was to come back', () => {
    const before = play(['a', 'b'], 3);
    assert.deepEqual(withoutLastAnswer(answered(before, 1)), before);
    assert.deepEqual(withoutLastAnswer(answered(before, 3, minute)), before);
    assert.deepEqual(withoutLastAnswer(startSession(['a'], 1)), startSession(['a'], 1));
  });

  it('leaves out a card that is gone', () => {
    const session = skipped(play(['a', 'b', 'c'], 3));
    assert.deepEqual([session.queue, session.size], [['c'], 2]);
  });

  it('takes out a suspended card, and brings it back with undo', () => {
    const before = play(['a', 'b', 'c'], 3);
    const after = setAside(before);
    assert.deepEqual([after.queue, after.size, resultOf(after).asked], [['c'], 2, 1]);
    assert.deepEqual(withoutLastAnswer(after), before);
  });

  it('learns from the log what it missed in a crash', () => {
    const stored = play(['a', 'b', 'c', 'd'], 3);
    const ratings: Record<string, Rating> = { a: 3, c: 1, b: 4 };
    const session = withNextCard(caughtUp(stored, (card) => ratings[card]), 0);
    assert.deepEqual([session.queue, session.waiting.map(({ card }) => card)], [['d'], ['c']]);
    assert.deepEqual(session.answers.map(({ card, rating }) => [card, rating]), [['a', 3], ['b', 4], ['c', 1]]);
  });

  it('ends when the time chosen is used up; pauses cost nothing', () => {
    const first = answered(startSession(['a', 'b', 'c'], 1, 5 * minute), 3, undefined, 2 * minute);
    assert.equal(timeLeft(first), 3 * minute);
    assert.deepEqual(withNextCard(first, 0).queue, ['b', 'c']);
    assert.deepEqual(withNextCard(answered(first, 1, 0, 3 * minute), 0).queue, []);
  });

  it('sums up by the first try', () => {
    assert.deepEqual(resultOf(play(['a', 'b', 'c'], 1, 2, 4, 3)), { asked: 3, known: 2, missed: ['a'] });
  });
});
