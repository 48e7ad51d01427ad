import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLine, encodeEvent, encodeHeader } from '../../../src/core/review/eventLine';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { aLog, noon, seeded } from './build';

const review = { id: 'w-1', kind: 'review', card: 'c', at: noon, rating: 3, interval: 1 };

function problemOf(line: string): string | undefined {
  const decoded = decodeLine(line);
  return 'problem' in decoded ? decoded.problem : undefined;
}

describe('event line', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  it('reads back what it wrote', () => {
    for (const event of aLog(500, seeded(1))) assert.deepEqual(decodeLine(encodeEvent(event)), { event });
  });

  it('R13: keeps unknown fields and unknown kinds byte for byte', () => {
    const lines = [
      JSON.stringify({ ...review, mood: 'good', nested: { list: [1, 'two'] } }),
      '{"id":"w-2","kind":"dream","at":5,"card":17,"x": 1.0,"π":"ü"}',
      '{"kind":"dream","at":5,"id":"w-3"}',
    ];
    for (const line of lines) {
      const decoded = decodeLine(line);
      assert.ok('event' in decoded);
      assert.equal(encodeEvent(decoded.event), line);
    }
  });

  it('reads the header', () => {
    const header = { v: 1, writer: 'abc', created: noon, host: 'laptop' };
    assert.deepEqual(decodeLine(encodeHeader(header)), { header });
  });

  const hostile: [string, string, string][] = [
    ['no JSON', '{"id":', 'not JSON'],
    ['NaN', JSON.stringify(review).replace('1}', 'NaN}'), 'not JSON'],
    ['an infinite number', JSON.stringify(review).replace(`"interval":1`, '"interval":1e999'), 'field interval'],
    ['an infinite unknown field', JSON.stringify(review).replace('}', ',"x":-1e999}'), 'field x'],
    ['a negative interval', JSON.stringify({ ...review, interval: -1 }), 'field interval'],
    ['an interval of 200 years', JSON.stringify({ ...review, interval: 200 * 366 * 86_400_000 }), 'field interval'],
    ['a negative time', JSON.stringify({ ...review, at: -1 }), 'field at'],
    ['a time beyond dates', JSON.stringify({ ...review, at: 9e15 }), 'field at'],
    ['a rating of 5', JSON.stringify({ ...review, rating: 5 }), 'field rating'],
    ['a rating as text', JSON.stringify({ ...review, rating: '3' }), 'field rating'],
    ['a broken step', JSON.stringify({ ...review, step: 0.5 }), 'field step'],
    ['no card', JSON.stringify({ ...review, card: undefined }), 'field card'],
    ['a card that is an object', JSON.stringify({ ...review, card: {} }), 'field card'],
    ['an id without number', JSON.stringify({ ...review, id: 'w' }), 'field id'],
    ['an id with a leading zero', JSON.stringify({ ...review, id: 'w-01' }), 'field id'],
    ['a prototype', JSON.stringify(review).replace('}', ',"__proto__":{"card":"x"}}'), 'field __proto__'],
    ['a prototype in disguise', JSON.stringify(review).replace('}', ',"\\u005f_proto__":1}'), 'field __proto__'],
    ['no kind', JSON.stringify({ ...review, kind: undefined }), 'field kind'],
    ['a list', '[]', 'not an object'],
    ['null', 'null', 'not an object'],
    ['a number', '5', 'not an object'],
    ['a merge marker', '<<<<<<< HEAD', 'merge marker'],
    ['64 KiB and more', JSON.stringify({ ...review, x: 'x'.repeat(65_536) }), 'longer than 64 KiB'],
    ['64 KiB in bytes', JSON.stringify({ ...review, x: '가'.repeat(22_000) }), 'longer than 64 KiB'],
    ['NUL bytes', '\0\0\0', 'not JSON'],
    ['moves that are none', JSON.stringify({ id: 'w-1', at: 1, kind: 'reschedule', moves: [['c']] }), 'field moves'],
    ['an undo of nothing', JSON.stringify({ id: 'w-1', at: 1, kind: 'undo' }), 'field undoes'],
    ['a link to nothing', JSON.stringify({ id: 'w-1', at: 1, kind: 'link', from: 'a' }), 'field to'],
    ['a zone as list', JSON.stringify({ ...review, tz: [] }), 'field tz'],
    ['a day of 25 hours', JSON.stringify({ ...review, dayStart: 25 }), 'field dayStart'],
    ['a torn header', '{"v":1,"writer":5}', 'header'],
  ];
  for (const [name, line, problem] of hostile) {
    it(`refuses ${name}`, () => {
      assert.equal(problemOf(line), problem);
      assert.equal(({} as { card?: string }).card, undefined);
    });
  }

  it('never throws, whatever the line', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.object().map((value) => JSON.stringify({ ...review, ...value }))), (line) => void decodeLine(line)), { seed: 1 });
  });

  it('does not write what it could not read', () => {
    for (const bad of [{ at: Number.NaN }, { rating: 0 }, { interval: Infinity }]) {
      assert.throws(() => encodeEvent({ ...review, ...bad } as unknown as ReviewEvent), RangeError);
    }
  });
});
