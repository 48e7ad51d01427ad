import assert from 'node:assert/strict';
import { groupByLevel, groupByTag } from '../../../src/core/topics/groupNotes';
import { hiddenDepth, topicPath } from '../../../src/core/topics/hiddenTopics';
import { isFiltering, noFilter, passesFilter, storedFilter, type NoteFilter, type StudyState } from '../../../src/core/topics/noteFilter';
import { aNote } from './aNote';

const gil = aNote('gil', 'topic: python\nlevel: [middle, senior]\ntags: [cpython, threads]');
const tables = aNote('tables', 'topic: databases\nkind: comparison\ntags: [threads]');
const mock = aNote('mock', 'topic: interviews\nkind: interview\nlevel: junior');
const notes = [gil, tables, mock];

describe('The filter of the tree', () => {
  const table: readonly (readonly [Partial<NoteFilter>, readonly string[]])[] = [
    [{}, ['gil', 'tables', 'mock']],
    [{ levels: ['senior'] }, ['gil']],
    [{ levels: ['senior', 'junior'] }, ['gil', 'mock']],
    [{ kinds: ['comparison', 'interview'] }, ['tables', 'mock']],
    [{ tags: ['threads'] }, ['gil', 'tables']],
    [{ tags: ['threads'], kinds: ['note'] }, ['gil']],
    [{ states: ['due'] }, ['mock']],
    [{ states: ['due', 'stale'] }, ['gil', 'mock']],
    [{ states: ['unread'], levels: ['senior'] }, []],
  ];
  const isIn = (note: { readonly id: string }, state: StudyState) => (state === 'due' && note.id === 'test:mock') || (state === 'stale' && note.id === 'test:gil');
  for (const [filter, expected] of table) {
    it(`${JSON.stringify(filter)} shows ${expected.join(', ') || 'nothing'}`, () => {
      const whole = { ...noFilter, ...filter };
      assert.deepEqual(notes.filter((note) => passesFilter(note, whole, isIn)).map(({ title }) => title), expected);
      assert.equal(isFiltering(whole), Object.keys(filter).length > 0);
    });
  }

  it('comes back from storage without what it does not know', () => {
    const filter: NoteFilter = { levels: ['junior'], kinds: ['note'], tags: ['a b'], states: ['due'] };
    assert.deepEqual(storedFilter(JSON.parse(JSON.stringify(filter))), filter);
    assert.deepEqual(storedFilter({ levels: ['expert', 'senior', 7], tags: [1, 'x'], states: 'due' }), { ...noFilter, levels: ['senior'], tags: ['x'] });
    for (const broken of [undefined, null, 'due', 3, []]) assert.deepEqual(storedFilter(broken), noFilter);
  });
});

describe('Grouping notes', () => {
  const shown = (groups: readonly { readonly name: string; readonly notes: readonly { readonly title: string }[] }[]) => groups.map(({ name, notes: members }) => `${name}: ${members.map(({ title }) => title).join(', ')}`);

  it('by level puts a note of two levels into both, and those without one last', () => {
    assert.deepEqual(shown(groupByLevel(notes)), ['junior: mock', 'middle: gil', 'senior: gil', ': tables']);
  });

  it('by tag follows the alphabet', () => {
    assert.deepEqual(shown(groupByTag(notes)), ['cpython: gil', 'threads: gil, tables', ': mock']);
  });

  it('lists a note with the same tag twice once', () => {
    assert.deepEqual(shown(groupByTag([aNote('twice', 'topic: a\ntags: [x, x]')])), ['x: twice']);
  });
});

describe('Hidden topics', () => {
  it('hide everything below them, and nothing beside them', () => {
    const hidden = new Set(['python/typing']);
    assert.equal(hiddenDepth(['python', 'typing'], hidden), 2);
    assert.equal(hiddenDepth(['python', 'typing', 'generics'], hidden), 2);
    assert.equal(hiddenDepth(['python', 'typing-extras'], hidden), 0);
    assert.equal(hiddenDepth(['python'], hidden), 0);
    assert.equal(hiddenDepth([], hidden), 0);
  });

  it('are found however a person wrote their path', () => {
    assert.equal(topicPath(' /python/ typing // '), 'python/typing');
    assert.equal(topicPath('/'), '');
  });
});
