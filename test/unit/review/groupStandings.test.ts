import * as assert from 'node:assert/strict';
import { recall } from '../../../src/core/review/cardState';
import { isDue } from '../../../src/core/review/dueCards';
import { groupStandings } from '../../../src/core/review/groupStandings';
import { Scheduler } from '../../../src/core/review/scheduler';
import { reviewStatistics } from '../../../src/core/review/statistics';
import { aHistory, aLog, day, noon, seeded, settings } from './build';

const today = Math.floor(noon / day) + 3_000;
const [now, endOfDay] = [(today + 0.5) * day, (today + 1) * day];
const scheduler = new Scheduler(settings);
const at = { now, today, endOfDay, scheduler };

describe('standing of groups', () => {
  const history = aHistory(aLog(3_000, seeded(3), 40));
  const all = Array.from({ length: 40 }, (_, index) => `pack:note#card${index}`);
  const groups = [all, all.slice(0, 10), all.slice(5, 6), ['unknown', ...all.slice(30)], []];
  const standings = groupStandings(groups, history.grades(), history.listed(now), at);

  it('is that of the statistics of the same cards, however groups overlap', () => {
    for (const [index, group] of groups.entries()) {
      const graded = group.filter((card) => history.findState(card, now)?.memory);
      const { duration, retention } = reviewStatistics(history.grades(graded), history.listed(now).columns, now, today, endOfDay);
      const { asked, recalled } = retention.at(-1)!;
      const standing = standings[index]!;
      assert.deepEqual([standing.duration, standing.asked, standing.recalled], [duration, asked, recalled]);
    }
    assert.ok(standings[0]!.asked > 100 && standings[1]!.asked < standings[0]!.asked, JSON.stringify(standings));
  });

  it('counts what is seen and due and averages recall as card by card, and is without recall where nothing was seen', () => {
    for (const [index, group] of groups.entries()) {
      const states = group.flatMap((card) => history.findState(card, now) ?? []);
      const recalls = states.flatMap((state) => recall(state, now, scheduler) ?? []);
      const due = states.filter((state) => isDue(state, now, endOfDay)).length;
      const mean = recalls.length === 0 ? undefined : recalls.reduce((sum, each) => sum + each, 0) / recalls.length;
      assert.deepEqual([standings[index]?.seen, standings[index]?.due, standings[index]?.recall], [recalls.length, due, mean]);
    }
  });
});
