import assert from 'node:assert/strict';
import { isStale, monthsBefore } from '../../../src/core/topics/freshness';
import { OpenedNotes } from '../../../src/core/topics/openedNotes';

describe('Freshness', () => {
  const table: readonly (readonly [string, number, string])[] = [
    ['2026-11-20', 12, '2025-11-20'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 2, '2025-11-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ];
  for (const [day, months, expected] of table) it(`${months} months before ${day} is ${expected}`, () => assert.equal(monthsBefore(day, months), expected));

  it('ends after the months, not on their last day', () => {
    assert.equal(isStale('2025-11-20', 12, '2026-11-20'), false);
    assert.equal(isStale('2025-11-19', 12, '2026-11-20'), true);
  });

  it('is not lost by what was never verified, nor by a day in the future, nor where it is switched off', () => {
    assert.equal(isStale(undefined, 12, '2026-11-20'), false);
    assert.equal(isStale('2030-01-01', 12, '2026-11-20'), false);
    assert.equal(isStale('1999-01-01', 0, '2026-11-20'), false);
  });
});

describe('Opened notes', () => {
  it('tell what was read, and the last one that is still there', () => {
    const opened = new OpenedNotes(undefined);
    opened.open('a', 1);
    opened.open('b', 2);
    opened.open('a', 3);
    assert.equal(opened.isRead('a'), true);
    assert.equal(opened.isRead('c'), false);
    assert.equal(opened.lastOpened('a'), 3);
    assert.equal(opened.last(() => true), 'a');
    assert.equal(opened.last((id) => id !== 'a'), 'b');
    opened.forget('a');
    assert.equal(opened.isRead('a'), false);
    assert.deepEqual(opened.stored(), { b: 2 });
  });

  it('come back in the order of time, without what is broken', () => {
    const opened = new OpenedNotes({ late: 9, '7': 5, early: 1, broken: 'yes' });
    assert.equal(opened.last(() => true), 'late');
    assert.equal(opened.isRead('broken'), false);
    assert.equal(opened.last((id) => id !== 'late'), '7');
    for (const nothing of [null, 3, 'x', []]) assert.deepEqual(new OpenedNotes(nothing).stored(), {});
  });

  it('forget the oldest of very many', () => {
    const opened = new OpenedNotes(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`n${n}`, n])));
    opened.open('one more', 20_000);
    assert.equal(opened.isRead('n0'), false);
    assert.equal(opened.isRead('n1'), true);
  });
});
