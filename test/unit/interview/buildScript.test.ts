import assert from 'node:assert/strict';
import { buildScript, type Candidate, type Wishes } from '../../../src/core/interview/buildScript';

const wishes: Wishes = { topics: [], minutes: 18, mix: 'technical', codeOnly: false };
const a = (card: string, part: Partial<Candidate> = {}): Candidate => ({ card, topic: `topic-${card}`, levels: [], personal: false, open: true, followUps: 0, due: false, missed: false, inCode: false, ...part });
const many = (count: number, part: Partial<Candidate> = {}, name = 'c') => Array.from({ length: count }, (_, i) => a(`${name}${i}`, part));

describe('Building an interview', () => {
  it('takes one question for three minutes', () => {
    assert.equal(buildScript(many(50), wishes, 1).length, 6);
    assert.equal(buildScript(many(4), wishes, 1).length, 4);
    assert.deepEqual(buildScript([], wishes, 1), []);
  });

  it('asks what was missed first, then what is due, then what is weak', () => {
    const cards = [a('known', { recall: 0.95 }), a('weak', { recall: 0.1 }), a('due', { due: true, recall: 0.9 }), a('missed', { missed: true, recall: 0.9 })];
    assert.deepEqual(buildScript(cards, { ...wishes, minutes: 9 }, 1).slice(0, 3), ['missed', 'due', 'weak']);
  });

  it('keeps to level, topics with all below them, and code', () => {
    const cards = [a('junior', { levels: ['junior'] }), a('any'), a('senior', { levels: ['senior'] })];
    assert.deepEqual(new Set(buildScript(cards, { ...wishes, level: 'junior' }, 1)), new Set(['junior', 'any']));
    const topics = [a('gil', { topic: 'python/concurrency' }), a('web', { topic: 'web' }), a('pythonic', { topic: 'pythonic' })];
    assert.deepEqual(buildScript(topics, { ...wishes, topics: ['python'] }, 1), ['gil']);
    assert.deepEqual(buildScript([a('code', { inCode: true }), a('other')], { ...wishes, codeOnly: true }, 1), ['code']);
  });

  it('asks no question that lives by its options', () => {
    assert.deepEqual(buildScript([a('choice', { open: false }), a('open')], wishes, 1), ['open']);
  });

  it('mixes technical and personal questions, and opens with a personal one', () => {
    const cards = [...many(30, {}, 't'), ...many(30, { personal: true }, 'p')];
    const count = (mix: Wishes['mix']) => buildScript(cards, { ...wishes, minutes: 30, mix }, 3).filter((card) => card.startsWith('p')).length;
    assert.deepEqual([count('technical'), count('mostlyTechnical'), count('half'), count('personal')], [0, 2, 5, 10]);
    assert.ok(buildScript(cards, { ...wishes, mix: 'half' }, 3)[0]?.startsWith('p'));
  });

  it('does not ask one topic twice in a row while there are others', () => {
    const cards = [...many(10, { topic: 'python', due: true }, 'p'), ...many(10, { topic: 'web' }, 'w')];
    const topics = buildScript(cards, wishes, 5).map((card) => card[0]);
    assert.ok(topics.every((topic, i) => topic !== topics[i + 1]), topics.join());
  });

  it('is the same for the same seed and another for another', () => {
    assert.deepEqual(buildScript(many(50), wishes, 7), buildScript(many(50), wishes, 7));
    assert.notDeepEqual(buildScript(many(50), wishes, 7), buildScript(many(50), wishes, 8));
  });
});
