import * as assert from 'node:assert/strict';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { scopeTallies, type Tally } from '../../../src/core/quiz/scopeTallies';

function aNote(id: string, frontMatter: string, questions: readonly string[]) {
  return parseNote(notePlace('p', `${id}.md`), `---\n${frontMatter}\n---\n# ${id}\n\n${questions.map((name) => `## ${name}? <!-- ^${name} -->\n\nAn answer.\n`).join('\n')}`);
}

const notes = [
  aNote('gil', 'topic: python/concurrency\nlevel: [senior, middle]\ntags: [cpu, cpu]', ['due1', 'due2', 'new1']),
  aNote('list', 'topic: python\nlevel: junior', ['new2', 'rest1']),
  aNote('http', 'topic: web/http\ntags: [cpu, net]', ['due3']),
  aNote('empty', 'topic: empty', []),
];
const waits = (card: string) => (card.includes('#due') ? 'due' : card.includes('#new') ? 'new' : undefined);
const shown = ({ cards, due, fresh }: Tally) => [cards, due, fresh];
const all = (hidden: readonly string[] = []) => scopeTallies(notes, waits, new Set(hidden));

describe('tallies of scopes', () => {
  it('count every topic with what lies below, levels, tags and notes', () => {
    const { all: everything, topics, levels, tags, notes: byNote } = all();
    assert.deepEqual(shown(everything), [6, 3, 2]);
    assert.deepEqual([...topics].map(([path, tally]) => [path, ...shown(tally)]), [['python', 5, 2, 2], ['python/concurrency', 3, 2, 1], ['web', 1, 1, 0], ['web/http', 1, 1, 0]]);
    assert.deepEqual([...levels].map(([level, tally]) => [level, ...shown(tally)]), [['senior', 3, 2, 1], ['middle', 3, 2, 1], ['junior', 2, 0, 1]]);
    assert.deepEqual([...tags].map(([tag, tally]) => [tag, ...shown(tally)]), [['cpu', 4, 3, 1], ['net', 1, 1, 0]]);
    assert.deepEqual([...byNote.keys()], ['p:gil', 'p:list', 'p:http']);
  });

  it('a hidden topic counts for itself alone', () => {
    const { all: everything, topics, tags } = all(['python/concurrency']);
    assert.deepEqual(shown(everything), [3, 1, 1]);
    assert.deepEqual([topics.get('python'), topics.get('python/concurrency')].map((tally) => tally && shown(tally)), [[2, 0, 1], [3, 2, 1]]);
    assert.deepEqual(shown(tags.get('cpu')!), [1, 1, 0]);
  });

  it('name all that wait, hidden or not', () => {
    const { due, fresh } = all(['python']);
    assert.deepEqual([due.length, fresh.length], [3, 2]);
  });
});
