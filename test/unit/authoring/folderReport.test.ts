import assert from 'node:assert/strict';
import { folderReport } from '../../../src/core/authoring/folderReport';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';

function report(files: Readonly<Record<string, string>>) {
  return folderReport(Object.entries(files).map(([path, text]) => ({ note: parseNote(notePlace('mine', path), text), withHeadings: parseNote(notePlace('mine', path), text, { headings: true }) })));
}

describe('What a folder holds', () => {
  const found = report({
    'a/study.md': '---\ntopic: a\n---\n## Why?\n\nSo.\n\n## Empty?\n',
    'b/prose.md': '# Prose\n\n## What is it?\n\nIt.\n\n## What else?\n\nThat.\n\nterm :: meaning\n',
    'b/more.md': '# More\n\n## Who?\n\nThey.\n',
    'broken.md': '---\ntitle: "x\n---\n',
  });

  it('is counted', () => assert.deepEqual([found.notes, found.topics, found.cards], [4, 2, 2]));
  it('names why blocks are no cards, the most frequent first', () => {
    assert.deepEqual(found.leftOut.map(({ reason, count }) => `${reason} ${count}`), ['headings 3', 'question-without-answer 1', 'yaml 1']);
  });
  it('shows examples from different notes', () => assert.deepEqual(found.headings, { count: 3, examples: ['What is it?', 'Who?', 'What else?'] }));
  it('is empty in an empty folder', () => assert.deepEqual(report({}), { notes: 0, topics: 0, cards: 0, leftOut: [], headings: { count: 0, examples: [] } }));
});
