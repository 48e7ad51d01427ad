import assert from 'node:assert/strict';
import { practiceOrder } from '../../../src/core/review/practiceOrder';

describe('the order of practice', () => {
  it('asks first what is most likely forgotten, and what was never seen last', () => {
    const recalls = new Map([['a', 0.9], ['b', 0.2], ['d', 0.5]]);
    assert.deepEqual(practiceOrder(['a', 'b', 'c', 'd'].map((id) => ({ id })), (id) => recalls.get(id)), ['b', 'd', 'a', 'c']);
  });

  it('mixes the topics of what was never seen', () => {
    const cards = ['x1', 'x2', 'x3', 'y1', 'y2', 'y3'].map((id) => ({ id, topic: id[0]! }));
    const topics = practiceOrder(cards, () => undefined).map((id) => id[0]);
    topics.slice(1).forEach((topic, at) => assert.notEqual(topic, topics[at], topics.join('')));
  });

  it('keeps the order it is given where nothing else decides', () => {
    assert.deepEqual(practiceOrder([{ id: 'q' }, { id: 'p' }], () => 0.5), ['q', 'p']);
    assert.deepEqual(practiceOrder([{ id: 'q' }, { id: 'p' }], () => undefined), ['q', 'p']);
  });
});
