import assert from 'node:assert/strict';
import { optionOrder } from '../../../src/core/quiz/optionOrder';

describe('the order of options', () => {
  it('holds every option once', () => {
    for (let count = 0; count < 12; count++) {
      assert.deepEqual([...optionOrder(count, 7, 'card')].sort((a, b) => a - b), Array.from({ length: count }, (_, i) => i));
    }
  });

  it('is the same for the same sitting', () => {
    assert.deepEqual(optionOrder(4, 42, 'pack:python/gil#gil-why'), optionOrder(4, 42, 'pack:python/gil#gil-why'));
  });

  it('puts each option into each place about equally often', () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let seed = 0; seed < 4000; seed++) optionOrder(4, seed, 'pack:python/gil#gil-why').forEach((option, place) => counts[option]![place]!++);
    for (const count of counts.flat()) assert.ok(count > 850 && count < 1150, `uneven: ${JSON.stringify(counts)}`);
  });
});
