import assert from 'node:assert/strict';
import { movedCards, rescheduleEvents } from '../../../src/editor/reviews/movedCards';
import { decodeLine } from '../../../src/core/review/eventLine';
import { newCard, type CardState } from '../../../src/core/review/cardState';
import { Scheduler } from '../../../src/core/review/scheduler';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 20, 9);

function known(days: number, fields: Partial<CardState> = {}): CardState {
  return { ...newCard, phase: 'review', memory: { stability: 10, difficulty: 5 }, lastReview: now - 2 * day, interval: days * day, due: now + (days - 2) * day, reps: 4, ...fields };
}

function moves(state: CardState, retention: number) {
  return movedCards(['c'], () => state, new Scheduler({ retention, fuzz: false }), now);
}

describe('what Reschedule would move', () => {
  it('nothing, where the settings put a card where it is', () => assert.deepEqual(moves(known(10), 0.9), []));
  it('a card comes sooner if more is to be remembered, later if less', () => {
    const [sooner] = moves(known(10), 0.95);
    const [later] = moves(known(10), 0.8);
    assert.ok(sooner && later && sooner.to < sooner.from && later.to > later.from);
  });
  it('what is less than a day or a tenth stays, as fuzz moves as much', () => assert.deepEqual(moves(known(10.9), 0.9), []));
  it('new, learning and suspended cards stay', () => {
    for (const fields of [{ phase: 'new' }, { phase: 'learning' }, { suspended: true }] as const) assert.deepEqual(moves(known(30, fields), 0.95), []);
  });
  it('no card is put into the past, and one that is late stays so', () => {
    assert.equal(moves(known(30, { lastReview: now - 29 * day, due: now + day }), 0.99)[0]?.to, now);
    assert.deepEqual(moves(known(10, { lastReview: now - 40 * day, due: now - 30 * day }), 0.9), []);
  });
});

describe('a reschedule in the log', () => {
  it('fits into lines that every reader takes, however many cards move', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ card: `мои заметки:${'x'.repeat(60)}#${index}`, from: now, to: now + index * day / 100 }));
    const events = rescheduleEvents(many, now);
    assert.ok(events.length > 1);
    for (const [index, event] of events.entries()) {
      const line = JSON.stringify({ id: `w-${index}`, ...event });
      assert.ok(new TextEncoder().encode(line).length <= 64 * 1024);
      assert.ok('event' in decodeLine(line));
    }
    assert.equal(events.reduce((sum, event) => sum + ('moves' in event ? event.moves.length : 0), 0), many.length);
  });
});
