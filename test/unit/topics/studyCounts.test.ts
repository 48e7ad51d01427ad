import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/notes/note';
import { StudyCounts, type CardStanding } from '../../../src/core/topics/studyCounts';
import { seeded } from '../notes/seeded';
import { aNote } from './aNote';

describe('Study counts', () => {
  const gil = aNote('gil', 'topic: python/concurrency', 'Why', 'When');
  const tasks = aNote('tasks', 'topic: python/concurrency', 'Which');
  const index = aNote('index', 'topic: databases', 'How');
  const loose = aNote('loose', 'cards: headings', 'What');

  function counting(notes: readonly Note[], standings: Readonly<Record<string, CardStanding>> = {}): StudyCounts {
    const counts = new StudyCounts((id) => standings[id] ?? 'new');
    counts.useNotes(notes);
    counts.countSome(Infinity);
    return counts;
  }
  const shown = ({ due, fresh, cards, notes }: { due: number; fresh: number; cards: number; notes: number }) => [due, fresh, cards, notes];

  it('sums up a topic with everything below it', () => {
    const counts = counting([gil, tasks, index], { 'test:gil#why': 'due', 'test:tasks#which': 'later', 'test:index#how': 'aside' });
    assert.deepEqual(shown(counts.ofNote(gil)), [1, 1, 2, 1]);
    assert.deepEqual(shown(counts.ofTopic('python')), [1, 1, 3, 2]);
    assert.deepEqual(shown(counts.ofTopic('databases')), [0, 0, 1, 1]);
    assert.deepEqual(shown(counts.total), [1, 1, 4, 3]);
    assert.deepEqual(shown(counts.ofTopic('nowhere')), [0, 0, 0, 0]);
  });

  it('counts notes without a topic in the total only', () => {
    assert.deepEqual(shown(counting([loose, index]).total), [0, 2, 2, 2]);
  });

  it('counts a hidden topic for itself, and nowhere else', () => {
    const counts = counting([gil, tasks, index]);
    counts.hide(new Set(['python/concurrency']));
    assert.deepEqual(shown(counts.total), [0, 1, 1, 1]);
    assert.deepEqual(shown(counts.ofTopic('python')), [0, 0, 0, 0]);
    assert.deepEqual(shown(counts.ofTopic('python/concurrency')), [0, 3, 3, 2]);
    counts.hide(new Set());
    assert.deepEqual(shown(counts.total), [0, 4, 4, 3]);
  });

  it('counts in slices, and keeps what it had until it comes by again', () => {
    const counts = new StudyCounts(() => 'due');
    counts.useNotes([gil, tasks, index]);
    assert.deepEqual(shown(counts.total), [0, 0, 4, 3]);
    assert.equal(counts.countSome(2), true);
    assert.equal(counts.countSome(2), false);
    assert.deepEqual(shown(counts.total), [4, 0, 4, 3]);
    counts.recountAll();
    assert.deepEqual(shown(counts.total), [4, 0, 4, 3]);
    counts.useNotes([gil, index]);
    counts.countSome(Infinity);
    assert.deepEqual(shown(counts.total), [3, 0, 3, 2]);
  });

  it('looks only at what changed', () => {
    const asked: string[] = [];
    const counts = new StudyCounts((id) => {
      asked.push(id);
      return 'new';
    });
    counts.useNotes([gil, tasks, index]);
    counts.countSome(Infinity);
    asked.length = 0;
    counts.useNotes([gil, aNote('tasks', 'topic: python/concurrency', 'Which', 'Whose'), index]);
    counts.countSome(Infinity);
    assert.deepEqual(asked, ['test:tasks#which', 'test:tasks#whose']);
    asked.length = 0;
    counts.recount(['test:index#how', 'test:gone#never']);
    assert.deepEqual(asked, ['test:index#how']);
  });

  it('equals counting anew after any changes', () => {
    const { below, pick } = seeded(11);
    const standings: Record<string, CardStanding> = {};
    const topics = ['a', 'a/b', 'a/b/c', 'd'];
    const notes = new Map<string, Note>();
    const counts = new StudyCounts((id) => standings[id] ?? 'new');
    for (let step = 0; step < 300; step += 1) {
      const note = aNote(`n${below(8)}`, `topic: ${pick(topics)}`, ...['One', 'Two', 'Three'].slice(0, below(4)));
      if (below(5) === 0) notes.delete(note.id);
      else notes.set(note.id, note);
      counts.useNotes([...notes.values()]);
      counts.countSome(below(3) === 0 ? Infinity : 1);
      const graded = pick([...note.cards.map(({ id }) => id), 'test:none#none']);
      standings[graded] = pick(['due', 'new', 'later', 'aside']);
      counts.recount([graded]);
      const hidden = new Set(below(3) === 0 ? [pick(topics)] : []);
      if (below(4) === 0) counts.hide(hidden);
      else continue;
      counts.recountAll();
      counts.countSome(Infinity);
      const anew = new StudyCounts((id) => standings[id] ?? 'new');
      anew.hide(hidden);
      anew.useNotes([...notes.values()]);
      anew.countSome(Infinity);
      for (const topic of ['', ...topics]) assert.deepEqual(counts.ofTopic(topic), anew.ofTopic(topic), `${topic} after step ${step}`);
    }
  });
});
