import assert from 'node:assert/strict';
import { isLeech } from '../../../src/core/quiz/leech';

describe('a leech', () => {
  it('is pointed out at the 8th lapse, then at every 4th', () => {
    assert.deepEqual(Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeech), [8, 12, 16, 20]);
  });
});
