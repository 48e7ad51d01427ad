import * as assert from 'node:assert/strict';
import { groupStandings } from '../../../src/core/review/groupStandings';
import { reviewStatistics } from '../../../src/core/review/statistics';
import { aHistory, aLog, day, noon, seeded } from './build';

const today = Math.floor(noon / day) + 200;
const now = (today + 0.5) * day;

describe('standing of groups', () => {
  const history = aHistory(aLog(3_000, seeded(3), 40));
  const all = Array.from({ length: 40 }, (_, index) => `pack:note#card${index}`);
  const cards = {
    numberOf: (card: string) => history.numberOf(card),
    recallOf: (card: string) => (history.findState(card, now)?.memory ? Number(card.slice(14)) / 64 : undefined),
    isDue: (card: string) => Number(card.slice(14)) % 3 === 0,
  };

  it('is that of the statistics of the same cards, however groups overlap', () => {
    const groups = [all, all.slice(0, 10), all.slice(5, 6), ['unknown', ...all.slice(30)], []];
    const standings = groupStandings(groups, history.grades(), cards, today);
    for (const [index, group] of groups.entries()) {
      const { duration, retention } = reviewStatistics(history.grades(group), history.listed(now).columns, now, today, (today + 1) * day);
      const { asked, recalled } = retention.at(-1)!;
      const standing = standings[index]!;
      assert.deepEqual([standing.duration, standing.asked, standing.recalled], [duration, asked, recalled]);
    }
    assert.ok(standings[0]!.asked > 100 && standings[1]!.asked < standings[0]!.asked);
  });

  it('counts what is seen and due, and is without recall where nothing was seen', () => {
    const [some, none] = groupStandings([all.slice(0, 4), ['unknown']], history.grades(), { ...cards, isDue: (card) => all.includes(card) && cards.isDue(card) }, today);
    assert.deepEqual([some?.seen, some?.due, some?.recall], [4, 2, (0 + 1 + 2 + 3) / 4 / 64]);
    assert.deepEqual([none?.seen, none?.due, none?.recall, none?.duration], [0, 0, undefined, 0]);
  });
});
