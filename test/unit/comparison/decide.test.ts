import assert from 'node:assert/strict';
import { decide, winners, type Answer, type DecisionRow } from '../../../src/core/comparison/decide';
import { decidingRows, findFlips } from '../../../src/core/comparison/explain';
import { readNeeds, type Need, type Weight } from '../../../src/core/comparison/needs';
import { readCell } from '../../../src/core/comparison/readCell';
import { seeded } from './seeded';

const row = (name: string, ...cells: string[]): DecisionRow => ({ name, cells: cells.map(readCell) });
const need = (id: string, ...rows: [string, string, boolean?][]): Need => ({
  id, ask: `${id}?`, why: '', weight: 2,
  rows: rows.map(([name, prefers, must]) => ({ row: name, prefers: prefers === 'yes' || prefers === 'no' || prefers === 'high' || prefers === 'low' ? { wants: prefers } : { wants: 'text', text: prefers }, must: must === true })),
});
const yes = (weight: Weight = 2): Answer => ({ wanted: 'yes', weight });
const scores = (needs: Need[], rows: DecisionRow[], things: number, answers: Record<string, Answer>) => {
  const { standings } = decide(needs, rows, things, new Map(Object.entries(answers)));
  return Array.from({ length: things }, (_, thing) => Math.round((standings.find((standing) => standing.thing === thing)?.score ?? -1) * 100));
};

describe('Which one should I pick', () => {
  it('weighs yes, partly and no', () => {
    assert.deepEqual(scores([need('a', ['X', 'yes'])], [row('X', 'yes', 'partly', 'no')], 3, { a: yes() }), [100, 50, 0]);
    assert.deepEqual(scores([need('a', ['X', 'no'])], [row('X', 'yes', 'partly', 'no')], 3, { a: yes() }), [0, 50, 100]);
  });
  it('weighs numbers between the lowest and the highest', () => {
    assert.deepEqual(scores([need('a', ['X', 'high'])], [row('X', '10 ms', '15 ms', '20 ms')], 3, { a: yes() }), [0, 50, 100]);
    assert.deepEqual(scores([need('a', ['X', 'low'])], [row('X', '10 ms', '15 ms', '20 ms')], 3, { a: yes() }), [100, 50, 0]);
  });
  it('finds a wanted text as whole words', () => {
    assert.deepEqual(scores([need('a', ['X', 'ASGI'])], [row('X', 'asgi', 'WSGI or ASGI', 'no ASGI', 'ASGIs')], 4, { a: yes() }), [100, 100, 0, 0]);
  });
  it('counts what is unknown as the mean and names it', () => {
    const rows = [row('X', 'yes', 'no', '?')];
    assert.deepEqual(scores([need('a', ['X', 'yes'])], rows, 3, { a: yes() }), [100, 0, 50]);
    const { standings } = decide([need('a', ['X', 'yes'])], rows, 3, new Map([['a', yes()]]));
    assert.deepEqual(standings.find((standing) => standing.thing === 2)?.unknown, ['X']);
  });
  it('leaves rows out in which nothing is known', () => {
    assert.deepEqual(decide([need('a', ['X', 'yes'])], [row('X', '?', '')], 2, new Map([['a', yes()]])).standings, []);
  });
  it('puts things that fail a must-have last, but never for what is unknown', () => {
    const needs = [need('a', ['X', 'yes', true]), need('b', ['Y', 'yes'])];
    const rows = [row('X', 'no', 'partly', '?'), row('Y', 'yes', 'no', 'no')];
    const { standings, someFit } = decide(needs, rows, 3, new Map([['a', yes(1)], ['b', yes(3)]]));
    assert.deepEqual(standings.map((standing) => [standing.thing, standing.fails.length]), [[1, 0], [2, 0], [0, 1]]);
    assert.equal(someFit, false);
  });
  it('says so when none fits', () => {
    const needs = [need('a', ['X', 'yes'])];
    assert.equal(decide(needs, [row('X', 'no', 'no')], 2, new Map([['a', { wanted: 'must', weight: 1 }]])).someFit, false);
    assert.equal(decide(needs, [row('X', 'no', 'no')], 2, new Map([['a', yes()]])).someFit, false);
    assert.equal(decide(needs, [row('X', 'no', 'partly')], 2, new Map([['a', yes()]])).someFit, true);
  });
  it('shares a place between equals', () => {
    const decision = decide([need('a', ['X', 'yes'])], [row('X', 'yes', 'yes', 'no')], 3, new Map([['a', yes()]]));
    assert.deepEqual(decision.standings.map((standing) => standing.place), [1, 1, 3]);
    assert.deepEqual(winners(decision), [0, 1]);
  });
  it('names the rows that decided', () => {
    const needs = [need('a', ['X', 'yes']), need('b', ['Y', 'yes']), need('c', ['Z', 'yes'])];
    const decision = decide(needs, [row('X', 'yes', 'no'), row('Y', 'no', 'yes'), row('Z', 'yes', 'yes')], 2, new Map([['a', yes(3)], ['b', yes(1)], ['c', yes(2)]]));
    assert.deepEqual(decidingRows(decision).map(({ row: name, lead }) => [name, Math.round(lead * 6)]), [['X', 3], ['Y', -1]]);
  });
  it('finds an unknown cell that would change the result', () => {
    const flips = findFlips([need('a', ['X', 'yes'])], [row('X', 'partly', '?', 'no')], 3, new Map([['a', yes()]]));
    assert.ok(flips.some((flip) => flip.kind === 'cell' && flip.thing === 1 && flip.row === 'X'));
  });

  it('ranks as a plain recomputation does, and each flip flips, for 1,000 random answer sets', () => {
    const random = seeded(20261120);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    let flipped = 0;
    for (let round = 0; round < 1000; round += 1) {
      const things = 2 + Math.floor(random() * 6);
      const kinds = Array.from({ length: 8 }, () => pick(['verdict', 'number', 'text'] as const));
      const rows = kinds.map((kind, index) => row(`R${String(index)}`, ...Array.from({ length: things }, () => (random() < 0.2 ? '?' : kind === 'verdict' ? pick(['yes', 'partly', 'no', 'yes, x']) : kind === 'number' ? `${String(Math.floor(random() * 50))} ms` : pick(['red green', 'blue', 'green'])))));
      const needs = Array.from({ length: 6 }, (_, index) => need(`n${String(index)}`, ...Array.from({ length: 1 + Math.floor(random() * 3) }, (): [string, string, boolean] => {
        const at = Math.floor(random() * rows.length);
        return [`R${String(at)}`, { verdict: pick(['yes', 'no']), number: pick(['high', 'low']), text: 'green' }[kinds[at]!], random() < 0.1];
      })));
      const answers = new Map(needs.map((one): [string, Answer] => [one.id, pick<Answer>([{ wanted: 'no' }, yes(1), yes(2), yes(3), { wanted: 'must', weight: 2 }])]));
      const decision = decide(needs, rows, things, answers);
      const plain = recompute(needs, rows, things, answers);
      assert.deepEqual(decision.standings.map(({ thing }) => thing), plain.map(({ thing }) => thing), `round ${String(round)}`);
      for (const [index, standing] of decision.standings.entries()) assert.ok(Math.abs(standing.score - plain[index]!.score) < 1e-9);
      const now = winners(decision);
      for (const flip of findFlips(needs, rows, things, answers)) {
        flipped += 1;
        const changed = flip.kind === 'answer' ? recompute(needs, rows, things, new Map(answers).set(flip.need, flip.answer)) : undefined;
        if (changed !== undefined) assert.ok(firsts(changed).some((thing) => !now.includes(thing)), `round ${String(round)}`);
        if (flip.kind === 'answer') assert.deepEqual(firsts(changed ?? []).sort(), [...flip.winners].sort());
        else assert.ok(flip.winners.includes(flip.thing) && !now.includes(flip.thing));
      }
    }
    assert.ok(flipped > 500, `only ${String(flipped)} flips were tried`);
  });
});

type Plain = { thing: number; score: number; fails: boolean };

/** The rule written down once more, as simply as it can be said. */
function recompute(needs: readonly Need[], rows: readonly DecisionRow[], things: number, answers: ReadonlyMap<string, Answer>): Plain[] {
  const totals = Array.from({ length: things }, (_, thing): Plain => ({ thing, score: 0, fails: false }));
  let weights = 0;
  for (const one of needs) {
    const answer = answers.get(one.id) ?? { wanted: 'no' };
    if (answer.wanted === 'no') continue;
    const columns = one.rows.map((wish) => ({ wish, points: points(rows.find(({ name }) => name === wish.row)!, wish.prefers) })).filter(({ points: each }) => each.some((point) => point !== null));
    if (columns.length === 0) continue;
    weights += answer.weight;
    for (const { wish, points: each } of columns) {
      const known = each.filter((point) => point !== null);
      const mean = known.reduce((sum, point) => sum + point, 0) / known.length;
      for (const total of totals) {
        const point = each[total.thing] ?? null;
        total.score += (answer.weight * (point ?? mean)) / columns.length;
        if ((answer.wanted === 'must' || wish.must) && point !== null && point < 0.5) total.fails = true;
      }
    }
  }
  if (weights === 0) return [];
  for (const total of totals) total.score /= weights;
  return totals.sort((one, other) => (one.fails !== other.fails ? Number(one.fails) - Number(other.fails) : Math.abs(one.score - other.score) > 1e-9 ? other.score - one.score : one.thing - other.thing));
}

function points({ cells }: DecisionRow, prefers: Need['rows'][number]['prefers']): (number | null)[] {
  const values = cells.filter((cell) => cell.kind === 'number').map((cell) => cell.value);
  return cells.map((cell) => {
    switch (prefers.wants) {
      case 'text':
        return cell.kind === 'unknown' ? null : /\bgreen\b/.test(cell.shown.text) ? 1 : 0;
      case 'high':
      case 'low': {
        if (cell.kind !== 'number') return null;
        const [low, high] = [Math.min(...values), Math.max(...values)];
        return low === high ? 1 : prefers.wants === 'high' ? (cell.value - low) / (high - low) : (high - cell.value) / (high - low);
      }
      case 'yes':
        return cell.kind === 'yes' ? 1 : cell.kind === 'partly' ? 0.5 : cell.kind === 'no' ? 0 : null;
      case 'no':
        return cell.kind === 'yes' ? 0 : cell.kind === 'partly' ? 0.5 : cell.kind === 'no' ? 1 : null;
    }
  });
}

function firsts(standings: readonly Plain[]): number[] {
  const [best] = standings;
  return best === undefined ? [] : standings.filter((one) => one.fails === best.fails && Math.abs(one.score - best.score) < 1e-9).map(({ thing }) => thing);
}

describe('Needs of a comparison', () => {
  const good = { id: 'a', ask: 'A?', why: 'Because.', weight: 3, rows: [{ row: 'X', prefers: 'yes', must: true }] };
  it('are read field by field', () => {
    assert.deepEqual(readNeeds([good], ['X']), { needs: [{ ...good, rows: [{ row: 'X', prefers: { wants: 'yes' }, must: true }] }], problems: [] });
    assert.deepEqual(readNeeds(undefined, []), { needs: [], problems: [] });
  });
  it('take `yes` as truth value and any other word as a text', () => {
    const wants = (prefers: unknown) => readNeeds([{ ...good, rows: [{ row: 'X', prefers }] }], ['X']).needs[0]?.rows[0]?.prefers;
    assert.deepEqual([true, false, 'high', 'ASGI', 3].map(wants), [{ wants: 'yes' }, { wants: 'no' }, { wants: 'high' }, { wants: 'text', text: 'ASGI' }, { wants: 'text', text: '3' }]);
  });
  it('name what is wrong with them', () => {
    const cases: [unknown, RegExp][] = [
      ['x', /must be a list/], [[1], /lacks an `id`/], [[{ ...good, ask: 1 }], /lacks its question/], [[{ ...good, weight: 9 }], /1, 2 or 3/], [[{ ...good, rows: [{ row: 'Y', prefers: 'yes' }] }], /no row “Y”/],
      [[{ ...good, rows: [{ row: 'X' }] }], /prefers/], [[good, good], /Two needs/], [[{ ...good, rows: 'X' }], /names no row/], [[{ __proto__: good }], /lacks an `id`/],
    ];
    for (const [value, expected] of cases) assert.match(readNeeds(value, ['X']).problems.join('\n'), expected);
  });
});
