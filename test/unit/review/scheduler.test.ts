import * as assert from 'node:assert/strict';
import { createEmptyCard, fsrs, type Card, type Grade } from 'ts-fsrs';
import { newCard, type CardState } from '../../../src/core/review/cardState';
import { gradeChoices } from '../../../src/core/review/gradeChoices';
import type { Rating, ReviewEvent } from '../../../src/core/review/reviewEvent';
import { Scheduler, weightsProblem, type Memory } from '../../../src/core/review/scheduler';
import { aHistory, day, noon, seeded, settings } from './build';

const utc = { tz: 'UTC', dayStart: 0 };

describe('scheduler', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  const scheduler = new Scheduler(settings);

  // Expected values: ts-fsrs packages/fsrs/__tests__/FSRS-6.test.ts, which takes them from fsrs-rs src/inference.rs.
  it('gives the published FSRS-6 memory after again, good x 5', () => {
    let memory: Memory | undefined;
    const ratings: Rating[] = [1, 3, 3, 3, 3, 3];
    for (const [index, days] of [0, 0, 1, 3, 8, 21].entries()) memory = scheduler.next(memory, days, ratings[index]!);
    assert.ok(Math.abs((memory?.stability ?? 0) - 53.62691) < 1e-4);
    assert.ok(Math.abs((memory?.difficulty ?? 0) - 6.3574867) < 1e-4);
  });

  it('gives the published first memories', () => {
    const memories = ([1, 2, 3, 4] as const).map((rating) => scheduler.next(undefined, 0, rating));
    assert.deepEqual(memories.map(({ stability }) => stability), [0.212, 1.2931, 2.3065, 8.2956]);
    assert.deepEqual(memories.map(({ difficulty }) => difficulty), [6.4133, 5.11217071, 2.11810397, 1]);
  });

  it('gives the published intervals, asked through the choices and replayed from the log', () => {
    const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    const history = aHistory();
    const days: number[] = [];
    let now = Date.UTC(2022, 11, 29, 12, 30);
    for (const [index, rating] of ratings.entries()) {
      const choice = gradeChoices(history.stateOf('card', now), now, utc, scheduler, index)[rating - 1]!;
      history.advance({ id: `a-${index + 1}`, kind: 'review', card: 'card', at: now, rating, interval: choice.interval, step: choice.step });
      days.push(Math.floor(choice.interval / day));
      now = choice.due;
    }
    assert.deepEqual(days, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('equals ts-fsrs in memory, phase, step, lapses and due time over 300 random answers', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seeded(seed);
      const own = fsrs({ request_retention: 0.9, enable_fuzz: false });
      const history = aHistory();
      let [card, now]: [Card, number] = [createEmptyCard(new Date(noon)), noon];
      for (let number = 1; number <= 15; number++) {
        const rating = (1 + Math.floor(random() * 4)) as Rating;
        const choices = gradeChoices(history.stateOf('card', now), now, utc, scheduler, 0);
        const choice = choices[rating - 1]!;
        card = own.next(card, new Date(now), rating as number as Grade).card;
        history.advance({ id: `a-${number}`, kind: 'review', card: 'card', at: now, rating, interval: choice.interval, step: choice.step });
        const state = history.stateOf('card', now);
        assert.deepEqual(state.memory, { stability: card.stability, difficulty: card.difficulty });
        assert.equal(state.due, card.due.getTime());
        assert.deepEqual([state.lapses, state.reps, state.step ?? 0], [card.lapses, card.reps, card.learning_steps]);
        assert.equal(['new', 'learning', 'review', 'relearning'][card.state], state.phase);
        now = Math.max(now + 1, card.due.getTime() + Math.floor((random() - 0.2) * 4 * day));
      }
    }
  });

  it('offers the learning steps of a sitting', () => {
    const choices = gradeChoices(newCard, noon, utc, scheduler, 0);
    assert.deepEqual(choices.map(({ rating, interval, due, step }) => [rating, interval / 60_000, due - noon === interval, step]), [
      [1, 1, true, 0],
      [2, 6, true, 0],
      [3, 10, true, 1],
      [4, 8 * 1440, true, undefined],
    ]);
  });

  const learned: CardState = { ...newCard, phase: 'review', memory: { stability: 60, difficulty: 5 }, reps: 3, lastDay: Math.floor(noon / day) - 60, lastReview: noon - 60 * day };

  it('fuzz depends on the seed alone', () => {
    const fuzzy = new Scheduler({ ...settings, fuzz: true });
    const intervals = Array.from({ length: 30 }, (_, seed) => gradeChoices(learned, noon, utc, fuzzy, seed)[2]!.interval);
    assert.ok(new Set(intervals).size > 3);
    assert.deepEqual(intervals, Array.from({ length: 30 }, (_, seed) => gradeChoices(learned, noon, utc, fuzzy, seed)[2]!.interval));
  });

  it('a higher wanted retention asks earlier', () => {
    const [often, seldom] = [0.95, 0.8].map((retention) => gradeChoices(learned, noon, utc, new Scheduler({ ...settings, retention }), 0)[2]!.interval);
    assert.ok(often! < seldom!);
  });

  const weights: [string, number[], boolean][] = [
    ['17 weights of FSRS 4', [0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61], true],
    ['19 weights of FSRS 5', [0.4, 1.2, 3.2, 15.7, 7.2, 0.5, 1.5, 0.005, 1.5, 0.1, 1, 1.9, 0.1, 0.3, 2.3, 0.2, 3, 0.5, 0.7], true],
    ['20 weights', Array.from({ length: 20 }, () => 1), false],
    ['a weight that is not a number', Array.from({ length: 21 }, () => Number.NaN), false],
    ['no weights', [], false],
  ];
  for (const [name, values, good] of weights) {
    it(`${good ? 'accepts' : 'refuses'} ${name}`, () => {
      assert.equal(weightsProblem(values) === undefined, good);
      const memory = new Scheduler({ ...settings, weights: values }).next(undefined, 0, 3);
      assert.equal(memory.stability === scheduler.next(undefined, 0, 3).stability, !good);
    });
  }

  it('a change of weights moves no due time', () => {
    const event: ReviewEvent = { id: 'a-1', kind: 'review', card: 'card', at: noon, rating: 3, interval: 5 * day };
    const history = aHistory([event]);
    const before = history.stateOf('card', noon);
    history.use(new Scheduler({ ...settings, retention: 0.8, weights: weights[1]![1] }));
    const after = history.stateOf('card', noon);
    assert.equal(after.due, before.due);
    assert.notDeepEqual(after.memory, before.memory);
  });

  it('recall is 90 % when the stability has passed', () => {
    assert.ok(Math.abs(scheduler.recall({ stability: 10, difficulty: 5 }, 10) - 0.9) < 1e-6);
    assert.equal(scheduler.recall({ stability: 10, difficulty: 5 }, -3), 1);
  });
});
