import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cardContent } from '../../../src/core/notes/cardContent';
import type { Note, TextRange } from '../../../src/core/notes/note';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { mutatedNote } from './mutatedNote';
import { place, plain, problemCodes, study } from './parsed';
import { seeded } from './seeded';

const everything = `---
title: Global interpreter lock
topic: python/ concurrency/
level: [junior, Middle]
tags: gil, threads  a/b
aliases: [GIL, 한글]
hover: [yield, threading.Thread, .select_related, "pkg.func(kw=)", "@app.get"]
applies_to: ["python>=3.11"]
verified: 2026-11-20
sources:
  - https://docs.python.org
  - title: PEP 703
    url: https://peps.python.org/pep-0703/
related: [python/free-threading]
kind: comparison
copy_of: pack:python/gil
sr-due: 2026-01-01
---
# Other title

The **gist** with \`code\`, a [link](free-threading.md#^why) and [[executors|others]].

## A heading, *again* & again

## A heading, *again* & again
`;

describe('a note', () => {
  it('says what its front matter says', () => {
    const note = parseNote(place, everything);
    assert.deepEqual(note.problems, []);
    assert.deepEqual(
      { ...note, headings: [], links: [], bodyStart: 0 },
      {
        id: 'mine:python/gil',
        title: 'Global interpreter lock',
        topic: ['python', 'concurrency'],
        tags: ['gil', 'threads', 'a/b'],
        aliases: ['GIL', '한글'],
        levels: ['junior', 'middle'],
        kind: 'comparison',
        hover: ['yield', 'threading.Thread', '.select_related', 'pkg.func(kw=)', '@app.get'],
        appliesTo: ['python>=3.11'],
        verified: '2026-11-20',
        sources: [{ url: 'https://docs.python.org' }, { title: 'PEP 703', url: 'https://peps.python.org/pep-0703/' }],
        related: ['python/free-threading'],
        copyOf: 'pack:python/gil',
        gist: 'The gist with code, a link and others.',
        headings: [],
        links: [],
        cards: [],
        problems: [],
        bodyStart: 0,
      },
    );
    assert.deepEqual(note.headings.map(({ level, text, slug }) => [level, text, slug]), [
      [1, 'Other title', 'other-title'],
      [2, 'A heading, again & again', 'a-heading-again--again'],
      [2, 'A heading, again & again', 'a-heading-again--again-1'],
    ]);
    assert.deepEqual(note.links.map(({ kind, target, range }) => [kind, target, everything.slice(range.start, range.end)]), [
      ['markdown', 'free-threading.md#^why', 'free-threading.md#^why'],
      ['wiki', 'executors', 'executors'],
    ]);
  });

  it('has a title in any case', () => {
    assert.equal(plain('text').title, 'gil');
    assert.equal(plain('## not it\n# The *title*\n').title, 'The title');
    assert.equal(plain('---\ntitle: x: y\n---\n# From the heading').title, 'From the heading');
    assert.equal(plain('---\ntitle: x\ntopic: y\n\n# From the heading').title, 'From the heading');
    assert.equal(plain('---\ntitle: 404\n---\n').title, '404');
    assert.equal(parseNote(notePlace('m', 'a/gil.ko.md'), '').language, 'ko');
  });

  it('lies where its topic says, else in its folders', () => {
    assert.deepEqual(plain('x').topic, ['python']);
    assert.deepEqual(plain('---\ntopic: [a, b/c]\n---\n').topic, ['a', 'b', 'c']);
    assert.deepEqual(plain('---\ntopic:\n---\n').topic, ['python']);
    assert.deepEqual(plain('---\ntopic: "\u1112\u1161\u11ab\u1100\u1173\u11af/\u200bx"\n---\n').topic, ['한글', 'x']);
  });

  const gists: readonly (readonly [string, string])[] = [
    ['# T\n\none *two*\nthree\n\nfour', 'one two three'],
    ['one', 'one'],
    ['# T\n<!-- c -->\n\n[a]: b.md\n\none', 'one'],
    ['# T\n\n- list\n\none', ''],
    ['# T\n\n## H\n\none', ''],
    ['# T\n\n```\none\n```', ''],
    ['intro\n\n# T\n\none', ''],
    ['# T\n\na :: b', ''],
    ['', ''],
  ];
  for (const [text, gist] of gists) it(`has the gist ${JSON.stringify(gist)}: ${JSON.stringify(text)}`, () => assert.equal(plain(text).gist, gist));

  it('has a gist of at most 300 characters', () => {
    const { gist } = plain('word '.repeat(200));
    assert.ok(gist.length <= 300 && gist.endsWith('word…'), gist);
  });

  const links: readonly (readonly [string, readonly string[]])[] = [
    ['[a](b.md) [c](../d/e.md#f "t") [g](#h) [i](<j k.md>)', ['b.md', '../d/e.md#f', '#h', 'j k.md']],
    ['[a](https://x.org/b.md) [c](mailto:x@y) [d](e.png) ![f](g.md) [h](//x/y.md)', []],
    ['`[a](b.md)` <!-- [c](d.md) --> \\[e](f.md)', []],
    ['```\n[a](b.md)\n```\n\n    [c](d.md)', []],
    ['> - [a](b.md)\n\n| [c](d.md) | [[e\\|f]] |\n|---|---|', ['b.md', 'd.md', 'e']],
    ['[a][b] and\n\n[b]: c.md "t"', ['c.md']],
    ['[[a]] [[b|c]] [[d#e|f]] ![[g]] [[]] [[h', ['a', 'b', 'd#e', 'g']],
    ['## [a](b.md) ?\n', ['b.md']],
    ['[a](b(c).md) [d](e', ['b(c).md']],
  ];
  for (const [text, expected] of links) it(`links: ${JSON.stringify(text)}`, () => assert.deepEqual(plain(text).links.map(({ target }) => target), expected));

  const faults: readonly (readonly [string, string, string])[] = [
    ['level: [junior, boss]', 'unknown-level', 'boss'],
    ['kind: poem', 'unknown-kind', 'comparison'],
    ['cards: some', 'unknown-cards', 'explicit'],
    ['verified: yesterday', 'bad-verified', 'YYYY'],
    ['verified: 2026-02-30', 'bad-verified', 'YYYY'],
    ['hover: [ok, "a b"]', 'bad-hover', 'yield'],
    ['sources: [javascript:x]', 'bad-source', 'https'],
    ['sources: [{title: x}]', 'bad-source', 'url'],
    ['title: [a, b]', 'bad-title', 'text'],
    ['topic: {a: b}', 'bad-topic', 'text'],
    ['tags: {a: b}', 'bad-tags', 'list'],
    ['related: [{}]', 'bad-related', 'list'],
  ];
  for (const [line, code, word] of faults) {
    it(`warns on the line: ${line}`, () => {
      const text = `---\na: 1\n${line}\n---\n`;
      const { problems } = plain(text);
      assert.deepEqual(problems.map((problem) => [problem.code, problem.severity, text.slice(problem.range.start, problem.range.end)]), [[code, 'warning', line]]);
      assert.ok(problems[0]?.message.includes(word), problems[0]?.message);
    });
  }

  it('keeps the good part of a list with a fault', () => {
    const note = plain('---\nlevel: [junior, boss, senior]\nhover: [ok, "a b"]\nsources: [https://x.org, 1]\n---\n');
    assert.deepEqual([note.levels, note.hover, note.sources], [['junior', 'senior'], ['ok'], [{ url: 'https://x.org' }]]);
  });

  it('takes no name for something else', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const note = plain(`---\ntitle: ${name}\ntopic: ${name}\ntags: [${name}]\naliases: [${name}]\nhover: [${name}]\n${name}: {polluted: 1}\n---\n## ${name}? ^${name.replaceAll('_', '')}\nx\n\n## ${name}?\ny\n\n[[${name}]]\n\n${name} :: ${name}`);
      assert.deepEqual([note.title, note.topic, note.tags, note.aliases, note.hover], [name, [name], [name], [name], [name]]);
      assert.equal(note.cards.length, 2);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('line ends and byte order marks', () => {
  const lines = [...everything.split('\n'), '## Why?', '', 'Because', 'of it.', '', '- [ ] a', '  reason', '- [x] b', '', '### More? ^more', '', '> [!HINT]', '> h', '', 'x', '## H', 'Q: q', 'A: a', '---', '', 'front', '?', 'back', '', 'k :: v', 'A ==gap== here', ''];
  const mixed = lines.map((line, index) => line + (['\n', '\r\n', lines[index + 1] === '' ? '\r\n' : '\r'][index % 3] ?? '')).join('');
  const encodings = [lines.join('\n'), lines.join('\r\n'), lines.join('\r'), mixed].flatMap((text) => [text, `\ufeff${text}`]);
  /** The note with its places as the text there, so that only places may differ. */
  const described = (text: string): unknown => {
    const note = parseNote(place, text);
    const at = ({ start, end }: TextRange): string => text.slice(start, end).replace(/\r\n?/g, '\n');
    const content = note.cards.map((card) => JSON.stringify(cardContent(text, card)).replace(/\\r(\\n)?/g, '\\n'));
    return { ...note, headings: note.headings.map((heading) => ({ ...heading, range: at(heading.range) })), links: note.links.map((link) => ({ ...link, range: at(link.range) })), cards: note.cards.map((card) => ({ ...card, range: at(card.range), cuts: card.cuts?.map(at) })), bodyStart: text.slice(note.bodyStart, note.bodyStart + 13), content };
  };

  it('of eight kinds give the same note with the same cards at the same places', () => {
    const [first, ...others] = encodings.map(described);
    assert.equal(parseNote(place, encodings[0] ?? '').cards.length, 6);
    for (const other of others) assert.deepEqual(other, first);
  });

  it('do not hide what is wrong', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const mark of ['', '\ufeff']) assert.deepEqual(problemCodes(plain(mark + ['---', 'a: b: c', '---', '# H', ''].join(end))), ['yaml']);
    }
  });
});

describe('what many notes say', () => {
  const saying = (name: string): Note => parseNote(notePlace('mine', `${name}.md`), `---\ntitle: ${name}\ntopic: python/ concurrency\ntags: [Threads, locks]\nlevel: senior\n---\n`);

  it('they share, so that a library of them fits into memory', () => {
    const [first, second] = [saying('first'), saying('second')];
    assert.deepEqual(first.topic, ['python', 'concurrency']);
    assert.equal(first.topic, second.topic);
    assert.equal(first.levels, second.levels);
  });

  it('is each told right, however many there are', () => {
    const numbers = Array.from({ length: 9000 }, (_, index) => (index * 7919) % 4500);
    for (const number of numbers) {
      const { topic, tags, hover, verified } = parseNote(place, `---\ntopic: a/${String(number)} \ntags: t${String(number)}, "#u"\nhover: [m.n${String(number)}, 1${String(number)}]\nverified: 2026-01-${String((number % 40) + 10)}\n---\n`);
      const day = (number % 40) + 10;
      assert.deepEqual([topic, tags[0], hover, verified], [['a', String(number)], `t${String(number)}`, [`m.n${String(number)}`], day <= 31 ? `2026-01-${String(day)}` : undefined]);
    }
  });
});

describe('any text', () => {
  const ranges = (note: Note): TextRange[] => [
    ...note.headings.map(({ range }) => range),
    ...note.links.map(({ range }) => range),
    ...note.cards.flatMap(({ range, cuts }) => [range, ...(cuts ?? [])]),
    ...note.problems.map(({ range }) => range),
    { start: note.bodyStart, end: note.bodyStart },
  ];
  const isSound = (text: string): void => {
    for (const headings of [true, false]) {
      const note = parseNote(place, text, { headings });
      for (const { start, end } of ranges(note)) assert.ok(Number.isInteger(start) && start >= 0 && start <= end && end <= text.length, `${String(start)}-${String(end)} of ${String(text.length)}`);
      for (const card of note.cards) {
        assert.ok(!card.anchor.includes('#') && card.anchor !== '' && card.id === `${note.id}#${card.anchor}`);
        assert.match(card.answerHash, /^[0-9a-f]{8}$/);
        cardContent(text, card);
      }
      assert.equal(new Set(note.cards.map(({ id }) => id)).size, note.cards.length);
    }
  };

  it('becomes a note with every place inside it', function () {
    // On a busy machine.
    this.timeout(60_000);
    const pieces = fc.constantFrom('---\n', '\n', '\r\n', '\r', '# ', '?', '？', ' :: ', ' ::: ', '==', '{{c1::', '}}', 'Q: ', 'A: ', 'C: ', '[', ']', '[[', ']]', '(', ')', '- [ ] ', '- [x] ', '```', '~~~', '> ', '<!--', '-->', ' ^id', '<!-- ^id -->', '\t', '    ', 'a', ' ', '|', '\ufeff', '\u0000', '\ud800', '\u200b', 'ё', '한', '1. ', '===', 'title: x\n', '[!HINT]', '\\', '`', '*', '_', ';;', '?\n');
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => isSound(parts.join(''))), { numRuns: 300, seed: 20261120 });
  });

  it('made from good notes by accident stays sound', function () {
    this.timeout(60_000);
    const random = seeded(5);
    for (let round = 0; round < 60; round += 1) isSound(mutatedNote(everything + study('').title, random));
  });
});
