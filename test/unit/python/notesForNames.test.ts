import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/notes/note';
import { type HoverSettings, notesForNames } from '../../../src/core/python/notesForNames';
import { namesAtCursor } from './cursor';

function aNote(title: string, hover: readonly string[], kind: Note['kind'] = 'note'): Note {
  return {
    id: `pack:${title}`, title, hover, kind, topic: [], tags: [], aliases: [], levels: [], appliesTo: [], sources: [], related: [],
    gist: '', headings: [], links: [], cards: [], problems: [], bodyStart: 0,
  };
}

const notes = [
  aNote('Keywords', ['yield', 'with', 'if', 'print', 'async', 'classmethod']),
  aNote('Generators', ['yield']),
  aNote('Frameworks', ['yield', 'fastapi.FastAPI.get'], 'comparison'),
  aNote('Routes', ['@fastapi.FastAPI.get']),
  aNote('HTTP methods', ['.get']),
  aNote('Joins', ['.select_related']),
  aNote('Engines', ['sqlalchemy.create_engine(pool_recycle=)', 'sqlalchemy.create_engine']),
];
const all: HoverSettings = { keywords: true, libraries: true, trivialKeywords: false, mutedNames: [] };
const app = 'from fastapi import FastAPI\napp = FastAPI()\n';

function titles(marked: string, settings: Partial<HoverSettings> = {}): readonly string[] {
  const byHover = (name: string) => notes.filter((note) => note.hover.includes(name));
  return notesForNames(namesAtCursor(marked), byHover, { ...all, ...settings })?.notes.map(({ title }) => title) ?? [];
}

describe('Notes for a name', () => {
  const cases: readonly (readonly [behaviour: string, marked: string, titles: readonly string[], settings?: Partial<HoverSettings>])[] = [
    ['the one that is about fewest names comes first, comparisons last', '|yield x', ['Generators', 'Keywords', 'Frameworks']],
    ['nothing for a name without a note', '|lambda: 0', []],
    ['nothing for trivial keywords', '|if x: pass', []],
    ['trivial keywords on request', '|if x: pass', ['Keywords'], { trivialKeywords: true }],
    ['nothing for keywords that are switched off', '|yield x', [], { keywords: false }],
    ['nothing for builtins that are switched off', '|print(x)', [], { keywords: false }],
    ['nothing for builtin decorators that are switched off', 'class A:\n  @|classmethod\n  def f(cls): pass', [], { keywords: false }],
    ['a builtin decorator is its builtin, too', 'class A:\n  @|classmethod\n  def f(cls): pass', ['Keywords']],
    ['the note of the decorator before that of the function', `${app}@app.|get("/")\ndef f(): pass`, ['Routes', 'Frameworks']],
    ['no guess beside a certain name', `${app}app.|get("/")`, ['Frameworks']],
    ['a guess where nothing is certain', 'x.|get(1)', ['HTTP methods']],
    ['nothing for libraries that are switched off', 'x.|select_related(1)', [], { libraries: false }],
    ['a keyword argument of a known call', 'import sqlalchemy as sa\nsa.create_engine(u, |pool_recycle=3)', ['Engines']],
    ['nothing for a muted name', '|yield x', [], { mutedNames: ['yield'] }],
    ['no weaker name in place of a muted one', `${app}app.|get("/")`, [], { mutedNames: ['fastapi.FastAPI.get'] }],
    ['the certain name when only the guess is muted', `${app}app.|get("/")`, ['Frameworks'], { mutedNames: ['.get'] }],
  ];
  for (const [behaviour, marked, expected, settings] of cases) {
    it(behaviour, () => assert.deepEqual(titles(marked, settings), expected));
  }

  it('says under which form it was found', () => {
    const byHover = (name: string) => (name === 'sqlalchemy.Session' ? [aNote('Sessions', [name])] : []);
    const named = notesForNames(namesAtCursor('from sqlalchemy.orm import |Session'), byHover, all);
    assert.equal(named?.name, 'sqlalchemy.Session');
  });
});
