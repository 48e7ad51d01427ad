import * as assert from 'node:assert/strict';
import { newCard, type CardState } from '../../../src/core/review/cardState';
import { encodeEvent } from '../../../src/core/review/eventLine';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { movesOf, rescheduleEvents } from '../../../src/core/review/rescheduleCards';
import { Scheduler } from '../../../src/core/review/scheduler';
import { aHistory, day, noon, settings } from './build';

const scheduler = new Scheduler(settings);
const known: CardState = { ...newCard, phase: 'review', memory: { stability: 30, difficulty: 5 }, lastReview: noon - 10 * day, interval: 50 * day, due: noon + 40 * day, reps: 2 };

describe('rescheduling', () => {
  const cases: [string, CardState | undefined, number | undefined][] = [
    ['a card that waits too long moves to where recall is as wanted', known, noon + 20 * day],
    ['a card that is late already moves to now', { ...known, lastReview: noon - 90 * day, due: noon + day }, noon],
    ['less than a day is no move', { ...known, due: noon + 20.5 * day }, undefined],
    ['a due card stays', { ...known, lastReview: noon - 90 * day, due: noon - 5 * day }, undefined],
    ['a suspended card stays', { ...known, suspended: true }, undefined],
    ['a card in steps stays', { ...known, phase: 'relearning', step: 0 }, undefined],
    ['a new card stays', undefined, undefined],
  ];
  for (const [name, state, to] of cases) it(name, () => assert.deepEqual(movesOf(['c'], () => state, noon, scheduler).map((move) => move.to), to === undefined ? [] : [to]));

  it('50,000 moves are recorded in lines that can be read, and lead where they were shown', () => {
    const moves = Array.from({ length: 50_000 }, (_, index) => ({ card: `pack:파이썬/notes#question-${index}`, from: noon, to: noon + index * 60_000 }));
    const events = rescheduleEvents(moves, noon).map((event, index) => ({ ...event, id: `a-${index + 1}` }) as ReviewEvent);
    for (const event of events) encodeEvent(event);
    const history = aHistory(events);
    for (const { card, to } of moves) assert.equal(history.stateOf(card, noon).due, to);
  });
});
