import * as assert from 'node:assert/strict';
import { CardColumns } from '../../../src/core/review/cardColumns';
import { newCard, type CardState } from '../../../src/core/review/cardState';
import { countDue, dueCards, isDue, type Limits, type ListedCards, type StudyCard, type Today } from '../../../src/core/review/dueCards';
import { interleave } from '../../../src/core/review/interleave';
import { siblingGroup } from '../../../src/core/review/siblings';
import { day, hour, minute, noon, seeded } from './build';

const today: Today = { now: noon, start: noon - 8 * hour, end: noon + 16 * hour, newDone: 0, reviewsDone: 0 };
const many: Limits = { newPerDay: 100, reviewsPerDay: 100 };

/** A card in review that was last answered `ago` days back with an interval of `interval` days. */
function aCard(ago: number, interval: number, stability = interval, more: Partial<CardState> = {}): CardState {
  const lastReview = noon - ago * day;
  return { ...newCard, phase: 'review', memory: { stability, difficulty: 5 }, lastReview, interval: interval * day, due: lastReview + interval * day, reps: 3, ...more };
}

function listed(cards: readonly StudyCard[], stateOf: (id: string) => CardState | undefined): ListedCards {
  const columns = new CardColumns();
  const numbers = new Map<string, number>();
  for (const { id } of cards) {
    const state = stateOf(id);
    if (!state) continue;
    columns.set(numbers.size, siblingGroup(id) !== undefined, state);
    numbers.set(id, numbers.size);
  }
  return { columns, numberOf: (id) => numbers.get(id) ?? -1 };
}

function queueOf(states: Record<string, CardState | undefined>, limits = many, at = today): string[] {
  const cards: StudyCard[] = Object.keys(states).map((id) => ({ id }));
  return [...dueCards(cards, listed(cards, (id) => states[id]), at, limits).queue];
}

describe('due cards', () => {
  const cases: [string, CardState, boolean][] = [
    ['late', aCard(5, 3), true],
    ['later today, an interval of days', aCard(2.5, 3), true],
    ['tomorrow', aCard(1, 3), false],
    ['a step that is over', aCard(0.01, 0, 1, { step: 0, interval: 10 * minute, due: noon - 1 }), true],
    ['a step of the sitting, in a minute', aCard(0.01, 0, 1, { step: 0, interval: 10 * minute, due: noon + minute }), false],
    ['suspended', aCard(5, 3, 3, { suspended: true }), false],
    ['buried until tonight', aCard(5, 3, 3, { buriedUntil: noon + hour }), false],
    ['buried until this morning', aCard(5, 3, 3, { buriedUntil: noon - hour }), true],
    ['dated by a clock in the future', aCard(0, 30, 30, { ahead: true }), true],
    ['new', newCard, false],
  ];
  for (const [name, state, expected] of cases) it(`${name}: ${expected ? 'due' : 'not due'}`, () => assert.equal(isDue(state, noon, today.end), expected));

  it('asks steps first, then reviews, then new cards', () => {
    const states = { fresh: undefined, review: aCard(5, 3), step: aCard(0, 0, 1, { step: 0, interval: minute, due: noon - 1 }) };
    assert.deepEqual(queueOf(states), ['step', 'review', 'fresh']);
  });

  it('hides what is beyond the limits and says how much', () => {
    const cards = [...Array(10).keys()].map((index) => ({ id: `r${index}` }));
    const result = dueCards([...cards, { id: 'n1' }, { id: 'n2' }], listed(cards, () => aCard(5, 3)), { ...today, reviewsDone: 3 }, { newPerDay: 1, reviewsPerDay: 7 });
    assert.deepEqual([result.due, result.hiddenReviews, result.fresh, result.hiddenNew], [4, 6, 0, 2]);
  });

  it('begins new cards only without a backlog', () => {
    const states = { a: aCard(5, 3), b: aCard(5, 3), fresh: undefined };
    assert.deepEqual(queueOf(states, { newPerDay: 5, reviewsPerDay: 1 }).length, 1);
    assert.deepEqual(queueOf(states, { newPerDay: 5, reviewsPerDay: 2 }).length, 3);
    assert.deepEqual(queueOf(states, { newPerDay: 5, reviewsPerDay: 2 }, { ...today, newDone: 5 }).length, 2);
  });

  it('sorts a backlog by predicted recall, best first', () => {
    assert.deepEqual(queueOf({ worst: aCard(30, 3, 3), best: aCard(30, 29, 60), middle: aCard(10, 5, 10) }), ['best', 'middle', 'worst']);
  });

  it('a long backlog gives the same cards as sorting all of it', () => {
    const states = new Map(Array.from({ length: 500 }, (_, index) => [`c${index}`, aCard(10 + ((index * 37) % 90), 5, 5 + ((index * 53) % 40))]));
    const cards = [...states.keys()].map((id) => ({ id }));
    const all = dueCards(cards, listed(cards, (id) => states.get(id)), today, { newPerDay: 0, reviewsPerDay: 500 }).queue;
    const some = dueCards(cards, listed(cards, (id) => states.get(id)), today, { newPerDay: 0, reviewsPerDay: 30 });
    assert.deepEqual([some.queue, some.hiddenReviews], [all.slice(0, 30), 470]);
    assert.deepEqual(dueCards(cards, listed(cards, (id) => states.get(id)), today, { newPerDay: 0, reviewsPerDay: 0 }).hiddenReviews, 500);
  });

  it('counted without an order are as many', () => {
    const random = seeded(9);
    const below = (count: number) => Math.floor(random() * count);
    for (let round = 0; round < 500; round++) {
      const siblings = round % 2 === 0 ? [''] : ['', '/c1', '/c2', '/r'];
      const cards = Array.from({ length: below(40) }, (_, n) => ({ id: `n#${n % 25}${siblings[below(siblings.length)]}` }));
      const states = new Map(cards.map(({ id }) => [id, below(3) === 0 ? undefined : aCard(below(20), below(10), 1 + below(30), { ...(below(5) === 0 && { step: 0, due: noon - 1 }), suspended: below(9) === 0 })]));
      const at = { ...today, newDone: below(5), reviewsDone: below(5) };
      const limits = { newPerDay: below(12), reviewsPerDay: below(20) };
      const [whole, numbers] = [dueCards, countDue].map((ask) => ask(cards, listed(cards, (id) => states.get(id)), at, limits));
      assert.deepEqual([numbers?.due, numbers?.fresh], [whole?.due, whole?.fresh]);
    }
  });

  describe('siblings', () => {
    it('share what comes before their mark', () => {
      const groups = ['pack:a/b#x', 'pack:a/b#x/c1', 'pack:a/b#x/r', 'pack:a/b', 'plain'].map(siblingGroup);
      assert.deepEqual(groups, [undefined, 'pack:a/b#x', 'pack:a/b#x', undefined, undefined]);
    });

    it('are asked one a day', () => {
      const states = { 'n#x/c1': undefined, 'n#x/c2': aCard(5, 3), 'n#y': undefined };
      const cards = Object.keys(states).map((id) => ({ id }));
      const result = dueCards(cards, listed(cards, (id) => states[id as keyof typeof states]), today, many);
      assert.deepEqual([result.queue, result.buriedSiblings], [['n#x/c2', 'n#y'], 1]);
    });

    it('wait when one was asked today', () => {
      assert.deepEqual(queueOf({ 'n#x/c1': aCard(0.1, 3), 'n#x/c2': undefined }), []);
    });

    it('never bury a card for its own sake', () => {
      assert.deepEqual(queueOf({ 'n#x': aCard(0.1, 0, 1, { due: noon - 1 }) }), ['n#x']);
    });
  });

  describe('interleaving', () => {
    const topics = (text: string): string => interleave([...text].map((topic, index) => ({ topic, index }))).map(({ topic }) => topic).join('');
    const mixed: [string, number][] = [['aabb', 0], ['aaabbb', 0], ['aaabc', 0], ['aaaa', 3], ['aaaabb', 1], ['abcabc', 0], ['', 0], ['aaaaabbbccd', 0]];
    for (const [text, neighbours] of mixed) {
      it(`${text || 'nothing'} has ${neighbours} neighbours of one topic`, () => {
        const result = topics(text);
        assert.equal([...result].sort().join(''), [...text].sort().join(''));
        assert.equal([...result].filter((topic, index) => topic === result[index - 1]).length, neighbours, result);
      });
    }

    it('keeps the order within a topic, and leaves cards without topic alone', () => {
      const order = interleave([...'aaabb'].map((topic, index) => ({ topic, index }))).filter(({ topic }) => topic === 'a').map(({ index }) => index);
      assert.deepEqual(order, [0, 1, 2]);
      assert.deepEqual(interleave([{ topic: undefined, id: 1 }, { topic: undefined, id: 2 }]).map(({ id }) => id), [1, 2]);
    });
  });
});
