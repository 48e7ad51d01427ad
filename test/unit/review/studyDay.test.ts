import * as assert from 'node:assert/strict';
import { daysBetween, studyDay, studyDayStart } from '../../../src/core/review/studyDay';
import { day, hour, minute } from './build';

const date = (text: string): number => Math.floor(Date.parse(text) / day);

describe('study day', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  const cases: [string, string, string, number, string][] = [
    ['noon is today', '2026-11-20T12:00:00Z', 'UTC', 4, '2026-11-20'],
    ['one in the night is yesterday', '2026-11-20T01:00:00Z', 'UTC', 4, '2026-11-19'],
    ['four in the morning is today', '2026-11-20T04:00:00Z', 'UTC', 4, '2026-11-20'],
    ['Seoul is nine hours ahead', '2026-11-19T20:00:00Z', 'Asia/Seoul', 4, '2026-11-20'],
    ['New York in winter', '2026-11-20T08:59:00Z', 'America/New_York', 4, '2026-11-19'],
    ['New York in summer', '2026-07-20T08:01:00Z', 'America/New_York', 4, '2026-07-20'],
    ['a half-hour zone', '2026-11-19T22:29:00Z', 'Asia/Kolkata', 4, '2026-11-19'],
    ['the day the clocks go forward, before', '2026-03-29T00:30:00Z', 'Europe/Berlin', 4, '2026-03-28'],
    ['the day the clocks go forward, after', '2026-03-29T02:00:00Z', 'Europe/Berlin', 4, '2026-03-29'],
    ['a fixed offset', '2026-11-19T19:00:00Z', '+09:00', 4, '2026-11-20'],
    ['an unknown zone is UTC', '2026-11-20T12:00:00Z', 'Mars/Olympus', 0, '2026-11-20'],
    ['the epoch', '1970-01-01T00:00:00Z', 'UTC', 0, '1970-01-01'],
  ];
  for (const [name, at, zone, start, expected] of cases) {
    it(name, () => assert.equal(studyDay(Date.parse(at), zone, start), date(expected)));
  }

  it('starts where the day before ends, in every zone and season', () => {
    for (const zone of ['UTC', 'Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'America/St_Johns', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      for (const start of [0, 2, 3, 4]) {
        for (let number = date('2026-01-01'); number < date('2027-01-01'); number++) {
          const begin = studyDayStart(number, zone, start);
          assert.deepEqual([studyDay(begin, zone, start), studyDay(begin - 1, zone, start)], [number, number - 1], `${zone} ${start} ${number}`);
        }
      }
    }
  });

  it('agrees with the clock on the wall, minute by minute around changes of clocks', () => {
    for (const [zone, around] of [['Europe/Berlin', '2026-10-25T00:00:00Z'], ['Australia/Lord_Howe', '2026-04-04T12:00:00Z']] as const) {
      const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
      for (let at = Date.parse(around); at < Date.parse(around) + day; at += 7 * minute) {
        assert.equal(studyDay(at, zone, 0), date(wall.format(at)), `${zone} ${new Date(at).toISOString()}`);
      }
    }
  });

  it('no difference is negative', () => {
    assert.deepEqual([daysBetween(5, 7), daysBetween(7, 5), daysBetween(5, 5)], [2, 0, 0]);
    assert.equal(daysBetween(studyDay(hour, 'Asia/Seoul'), studyDay(2 * hour, 'America/New_York')), 0);
  });
});
