import * as assert from 'node:assert/strict';
import type { StudyCard } from '../../../src/core/review/dueCards';
import { gradeChoices } from '../../../src/core/review/gradeChoices';
import { planForDate, type InterviewPlan } from '../../../src/core/review/planForDate';
import type { Rating } from '../../../src/core/review/reviewEvent';
import { Scheduler } from '../../../src/core/review/scheduler';
import { aHistory, day, minute, noon, seeded, settings } from './build';

const long = process.env.INTERVIEW_STUDY_LONG === '1';
const scheduler = new Scheduler(settings);
const utc = { tz: 'UTC', dayStart: 0 };
const today = Math.floor(noon / day);

function someCards(count: number): StudyCard[] {
  return Array.from({ length: count }, (_, index) => ({ id: `pack:n#c${index}`, topic: `topic${index % 6}` }));
}

/** Studies by the plan of each day with answers as FSRS predicts them. */
function simulate(count: number, days: number, perDay: number, seed: number) {
  const random = seeded(seed);
  const history = aHistory();
  const cards = someCards(count);
  const lastSeen = new Map<string, number>();
  const plans: InterviewPlan[] = [];
  const answered: number[] = [];
  let [number, now] = [0, noon];
  const planNow = (date: number, seenToday = 0): InterviewPlan =>
    planForDate({ cards, stateOf: (card) => history.findState(card, now), now, today: date, interview: today + days, endOfToday: (date + 1) * day, perDay, seenToday, scheduler });
  for (let date = today; date < today + days; date++) {
    now = date * day + day / 2;
    const plan = planNow(date);
    plans.push(plan);
    const [first] = plan.days;
    assert.equal(first?.day, date);
    for (const card of first?.cards ?? []) {
      lastSeen.set(card, date);
      // Until it leaves the steps of the sitting.
      for (let attempt = 0; attempt < 5; attempt++) {
        const state = history.stateOf(card, now);
        const recall = state.memory ? scheduler.recall(state.memory, date - (state.lastDay ?? date)) : 0.6;
        const rating: Rating = random() < recall ? 3 : 1;
        const choice = gradeChoices(state, now, utc, scheduler, 0)[rating - 1]!;
        number += 1;
        now += minute;
        history.advance({ id: `a-${number}`, kind: 'review', card, at: now, rating, interval: choice.interval, step: choice.step });
        if (choice.step === undefined) break;
      }
    }
    answered.push(first?.cards.length ?? 0);
  }
  return { lastSeen, plans, answered, history, cards };
}

describe('plan for an interview', function () {
  this.timeout(60_000);

  it('120 cards, 14 days, 25 a day: all are seen, and seen again in the last three days unless the plan says that they do not fit', () => {
    for (let seed = 0; seed < (long ? 100 : 4); seed++) {
      const { lastSeen, plans, answered, cards } = simulate(120, 14, 25, seed);
      assert.ok(answered.every((count) => count <= 25), answered.join());
      const interview = today + 14;
      const said = new Set(plans.at(-3)!.doesNotFit);
      const unseen = cards.filter(({ id }) => (lastSeen.get(id) ?? 0) < interview - 3).map(({ id }) => id);
      assert.equal(lastSeen.size, 120, 'every card was seen at all');
      assert.equal(unseen.length, 120 - 75, 'no room is left unused');
      for (const id of unseen) assert.ok(said.has(id) || plans.at(-1)!.doesNotFit.includes(id), id);
      // From the first of the last days on, the plan keeps its word but for cards that were forgotten meanwhile.
      assert.ok(plans.at(-1)!.doesNotFit.every((id) => unseen.includes(id)));
    }
  });

  it('60 cards, 14 days, 25 a day: all fit', () => {
    const { lastSeen, plans, cards } = simulate(60, 14, 25, 1);
    for (const { id } of cards) assert.ok((lastSeen.get(id) ?? 0) >= today + 11, id);
    assert.ok(plans.every(({ doesNotFit }) => doesNotFit.length === 0));
  });

  it('predicts recall about as well as it turns out', () => {
    let [predicted, known] = [0, 0];
    for (let seed = 0; seed < (long ? 100 : 4); seed++) {
      const { plans, history, cards } = simulate(60, 14, 25, seed);
      predicted += plans.at(-1)!.recall ?? 0;
      const states = cards.map(({ id }) => history.stateOf(id, noon + 14 * day));
      known += states.reduce((sum, { memory, lastDay }) => sum + (memory ? scheduler.recall(memory, today + 14 - (lastDay ?? 0)) : 0), 0) / cards.length;
    }
    assert.ok(Math.abs(predicted - known) / (long ? 100 : 4) < 0.05, `${predicted} ${known}`);
  });

  const plan = (count: number, days: number, perDay: number, seenToday = 0): InterviewPlan =>
    planForDate({ cards: someCards(count), stateOf: () => undefined, now: noon, today, interview: today + days, endOfToday: (today + 1) * day, perDay, seenToday, scheduler });

  const shapes: [string, InterviewPlan, number[], number][] = [
    ['tomorrow: today is all there is', plan(30, 1, 25), [25], 5],
    ['today', plan(10, 0, 25), [10], 0],
    ['past: as if today', plan(10, -3, 25), [10], 0],
    ['what was seen today counts', plan(30, 1, 25, 20), [5], 25],
    ['spread over the last days', plan(30, 3, 25), [10, 10, 10], 0],
    ['full days', plan(70, 3, 25), [24, 23, 23], 0],
    ['no cards', plan(0, 3, 25), [0, 0, 0], 0],
    ['no room', plan(3, 2, 0), [0, 0], 3],
  ];
  for (const [name, { days, doesNotFit }, counts, left] of shapes) {
    it(name, () => assert.deepEqual([days.map(({ cards }) => cards.length), doesNotFit.length], [counts, left]));
  }

  it('leaves suspended cards out and names the weakest', () => {
    const next = aHistory([{ id: 'a-1', kind: 'suspend', card: 'pack:n#c0', at: noon }]);
    const { days, weakest, topics, recall } = planForDate({
      cards: someCards(12), stateOf: (card) => next.findState(card, noon), now: noon, today, interview: today + 1, endOfToday: (today + 1) * day, perDay: 5, seenToday: 0, scheduler,
    });
    assert.ok(!days[0]?.cards.includes('pack:n#c0'));
    assert.equal(weakest.length, 10);
    assert.deepEqual(weakest.slice(0, 6).map((card) => card.recall), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(topics.map(({ cards }) => cards).reduce((sum, count) => sum + count, 0), 11);
    assert.ok(recall !== undefined && recall > 0.3 && recall < 0.6);
  });
});
