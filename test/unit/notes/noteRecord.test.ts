import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/notes/note';
import { isSameNote, noteOfRecord, noteRecord } from '../../../src/core/notes/noteRecord';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { generatedNote } from '../../bench/generatedNotes';
import { everyField } from './everyField';
import { SharedLists } from '../../../src/core/notes/recordCodec';
import { mutatedNote } from './mutatedNote';
import { seeded } from './seeded';

const shared = new SharedLists();

/** Written, through JSON, and read again. */
function keptAndRead(note: Note): Note | undefined {
  const { lists } = shared;
  const record = JSON.parse(JSON.stringify(noteRecord(note, shared) ?? null)) as { readonly head?: unknown; readonly rest?: unknown } | null;
  return record ? noteOfRecord(record.head, 'mine', { lists, rest: () => record.rest }, 0) : undefined;
}

function assertKept(note: Note): void {
  const read = keptAndRead(note);
  assert.ok(read, note.id);
  assert.deepEqual(everyField(read), everyField(note));
  assert.ok(isSameNote(read, note));
}

describe('a kept note', () => {
  it('says what the note said, in every field', () => {
    const random = seeded(41);
    for (let n = 0; n < 400; n++) assertKept(parseNote(notePlace('mine', `a/${n}${n % 3 ? '' : '.ko'}.md`), n % 2 ? generatedNote(n) : mutatedNote(generatedNote(n), random), { headings: true }));
    const all = `---
title: Тест 한글 "quoted" \\ \u2028
topic: a/b
aliases: [one, two]
tags: [x]
level: [junior, senior]
kind: comparison
hover: [a.b, .c]
applies_to: [fastapi>=0.100]
verified: 2026-11-20
sources: [https://example.org, {title: A title, url: https://example.org/2}]
related: [other]
copy_of: pack:x
cards: auto
colour: none
---
# Title
A gist with 🎉.

## One? <!-- ^one -->
Text [[wiki]] and [link](x.md).
### Nested?
Yes.
### A part
More of the answer.

## Others
Q: tagged
A: answer

term ::: both ways

A ==gap== here.
`;
    const note = parseNote(notePlace('mine', 'full.md'), all);
    assert.deepEqual([note.cards.some(({ form }) => form), note.cards.some(({ parent }) => parent), note.cards.some(({ cuts }) => cuts), note.sources.length], [true, true, true, 2]);
    assertKept(note);
  });

  it('is another as soon as one field differs', () => {
    const note = parseNote(notePlace('mine', 'a.md'), generatedNote(3), { headings: true });
    const [heading, ...headings] = note.headings;
    const [card, ...cards] = note.cards;
    assert.ok(heading && card);
    const others: readonly Partial<Note>[] = [
      { title: 'x' }, { gist: '' }, { language: '' }, { verified: undefined }, { topic: [] }, { tags: ['generated bench'] }, { levels: [] }, { kind: 'interview' }, { bodyStart: 0 },
      { links: [] }, { headings: [{ ...heading, level: 2 }, ...headings] }, { cards: [{ ...card, explicit: !card.explicit }, ...cards] }, { cards: [{ ...card, cuts: [{ start: 1, end: 2 }] }, ...cards] },
      { problems: [{ code: 'x', message: 'y', severity: 'hint', range: { start: 0, end: 0 } }] },
    ];
    assert.ok(isSameNote(note, { ...note }));
    for (const other of others) assert.equal(isSameNote(note, { ...note, ...other }), false, JSON.stringify(other));
  });

  it('is none where a text holds what stands between texts, and none of another root', () => {
    const note = parseNote(notePlace('mine', 'a.md'), '# A\u007fB\n');
    assert.equal(noteRecord(note, shared), undefined);
    const record = noteRecord(parseNote(notePlace('mine', 'a.md'), '# A\n'), shared);
    for (const root of ['min', 'mine2', 'pack', '']) assert.equal(noteOfRecord(record?.head, root, { lists: shared.lists, rest: () => record?.rest }, 0), undefined, root);
  });

  it('is none where anything is missing, left over, or of another type', () => {
    const record = noteRecord(parseNote(notePlace('mine', 'a.md'), generatedNote(5), { headings: true }), shared);
    assert.ok(record);
    const read = (head: unknown, rest: unknown) => noteOfRecord(head, 'mine', { lists: shared.lists, rest: () => rest }, 0);
    const [texts, numbers] = record.head;
    assert.ok(read(record.head, record.rest));
    const wrong: unknown[] = [undefined, null, 0, '', {}, [], [texts], [texts, {}], [numbers, texts], [`${texts}x`, numbers], [`${texts}\u007f`, numbers], [texts.slice(0, -1), numbers], [texts, [...numbers, 0]], [texts, numbers.slice(0, -1)]];
    for (const value of [-1, 0.5, Number.NaN, '1', null, 2 ** 40, []]) for (const at of [0, 1, 5, numbers.length - 1]) wrong.push([texts, numbers.map((number, index) => (index === at ? value : number))]);
    for (const head of wrong) assert.equal(read(head, record.rest), undefined, JSON.stringify(head)?.slice(0, 200));
    for (const rest of [undefined, null, 7, [], ['', []], record.head, [record.rest[0], [...record.rest[1], 1]]]) {
      const note = read(record.head, rest);
      assert.deepEqual([note?.headings, note?.links, note?.gist, note?.problems], [[], [], '', []]);
    }
  });
});
