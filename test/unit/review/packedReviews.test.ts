import * as assert from 'node:assert/strict';
import { PackedReviews } from '../../../src/core/review/packedReviews';
import type { Rating, ReviewEvent, ReviewedEvent } from '../../../src/core/review/reviewEvent';
import { aHistory, noon, seeded } from './build';

const maybe = <Fields extends object>(is: boolean, fields: Fields): Partial<Fields> => (is ? fields : {});

function aReview(random: () => number, number: number): ReviewedEvent {
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    id: `w-${number}`,
    kind: 'review',
    card: `c#${below(50)}`,
    at: random() < 0.1 ? noon + random() * 1000 : noon + below(1e9),
    rating: (1 + below(4)) as Rating,
    interval: random() < 0.1 ? random() * 1e9 : below(1e12),
    ...maybe(below(3) === 0, { step: below(100) }),
    ...maybe(below(2) === 0, { duration: below(2) === 0 ? 0 : random() * 1e6 }),
    ...maybe(below(2) === 0, { tz: ['Europe/Berlin', 'Asia/Seoul', '', 'no such zone'][below(4)] }),
    ...maybe(below(2) === 0, { dayStart: below(2) === 0 ? below(24) : random() * 24 }),
  };
}

describe('packed reviews', () => {
  it('are equal to what was packed, in every field', () => {
    const random = seeded(5);
    const events = Array.from({ length: 5000 }, (_, number) => aReview(random, number));
    const packed = new PackedReviews((row) => events[row]?.card ?? '');
    events.forEach((event, row) => assert.equal(packed.keep(row, event), true));
    events.forEach((event, row) => assert.deepEqual(packed.event(row, event.id), event));
  });

  for (const [name, more] of Object.entries({ 'an unknown field': { note: 'x' }, 'a batch': { batch: 'w-1' }, 'what it follows': { after: 'w-1' }, 'a field without a value': { duration: undefined } })) {
    it(`do not take ${name}, and a history keeps it`, () => {
      const event = { id: 'w-2', kind: 'review', card: 'c', at: noon, rating: 3, interval: 5, ...more } as ReviewedEvent;
      assert.equal(new PackedReviews(() => 'c').keep(0, event), false);
      const history = aHistory();
      history.add([event]);
      assert.deepEqual(history.eventsOf('w-2'), [event]);
    });
  }

  it('leave a full number of zones to events as they are', () => {
    const packed = new PackedReviews(() => 'c');
    const without: ReviewedEvent = { id: 'w-1', kind: 'review', card: 'c', at: noon, rating: 3, interval: 5 };
    const inZone = (tz: string): ReviewedEvent => ({ ...without, tz });
    for (let zone = 1; zone <= 255; zone++) assert.equal(packed.keep(0, inZone(`zone ${zone}`)), true);
    assert.equal(packed.keep(0, inZone('one more')), false);
    assert.equal(packed.keep(0, inZone('zone 7')), true);
    assert.equal(packed.event(0, 'w-1').tz, 'zone 7');
    assert.equal(packed.keep(0, inZone('one more')), false);
    assert.equal(packed.keep(0, without), true);
    assert.deepEqual(packed.event(0, 'w-1'), without);
  });

  it('that contradict each other under one id are in the same order, whoever came first', () => {
    const [one, other] = [{ rating: 1, interval: 7 }, { interval: 9, rating: 4 }].map((fields): ReviewEvent => ({ ...fields, id: 'w-1', kind: 'review', card: 'c', at: noon } as ReviewedEvent));
    const states = [[one, other], [other, one]].map((events) => {
      const history = aHistory();
      for (const event of events) if (event) history.add([event]);
      return JSON.stringify([history.stateOf('c', noon + 1), history.conflicts]);
    });
    assert.equal(states[0], states[1]);
    assert.match(states[0] ?? '', /w-1/);
  });
});
