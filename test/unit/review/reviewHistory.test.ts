import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { aHistory, aLog, aReview, aWriter, day, hour, minute, noon, seeded, shuffled, statesOf } from './build';

const long = process.env.INTERVIEW_STUDY_LONG === '1';
const card = 'pack:python/gil#gil-why';

describe('review history', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  it('knows nothing of a card without events', () => {
    const state = aHistory().stateOf(card, noon);
    assert.deepEqual([state.phase, state.due, state.memory, state.reps], ['new', undefined, undefined, 0]);
  });

  it('is due when the person was told, whatever the settings say now', () => {
    const event = aWriter('a')(aReview(card, 3, 12_345));
    assert.equal(aHistory([event]).stateOf(card, noon + day).due, event.at + 12_345);
  });

  it('counts lapses of known cards only', () => {
    const next = aWriter('a');
    const events = [next(aReview(card, 1, minute, { step: 0 })), next(aReview(card, 3)), next(aReview(card, 1, 10 * minute, { step: 0 })), next(aReview(card, 1, minute, { step: 0 }))];
    const { lapses, reps, phase, step } = aHistory(events).stateOf(card, noon + day);
    assert.deepEqual({ lapses, reps, phase, step }, { lapses: 1, reps: 4, phase: 'relearning', step: 0 });
  });

  const marks: [string, string[], object][] = [
    ['suspend hides, unsuspend shows', ['suspend', 'unsuspend', 'suspend'], { suspended: true }],
    ['unsuspend ends it', ['suspend', 'unsuspend'], { suspended: false }],
    ['flag', ['flag'], { flagged: true }],
    ['unflag', ['flag', 'unflag'], { flagged: false }],
    ['cram and mock leave a card new', ['cram', 'mock'], { phase: 'new', reps: 0 }],
  ];
  for (const [name, kinds, expected] of marks) {
    it(name, () => {
      const next = aWriter('a');
      const state = aHistory(kinds.map((kind) => next({ kind, card }))).stateOf(card, noon + day);
      assert.deepEqual({ ...state, ...expected }, { ...state });
    });
  }

  it('buries for as long as was said, and unbury ends it', () => {
    const next = aWriter('a');
    const bury = next({ kind: 'bury', card, interval: hour });
    assert.equal(aHistory([bury]).stateOf(card, noon + day).buriedUntil, bury.at + hour);
    assert.equal(aHistory([bury, next({ kind: 'unbury', card })]).stateOf(card, noon + day).buriedUntil, undefined);
  });

  it('shift and reschedule move the due time and leave the memory alone', () => {
    const next = aWriter('a');
    const review = next(aReview(card));
    const shift = next({ kind: 'shift', card, interval: 9 * day });
    const all = next({ kind: 'reschedule', moves: [['other', day], [card, 2 * day]] });
    const [before, after, last] = [[review], [review, shift], [review, shift, all]].map((events) => aHistory(events).stateOf(card, noon + day));
    assert.equal(after?.due, shift.at + 9 * day);
    assert.equal(last?.due, all.at + 2 * day);
    assert.deepEqual(last?.memory, before?.memory);
  });

  it('a regrade replaces rating and interval of a review, the last edit counts', () => {
    const next = aWriter('a');
    const review = next(aReview(card, 3));
    const edits = [next({ kind: 'regrade', of: review.id, rating: 1, interval: minute, step: 0 }), next({ kind: 'regrade', of: review.id, rating: 4, interval: 8 * day })];
    const direct = aHistory([{ ...review, ...aReview(card, 4, 8 * day) } as ReviewEvent]).stateOf(card, noon + day);
    assert.deepEqual(aHistory([review, ...edits]).stateOf(card, noon + day), direct);
  });

  it('an unknown kind changes nothing', () => {
    const history = aHistory([{ id: 'a-1', at: noon, kind: 'other', line: '{}' }]);
    assert.equal(history.size, 1);
    assert.deepEqual([...history.cards()], []);
  });

  describe('undo', () => {
    it('takes back a review, redo brings it back', () => {
      const next = aWriter('a');
      const events = [next(aReview(card)), next(aReview(card, 1, minute))];
      const [full, first] = [statesHere(events), statesHere(events.slice(0, 1))];
      const undo = next({ kind: 'undo', undoes: 'a-2' });
      assert.equal(statesHere([...events, undo]), first);
      const redo = next({ kind: 'undo', undoes: undo.id });
      assert.equal(statesHere([...events, undo, redo]), full);
    });

    it('counts for an event that a clock in the future dated', () => {
      const ahead = aWriter('b', noon + 400 * day)(aReview(card));
      const undo = aWriter('a')({ kind: 'undo', undoes: ahead.id });
      assert.equal(aHistory([ahead, undo]).stateOf(card, noon).reps, 0);
    });

    it('may arrive before what it names', () => {
      const next = aWriter('a');
      const review = next(aReview(card));
      const undo = aWriter('b')({ kind: 'undo', undoes: review.id });
      assert.equal(aHistory([undo, review]).stateOf(card, noon).reps, 0);
    });

    it('does not count in a ring of undos, in whichever order they arrive', () => {
      const events = [
        aWriter('a')(aReview(card)),
        aWriter('b')({ kind: 'undo', undoes: 'c-1' }),
        aWriter('c')({ kind: 'undo', undoes: 'b-1' }),
        { ...aWriter('d')({ kind: 'undo', undoes: 'd-1' }) },
        { ...aWriter('e')({ kind: 'undo', undoes: 'b-1' }) },
      ];
      const states = new Set(Array.from({ length: 30 }, (_, seed) => statesOf(aHistory(shuffled(events, seeded(seed))))));
      assert.equal(states.size, 1);
    });

    it('follows a chain of 20,000 without trouble', () => {
      const next = aWriter('a');
      const events = [next(aReview(card))];
      for (let index = 1; index < 20_000; index++) events.push(next({ kind: 'undo', undoes: `a-${index}` }));
      assert.equal(aHistory(events).stateOf(card, noon + day).reps, 0);
      assert.equal(aHistory(events.reverse()).stateOf(card, noon + day).reps, 0);
    });

    function statesHere(events: readonly ReviewEvent[]): string {
      return JSON.stringify(aHistory(events).stateOf(card, noon + day));
    }
  });

  describe('link', () => {
    it('continues the history of another card up to the time of the link', () => {
      const next = aWriter('a');
      const before = next(aReview('old'));
      const link = next({ kind: 'link', from: 'old', to: 'new' });
      const after = next(aReview('old'));
      const own = next(aReview('new'));
      const history = aHistory([before, link, after, own]);
      assert.deepEqual(history.historyOf('new').map(({ event }) => event.id), [before.id, own.id]);
      assert.deepEqual(history.historyOf('old').map(({ event }) => event.id), [before.id, after.id]);
    });

    it('is followed through several renames, and there and back', () => {
      const next = aWriter('a');
      const events = [
        next(aReview('a')),
        next({ kind: 'link', from: 'a', to: 'b' }),
        next(aReview('b')),
        next({ kind: 'link', from: 'b', to: 'c' }),
        next(aReview('c')),
        next({ kind: 'link', from: 'c', to: 'a' }),
      ];
      assert.equal(aHistory(events).stateOf('a', noon + day).reps, 3);
    });

    it('can be undone', () => {
      const next = aWriter('a');
      const events = [next(aReview('old')), next({ kind: 'link', from: 'old', to: 'new' })];
      const history = aHistory(events);
      assert.equal(history.stateOf('new', noon + day).reps, 1);
      assert.deepEqual([...history.advance(next({ kind: 'undo', undoes: 'a-2' }))], ['new']);
      assert.equal(history.stateOf('new', noon + day).reps, 0);
    });

    it('a ring and a crowd of links end', () => {
      const random = seeded(1);
      const next = aWriter('a');
      const events = Array.from({ length: 2_000 }, () => next({ kind: 'link', from: `c${Math.floor(random() * 30)}`, to: `c${Math.floor(random() * 30)}` }));
      const history = aHistory([next(aReview('c1')), ...events]);
      for (let index = 0; index < 30; index++) history.stateOf(`c${index}`, noon);
    });
  });

  describe('is the same set of facts however it arrives', () => {
    it('R6: shuffled and duplicated', () => {
      for (let seed = 0; seed < (long ? 1_000 : 25); seed++) {
        const random = seeded(seed);
        const log = aLog(long ? 1_000 : 300, random);
        const many = shuffled(Array.from({ length: 10 }, () => log.map((event) => ({ ...event }))).flat(), random);
        const history = aHistory(many);
        assert.equal(history.size, log.length);
        assert.equal(statesOf(history), statesOf(aHistory(log)), `seed ${seed}`);
      }
    });

    it('step by step equals a full replay, with questions asked in between', () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer({ min: 1, max: 120 }), fc.boolean(), (seed, length, inOrder) => {
          const random = seeded(seed);
          const log = aLog(length, random, 5, 2);
          const history = aHistory();
          for (const event of inOrder ? log : shuffled(log, random)) {
            history.advance(event);
            if (random() < 0.5) for (const each of history.cards()) history.stateOf(each, noon);
          }
          assert.equal(statesOf(history), statesOf(aHistory(log)));
        }),
        { numRuns: long ? 2_000 : 150, seed: 7 },
      );
    });

    it('advance names every card whose state it changes', () => {
      for (let seed = 0; seed < 40; seed++) {
        const random = seeded(seed);
        const history = aHistory();
        const before = new Map<string, string>();
        for (const event of shuffled(aLog(80, random, 5, 2), random)) {
          const changed = history.advance(event);
          for (const each of history.cards()) {
            const state = JSON.stringify(history.stateOf(each, noon + 500 * day));
            assert.ok(before.get(each) === state || changed.has(each), `${event.id} changed ${each} silently`);
            before.set(each, state);
          }
        }
      }
    });

    it('two events of one id are both kept and reported', () => {
      const one = aWriter('a')(aReview(card, 3));
      const other = aWriter('a')(aReview(card, 1));
      const histories = [aHistory([one, other, one]), aHistory([other, one, other])];
      assert.deepEqual(histories.map(({ size, conflicts }) => [size, conflicts]), [[2, ['a-1']], [2, ['a-1']]]);
      assert.equal(statesOf(histories[0]!), statesOf(histories[1]!));
    });

    it('unknown fields tell two events apart and are kept', () => {
      const event = { ...aWriter('a')(aReview(card)), mood: { of: ['day'] } };
      const history = aHistory([event, { ...event, mood: { of: ['day'] } }]);
      assert.deepEqual([history.size, history.conflicts], [1, []]);
      assert.deepEqual(history.eventsOf('a-1'), [event]);
      const other = { ...event, mood: { of: ['night'] } };
      history.add([other]);
      assert.equal(history.size, 2);
    });
  });

  it('R10: 1,000 random undos and redos lead back to the same states', () => {
    const random = seeded(3);
    const log = aLog(200, random).filter(({ kind }) => kind !== 'undo' && kind !== 'link');
    const history = aHistory(log);
    const start = stateOnly(history);
    const next = aWriter('me', noon + 800 * day);
    const undone: string[] = [];
    let done = log.map(({ id }) => id);
    const checkpoints: string[] = [start];
    for (let step = 0; step < 1_000; step++) {
      if (undone.length === 0 || (done.length > 0 && random() < 0.5)) {
        const id = done.pop()!;
        const undo = next({ kind: 'undo', undoes: id });
        history.advance(undo);
        undone.push(undo.id, id);
        checkpoints[undone.length / 2] ??= stateOnly(history);
      } else {
        const id = undone.pop()!;
        history.advance(next({ kind: 'undo', undoes: undone.pop()! }));
        done.push(id);
      }
      assert.equal(stateOnly(history), checkpoints[undone.length / 2], `step ${step}`);
    }
    while (undone.length > 0) {
      done = [...done, undone.pop()!];
      history.advance(next({ kind: 'undo', undoes: undone.pop()! }));
    }
    assert.equal(stateOnly(history), start);
    assert.equal(stateOnly(aHistory(shuffled([...history.filed()].map(({ event }) => event), random))), start);
  });

  function stateOnly(history: ReturnType<typeof aHistory>): string {
    return JSON.stringify([...history.cards()].sort().map((each) => [each, history.stateOf(each, noon + 900 * day)]));
  }

  describe('clocks', () => {
    it('keep a writer in the order of its numbers when they go back', () => {
      const events = [
        { ...aReview(card, 3), id: 'a-1', at: noon },
        { ...aReview(card, 1, minute, { step: 0 }), id: 'a-2', at: noon - 2 * hour },
        { ...aReview(card, 4, 9 * day), id: 'a-3', at: noon - hour },
      ] as ReviewEvent[];
      const history = aHistory(shuffled(events, seeded(2)));
      assert.deepEqual(history.historyOf(card).map(({ event, effective }) => [event.id, effective]), [['a-1', noon], ['a-2', noon], ['a-3', noon]]);
      assert.equal(history.stateOf(card, noon + day).due, noon + 9 * day);
    });

    it('400 days ahead hide nothing', () => {
      const state = aHistory([aWriter('a', noon + 400 * day)(aReview(card, 3, 5 * day))]).stateOf(card, noon);
      assert.equal(state.due, noon + 5 * day);
      assert.equal(state.ahead, true);
    });

    it('a new answer follows one that is dated in the future', () => {
      const future = aWriter('a', noon + 400 * day)(aReview(card, 4, 9 * day));
      const history = aHistory([future]);
      const next = aWriter('b');
      const second = next(aReview(card, 3, 3 * day, { after: history.lastAhead(card, noon) }));
      history.advance(second);
      const third = next(aReview(card, 3, 7 * day, { after: history.lastAhead(card, noon) }));
      history.advance(third);
      const expected = ['a-1', 'b-1', 'b-2'];
      assert.deepEqual(history.historyOf(card).map(({ event }) => event.id), expected);
      assert.deepEqual(aHistory([third, second, future]).historyOf(card).map(({ event }) => event.id), expected);
      assert.equal(history.stateOf(card, noon + hour).due, third.at + 7 * day);
      assert.equal(history.stateOf(card, noon + hour).ahead, false);
    });

    it('put a late answer into its place where others follow one from the future', () => {
      const ahead = aWriter('a', noon + 400 * day)(aReview(card, 4, 9 * day));
      const follower = { ...aWriter('b')(aReview(card, 3, 3 * day)), after: ahead.id } as ReviewEvent;
      const late = aWriter('c', noon + hour)(aReview(card, 1, 7 * day));
      const step = aHistory([ahead]);
      for (const event of [follower, late]) {
        step.advance(event);
        step.stateOf(card, noon + day);
      }
      assert.equal(statesOf(step), statesOf(aHistory([late, follower, ahead])));
    });

    it('R7: skewed by up to 400 days give no NaN, no negative time and nothing due in 100 years', () => {
      for (let seed = 0; seed < (long ? 1_000 : 60); seed++) {
        const random = seeded(seed);
        const skews = new Map<string, number>();
        const log = aLog(200, random).map((event) => {
          const writer = event.id.split('-')[0]!;
          const skew = skews.get(writer) ?? (random() - 0.5) * 800 * day;
          skews.set(writer, random() < 0.05 ? (random() - 0.5) * 800 * day : skew);
          return { ...event, at: Math.max(0, event.at + skew) };
        });
        const history = aHistory(log);
        const now = noon + 100 * day;
        for (const each of history.cards()) {
          const state = history.stateOf(each, now);
          const numbers = [state.due, state.interval, state.lastReview, state.memory?.stability, state.memory?.difficulty, state.buriedUntil];
          for (const number of numbers) assert.ok(number === undefined || (Number.isFinite(number) && number >= 0), JSON.stringify(state));
          assert.ok((state.due ?? 0) <= now + 36_525 * day);
          const order = new Map<string, number>();
          for (const { event } of history.historyOf(each)) {
            const [writer, number] = [event.id.split('-')[0]!, Number(event.id.split('-')[1])];
            assert.ok((order.get(writer) ?? 0) < number, 'a writer keeps its order');
            order.set(writer, number);
          }
        }
      }
    });
  });
});
