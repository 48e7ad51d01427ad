import assert from 'node:assert/strict';
import { addQuestion, asAnswer, type NewQuestion } from '../../../src/core/authoring/addQuestion';
import { newNotePath, newNoteText } from '../../../src/core/authoring/newNote';
import { edited } from '../../../src/core/authoring/textEdit';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';

const place = notePlace('mine', 'python/gil.md');
const parse = (text: string) => parseNote(place, text);

function added(text: string, question: NewQuestion): string {
  const { edit, answerAt, answerEnd } = addQuestion(text, question, parse);
  const after = edited(text, [edit]);
  assert.equal(after.slice(answerAt, answerEnd), question.answer.replaceAll('\n', text.includes('\r\n') ? '\r\n' : '\n'));
  return after;
}

describe('Adding a question', () => {
  const study = '---\ntopic: python\n---\n';

  it('goes behind the questions that are there, at their level', () => {
    const text = `${study}# Title\n\n## Questions\n\n### One?\n\nYes.\n\n## Sources\n\nNone.\n`;
    assert.equal(added(text, { question: 'Two', answer: 'So.' }), `${study}# Title\n\n## Questions\n\n### One?\n\nYes.\n\n### Two?\n\nSo.\n\n## Sources\n\nNone.\n`);
  });

  it('goes to the end of a note without questions', () => {
    assert.equal(added(`${study}# Title\n\nText.`, { question: 'Why?', answer: 'So.' }), `${study}# Title\n\nText.\n\n## Why?\n\nSo.\n`);
    assert.equal(added(`${study}# Title\n\n## Questions\n`, { question: 'Why?', answer: 'So.' }), `${study}# Title\n\n## Questions\n\n### Why?\n\nSo.\n`);
  });

  it('gives an id where headings are no questions by themselves', () => {
    assert.equal(added('# Notes\n\nProse.\n', { question: 'Why so?', answer: 'So.' }), '# Notes\n\nProse.\n\n## Why so? <!-- ^why-so -->\n\nSo.\n');
    assert.equal(added('# Notes\n', { question: 'Почему?', answer: 'Так.' }), '# Notes\n\n## Почему? <!-- ^question -->\n\nТак.\n');
  });

  it('keeps the line ends of the note', () => {
    assert.equal(added('---\r\ntopic: a\r\n---\r\n# T\r\n', { question: 'Why?', answer: 'One.\nTwo.' }), '---\r\ntopic: a\r\n---\r\n# T\r\n\r\n## Why?\r\n\r\nOne.\r\nTwo.\r\n');
  });

  it('leaves room for an answer that is still to be written', () => {
    assert.equal(added(`${study}# T\n`, { question: 'Why?', answer: '' }), `${study}# T\n\n## Why?\n\n\n`);
  });

  it('puts code into a fence, without its indentation', () => {
    assert.equal(asAnswer('\n    def f():\n        return 1\n\n', 'python'), '```python\ndef f():\n    return 1\n```');
    assert.equal(asAnswer('"""\n```\n"""', 'python'), '````python\n"""\n```\n"""\n````');
    assert.equal(asAnswer('  Text.\n', 'markdown'), 'Text.');
  });
});

describe('A new note', () => {
  it('can be read back, whatever its title', () => {
    for (const title of ['Connection pools', 'C#: what?', '"Quoted"', '한국어 제목', 'yes', '# Hash']) {
      const { text, cursor } = newNoteText(title, 'a/b c', '2026-11-20');
      const note = parse(text);
      assert.deepEqual([note.title, note.topic, note.problems, note.verified], [title, ['a', 'b c'], [], '2026-11-20'], title);
      assert.equal(text.slice(cursor), '\n\n## Questions\n');
    }
  });

  const paths: readonly (readonly [string, string, string])[] = [
    ['Connection pools', 'databases/postgres', 'databases/postgres/connection-pools'],
    ['Что такое GIL?', '', 'что-такое-gil'],
    ['../../etc/passwd', '../up', 'up/etcpasswd'],
    ['con', 'aux', 'aux-note/con-note'],
    ['C++ & C#', 'a', 'a/c-c'],
  ];
  for (const [title, topic, path] of paths) it(`"${title}" in "${topic}" becomes ${path}.md`, () => assert.equal(newNotePath(title, topic), path));
});
