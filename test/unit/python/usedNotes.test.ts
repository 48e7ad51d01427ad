import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/notes/note';
import { importNotes } from '../../../src/core/python/importNotes';
import { namesInFile } from '../../../src/core/python/namesInFile';
import { parsePython } from '../../../src/core/python/parsePython';
import { PythonModule } from '../../../src/core/python/pythonModule';
import { mostUsedAndWeakestFirst, UsedNotes } from '../../../src/core/python/usedNotes';

function aNote(title: string, hover: readonly string[], cards = 1): Note {
  const card = { id: 'x', anchor: 'x', explicit: true, kind: 'reveal', front: '?', range: { start: 0, end: 0 }, answerHash: '' } as const;
  return {
    id: `pack:${title}`, title, hover, kind: 'note', topic: [], tags: [], aliases: [], levels: [], appliesTo: [], sources: [], related: [],
    gist: '', headings: [], links: [], cards: Array.from({ length: cards }, () => card), problems: [], bodyStart: 0,
  };
}

const notes = [aNote('gather', ['asyncio.gather']), aNote('asyncio', ['asyncio', 'await', 'asyncio.gather']), aNote('get', ['.get']), aNote('types', ['str', 'int'])];
const settings = { keywords: true, libraries: true, trivialKeywords: false, mutedNames: [] };

function usedNotes(): UsedNotes {
  return new UsedNotes((name) => notes.filter(({ hover }) => hover.includes(name)), settings);
}

const moduleOf = (text: string) => new PythonModule(parsePython(text), text);
const shown = (used: UsedNotes) => used.notes.map(({ note, names }) => `${note.title}: ${names.map(({ name, places }) => `${name} ${places.map(({ start }) => start).join(' ')}`).join(', ')}`);

const text = 'import asyncio as a\nasync def f(x: str):\n  await a.gather(x.get(1), x.get(2))\n';

describe('Notes used in a text', () => {
  it('are the best one for each word, with every place where it stands, the most used name first', () => {
    const used = usedNotes();
    used.add(namesInFile(moduleOf(text)));
    assert.deepEqual(shown(used), ['asyncio: asyncio 7 18 49, await 43', 'types: str 35', 'gather: asyncio.gather 51', 'get: .get 60 70']);
  });

  it('are the same when the names come stretch by stretch', () => {
    const [whole, parts] = [usedNotes(), usedNotes()];
    const module = moduleOf(text);
    whole.add(namesInFile(module));
    for (let from = 0; from < text.length; from += 10) parts.add(namesInFile(module, from, from + 10));
    assert.deepEqual(shown(parts), shown(whole));
  });

  it('are forgotten before the next text', () => {
    const used = usedNotes();
    used.add(namesInFile(moduleOf(text)));
    used.startAnew();
    used.add(namesInFile(moduleOf('str(1)')));
    assert.deepEqual(shown(used), ['types: str 0']);
  });
});

describe('What is worth studying first', () => {
  const order = (...used: readonly (readonly [title: string, uses: number, recall: number | undefined, cards?: number])[]) => {
    const recalls = new Map(used.map(([title, , recall]) => [title, recall]));
    const ranked = mostUsedAndWeakestFirst(used.map(([title, uses, , cards = 1]) => ({ note: aNote(title, [], cards), uses })), ({ title }) => recalls.get(title));
    return ranked.map(({ note }) => note.title).join(' ');
  };

  it('is what is used most, of things known equally well', () => assert.equal(order(['a', 2, 0.5], ['b', 7, 0.5], ['c', 3, 0.5]), 'b c a'));
  it('is what is known least, of things used equally often', () => assert.equal(order(['a', 5, 0.9], ['b', 5, 0.3], ['c', 5, undefined]), 'c b a'));
  it('is not what is used all over and known well', () => assert.equal(order(['a', 20, 0.95], ['b', 3, undefined]), 'b a'));
  it('is a question rather than something to read', () => assert.equal(order(['a', 5, undefined, 0], ['b', 3, undefined]), 'b a'));
  it('is in order of the titles where nothing else tells', () => assert.equal(order(['b', 1, undefined], ['a', 1, undefined]), 'a b'));
});

describe('Notes behind an import', () => {
  const lines = (source: string) => {
    const module = moduleOf(source);
    const used = usedNotes();
    used.add(namesInFile(module));
    return importNotes(module, used.notes).map(({ range, notes: found }) => `${source.slice(range.start, range.end)}: ${found.map(({ title }) => title).join(', ')}`);
  };

  it('are those of what the text uses of it', () => assert.deepEqual(lines(text), ['import asyncio as a: asyncio, gather']));
  it('are those of the imported name alone', () => assert.deepEqual(lines('from asyncio import gather as g, sleep\ng()\n'), ['from asyncio import gather as g, sleep: gather']));
  it('are none for the user\'s own modules and for modules without notes', () => assert.deepEqual(lines('import os\nfrom . import asyncio\nstr(1)\n'), []));
});
