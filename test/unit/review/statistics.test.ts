import * as assert from 'node:assert/strict';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { reviewStatistics, type ReviewStatistics } from '../../../src/core/review/statistics';
import { aHistory, aReview, aWriter, day, hour, minute, noon } from './build';

const today = Math.floor(noon / day);

function statisticsOf(events: readonly ReviewEvent[], cards?: readonly string[]): ReviewStatistics {
  const history = aHistory(events);
  return reviewStatistics(history.grades(cards), history.listed(noon).columns, noon, today, (today + 1) * day);
}

function answered(...answers: readonly [ago: number, card: string, rating: number, interval: number, more?: object][]): ReviewEvent[] {
  return answers.map(([ago, card, rating, interval, more], index) => ({ ...aReview(card, rating, interval), id: `a-${index + 1}`, at: noon - ago * day + index, ...more }) as unknown as ReviewEvent);
}

describe('statistics', () => {
  it('of nothing are empty', () => {
    const { answers, streak, days, retention, forecast } = statisticsOf([]);
    assert.deepEqual([answers, streak, days.size, retention[0]?.asked, forecast.length], [0, 0, 0, 0, 30]);
  });

  it('count answers, new cards, forgotten ones and time by study day', () => {
    const { days, answers, duration } = statisticsOf(answered([1, 'a', 3, day, { duration: 4_000 }], [0, 'a', 1, minute, { step: 0, duration: 6_000 }], [0, 'b', 3, day]));
    assert.deepEqual(days.get(today), { answers: 2, fresh: 1, again: 1, duration: 6_000 });
    assert.deepEqual([days.get(today - 1)?.fresh, answers, duration], [1, 3, 10_000]);
  });

  it('retention counts the first answer to a card that was due, not steps and not new cards', () => {
    const { retention } = statisticsOf(answered([40, 'a', 4, 10 * day], [30, 'a', 4, 27 * day], [3, 'a', 1, 10 * minute, { step: 0 }], [3, 'a', 3, day], [1, 'a', 3, 3 * day]));
    assert.deepEqual(retention.map(({ days, asked, recalled }) => [days, asked, recalled]), [[7, 2, 1], [30, 2, 1], [90, 3, 2], [365, 3, 2]]);
    assert.ok(retention[3]!.predicted > 1 && retention[3]!.predicted < 3);
  });

  it('leave out what was undone and use edited grades', () => {
    const events = answered([2, 'a', 4, day], [1, 'a', 3, day], [0, 'a', 3, day]);
    const next = aWriter('z', noon - hour);
    const { answers, retention } = statisticsOf([...events, next({ kind: 'undo', undoes: 'a-3' }), next({ kind: 'regrade', of: 'a-2', rating: 1, interval: day })]);
    assert.deepEqual([answers, retention[0]?.asked, retention[0]?.recalled], [2, 1, 0]);
  });

  const streaks: [string, number[], number][] = [
    ['three days up to today', [0, 1, 2, 5], 3],
    ['up to yesterday, while today is young', [1, 2], 2],
    ['broken the day before yesterday', [2, 3], 0],
  ];
  for (const [name, agos, streak] of streaks) it(`streak: ${name}`, () => assert.equal(statisticsOf(answered(...agos.map((ago): [number, string, number, number] => [ago, 'a', 3, day]).reverse())).streak, streak));

  it('a journey through time zones keeps the streak', () => {
    const events = answered([2, 'a', 3, day, { tz: 'Asia/Seoul', dayStart: 4 }], [1, 'a', 3, day, { tz: 'America/New_York', dayStart: 4 }], [0, 'a', 3, day, { tz: 'Europe/Berlin', dayStart: 4 }]);
    assert.equal(statisticsOf(events).streak, 3);
  });

  it('forecast what is due, late cards today', () => {
    const next = aWriter('z', noon - hour);
    const events = answered([9, 'late', 3, day], [1, 'tonight', 3, 1.4 * day], [1, 'tomorrow', 3, 2 * day], [1, 'far', 3, 90 * day], [1, 'gone', 3, day]);
    const { forecast, cards } = statisticsOf([...events, next({ kind: 'suspend', card: 'gone' })]);
    assert.deepEqual(forecast.slice(0, 3), [2, 1, 0]);
    assert.deepEqual(cards, { learning: 0, young: 3, mature: 1, suspended: 1 });
  });

  it('of some cards only', () => {
    assert.equal(statisticsOf(answered([1, 'a', 3, day], [1, 'b', 3, day], [0, 'b', 3, day]), ['b', 'unknown']).answers, 2);
  });
});
