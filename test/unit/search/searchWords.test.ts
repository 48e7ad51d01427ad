import assert from 'node:assert/strict';
import { findInText } from '../../../src/core/search/bodySearch';
import { LooseSearch } from '../../../src/core/search/looseSearch';
import { NoteSearch } from '../../../src/core/search/noteSearch';
import { folded, indexedWords, searchWords } from '../../../src/core/search/searchWords';
import { aNote } from '../topics/aNote';

describe('Words of the search', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Global interpreter lock', ['global', 'interpreter', 'lock']],
    ['C++ and C#, not F#m or a+b', ['c++', 'and', 'c#', 'not', 'f', 'm', 'or', 'a', 'b']],
    ['asyncio.gather(*tasks)', ['asyncio', 'gather', 'tasks']],
    ['object.__init__', ['object', '__init__']],
    ['Ещё чёрт', ['еще', 'черт']],
    ['격리 수준을', ['격리', '수준을']],
    ['#tag ## x', ['tag', 'x']],
    ['re\u0301sume\u0301', ['résumé']],
    ['\u1100\u1161', ['가']],
    ['  ', []],
  ];
  for (const [text, expected] of table) it(`of ${JSON.stringify(text)} are ${expected.join(' ')}`, () => assert.deepEqual(searchWords(text), expected));

  it('in an index have Korean pairs and parts of names', () => {
    assert.deepEqual(indexedWords('격리수준을 안다'), ['격리수준을', '격리', '리수', '수준', '준을', '안다']);
    assert.deepEqual(indexedWords('select_related __init__'), ['select_related', 'select', 'related', '__init__', 'init']);
  });

  it('are equal in any normal form', () => assert.equal(folded('Й'.normalize('NFD')), 'й'));
});

describe('Searching notes', () => {
  const notes = [
    aNote('gil', 'title: Global interpreter lock\ntopic: python\naliases: [GIL]\nhover: [sys.setswitchinterval]', 'Why does CPython have a lock', 'What is a tick'),
    aNote('asyncio', 'title: Event loop\ntopic: python\nhover: [asyncio.gather, asyncio.TaskGroup]', 'What does gather do'),
    aNote('locks', 'title: Row locks\ntopic: databases', 'When is FOR UPDATE needed'),
    aNote('levels', 'title: 트랜잭션 격리수준\ntopic: 데이터베이스', '팬텀 리드란 무엇인가'),
  ];
  const search = new NoteSearch();
  search.useNotes(notes);
  while (search.readSome(2));
  const found = (query: string) => search.find(query, 10).map(({ kind, text }) => `${kind} ${text}`);

  it('puts names before questions, and shorter names first', () => {
    assert.deepEqual(found('lock'), ['note Row locks', 'note Global interpreter lock']);
    assert.deepEqual(found('gil'), ['note Global interpreter lock']);
    assert.deepEqual(found('event'), ['note Event loop']);
  });

  it('leads to the question or name that holds the words', () => {
    assert.deepEqual(found('cpython lock'), ['question Why does CPython have a lock?']);
    assert.deepEqual(found('asyncio.TaskGroup'), ['symbol asyncio.TaskGroup']);
    assert.deepEqual(found('팬텀'), ['question 팬텀 리드란 무엇인가?']);
    assert.deepEqual(search.find('tick', 10).map(({ place }) => place), ['what-is-a-tick']);
  });

  it('looks at names only while the query is short', () => assert.deepEqual(found('g'), ['note Global interpreter lock']));

  it('meets short words only where a word starts', () => {
    const agile = new NoteSearch();
    agile.useNotes([aNote('agile', 'title: Agile teams\ntopic: a')]);
    agile.readSome(1);
    assert.equal(agile.find('gil', 5).length, 0);
    assert.equal(agile.find('gile', 5).length, 1);
  });

  it('tells by which other name a note was found', () => assert.deepEqual(search.find('gil', 5).map(({ text, alias }) => `${text} (${alias})`), ['Global interpreter lock (GIL)']));

  it('finds nothing for nothing', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(found('?!'), []);
    assert.deepEqual(found('zebra'), []);
  });

  it('follows notes that change and go', () => {
    const own = new NoteSearch();
    own.useNotes(notes);
    own.readSome(100);
    own.useNotes([...notes.slice(1), aNote('new', 'title: Zebra\ntopic: a')]);
    own.readSome(100);
    assert.deepEqual(own.find('gil', 5), []);
    assert.equal(own.find('zebra', 5).length, 1);
  });

  const loose = new LooseSearch();
  loose.useNotes(notes);
  while (loose.indexSome(1));
  const slips: readonly (readonly [string, string])[] = [
    ['interpeter', 'Global interpreter lock'],
    ['gahter', 'asyncio.gather'],
    ['격리수준을', '트랜잭션 격리수준'],
  ];
  for (const [query, text] of slips) {
    it(`forgives "${query}"`, () => {
      assert.deepEqual(found(query), []);
      assert.equal(loose.find(query, 5)[0]?.text, text);
    });
  }

  it('in a text finds the line with most words, only if all are there', () => {
    const text = 'First line.\r\nThe Event loop runs.\nIt never blocks the loop.\n';
    assert.deepEqual(findInText(text, ['event', 'blocks']), { line: 1, text: 'The Event loop runs.' });
    assert.deepEqual(findInText(text, ['blocks', 'loop']), { line: 2, text: 'It never blocks the loop.' });
    assert.equal(findInText(text, ['event', 'zebra']), undefined);
    assert.equal(findInText(text, []), undefined);
  });
});
