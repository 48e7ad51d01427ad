import * as assert from 'node:assert/strict';
import type { Note } from '../../../src/core/notes/note';
import { NoteIndex, type TopicNode } from '../../../src/core/notes/noteIndex';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { seeded } from './seeded';

function aNote(path: string, keys: Readonly<Record<string, string>> = {}, body = ''): Note {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}\n`);
  const [root = '', rest] = path.includes(':') ? path.split(':') : ['mine', path];
  return parseNote(notePlace(root, rest ?? path), lines.length === 0 ? body : `---\n${lines.join('')}---\n${body}`);
}

function indexOf(...notes: readonly Note[]): NoteIndex {
  const index = new NoteIndex();
  for (const note of notes) index.set(note);
  return index;
}

/** Topics and titles, indented by depth. */
function drawn(topic: TopicNode, indent = ''): string[] {
  return [...topic.topics.flatMap((child) => [`${indent}${child.name}/`, ...drawn(child, `${indent}  `)]), ...topic.notes.map(({ title }) => indent + title)];
}

const titles = (notes: readonly Note[]): string[] => notes.map(({ title }) => title);

describe('note index', () => {
  it('finds notes and cards by id', () => {
    const index = indexOf(aNote('a.md', { topic: 'x' }, '## Why?\ny'), aNote('b#c.md', { topic: 'x' }, '## Why?\ny'));
    assert.equal(index.size, 2);
    assert.equal(index.note('mine:a')?.id, 'mine:a');
    assert.equal(index.card('mine:a#why')?.card.front, 'Why?');
    assert.equal(index.card('mine:b#c#why')?.note.id, 'mine:b#c');
    assert.deepEqual([index.card('mine:a#how'), index.card('mine:d#why'), index.card('why'), index.note('__proto__')], [undefined, undefined, undefined, undefined]);
    assert.deepEqual(index.cards().map(({ id }) => id), ['mine:a#why', 'mine:b#c#why']);
  });

  it('replaces and forgets', () => {
    const index = indexOf(aNote('a.md', { title: 'Old', hover: '[yield]' }));
    index.set(aNote('a.md', { title: 'New', hover: '[async]' }));
    assert.deepEqual(titles(index.notes()), ['New']);
    assert.deepEqual([titles(index.notesByHover('yield')), titles(index.notesByHover('async')), [...index.hoverNames()]], [[], ['New'], ['async']]);
    index.delete('mine:a');
    index.delete('mine:unknown');
    assert.deepEqual([index.size, index.notes(), [...index.hoverNames()], drawn(index.topics())], [0, [], [], []]);
  });

  it('nests notes by topic, in the order of names and numbers', () => {
    const index = indexOf(
      aNote('1.md', { title: 'Part 10', topic: 'python/io' }),
      aNote('2.md', { title: 'Part 2', topic: 'python/io' }),
      aNote('3.md', { title: 'classes', topic: 'python' }),
      aNote('4.md', { title: 'Ägypten', topic: 'zoo' }),
      aNote('5.md', { title: 'zebra', topic: 'zoo' }),
      aNote('6.md', { title: 'No topic' }),
      aNote('folder/7.md', { title: 'By folder' }),
    );
    assert.deepEqual(drawn(index.topics()), ['folder/', '  By folder', 'python/', '  io/', '    Part 2', '    Part 10', '  classes', 'zoo/', '  Ägypten', '  zebra', 'No topic']);
    assert.deepEqual(index.topics().topics[1]?.topics[0]?.path, 'python/io');
  });

  it('keeps the tree right through changes', () => {
    const index = indexOf(aNote('1.md', { title: 'One', topic: 'a/b' }), aNote('2.md', { title: 'Two', topic: 'a' }));
    assert.deepEqual(drawn(index.topics()), ['a/', '  b/', '    One', '  Two']);
    index.set(aNote('1.md', { title: 'One', topic: 'a/b' }, 'changed'));
    assert.equal(index.topics().topics[0]?.topics[0]?.notes[0]?.gist, 'changed');
    index.set(aNote('1.md', { title: 'One', topic: 'c' }));
    assert.deepEqual(drawn(index.topics()), ['a/', '  Two', 'c/', '  One']);
    index.set(aNote('1.md', { title: 'A first', topic: 'a' }));
    assert.deepEqual(drawn(index.topics()), ['a/', '  A first', '  Two']);
    index.delete('mine:2');
    assert.deepEqual(drawn(index.topics()), ['a/', '  A first']);
  });

  it('is the same after any changes as one that never knew what was before', () => {
    const random = seeded(61);
    const index = new NoteIndex();
    const now = new Map<string, Note>();
    for (let n = 0; n < 3000; n++) {
      const path = `${random.below(60)}.md`;
      const note = aNote(path, { title: random.pick(['One', 'Two', 'Three']), topic: random.pick(['a', 'a', 'a/b', 'c']), hover: `[${random.pick(['yield', 'async', 'await'])}]` }, `${n}`);
      if (random.below(3) === 0) {
        index.delete(note.id);
        now.delete(note.id);
      } else {
        index.set(note);
        now.set(note.id, note);
      }
      if (random.below(4) > 0) continue;
      const fresh = indexOf(...now.values());
      assert.deepEqual(drawn(index.topics()), drawn(fresh.topics()));
      const sorted = (notes: readonly Note[]) => notes.map(({ id, gist }) => `${id} ${gist}`).sort();
      assert.deepEqual(sorted(index.topics().topics[0]?.notes ?? []), sorted(fresh.topics().topics[0]?.notes ?? []));
      for (const name of ['yield', 'async', 'await']) assert.deepEqual(sorted(index.notesByHover(name)), sorted(fresh.notesByHover(name)));
      assert.deepEqual([...index.hoverNames()].sort(), [...fresh.hoverNames()].sort());
    }
  });

  it('finds many notes by one name, and each only once', () => {
    const notes = Array.from({ length: 200 }, (_, n) => ({ ...aNote(`${n}/same.md`, { title: 'Same' }), hover: ['yield', 'yield'] }));
    const index = indexOf(...notes);
    assert.equal(index.notesByHover('yield').length, 200);
    notes.forEach((note, n) => (n % 2 ? index.delete(note.id) : index.set({ ...note, hover: n % 4 ? ['async'] : ['yield'] })));
    assert.deepEqual([index.notesByHover('yield').length, index.notesByHover('async').length], [50, 50]);
    for (const note of notes) index.delete(note.id);
    assert.deepEqual([...index.hoverNames()], []);
  });

  it('shows one language of a note', () => {
    const index = indexOf(aNote('gil.md', { title: 'English', hover: '[yield]' }), aNote('gil.ko.md', { title: 'Korean', hover: '[yield, async]' }), aNote('gil.ru.md', { title: 'Russian' }));
    assert.deepEqual([index.size, titles(index.notes()), titles(index.notesByHover('async'))], [1, ['English'], ['English']]);
    for (const [languages, title] of [[['ko'], 'Korean'], [['fr', 'ru-ru'], 'Russian'], [['fr'], 'English']] as const) {
      index.setLanguages(languages);
      assert.deepEqual([titles(index.notes()), drawn(index.topics())], [[title], [title]]);
    }
    index.delete('mine:gil');
    assert.deepEqual([index.size, titles(index.notesByHover('yield'))], [1, ['Korean']]);
    index.delete('mine:gil', 'ko');
    assert.deepEqual([titles(index.notes()), titles(index.notesByHover('yield'))], [['Russian'], []]);
    assert.deepEqual(titles(new NoteIndex(['ru']).notes()), []);
  });

  it('finds the notes for a name in code', () => {
    const index = indexOf(aNote('1.md', { title: 'One', hover: '[toString, __proto__, yield]' }), aNote('2.md', { title: 'Two', hover: '[yield]' }));
    assert.deepEqual([titles(index.notesByHover('yield')), titles(index.notesByHover('toString')), titles(index.notesByHover('__proto__')), titles(index.notesByHover('constructor'))], [['One', 'Two'], ['One'], ['One'], []]);
    index.delete('mine:1');
    assert.deepEqual(titles(index.notesByHover('yield')), ['Two']);
  });

  describe('leads links', () => {
    const index = indexOf(
      aNote('python/gil.md', { title: 'Global interpreter lock', aliases: '[GIL, The Lock]', topic: 'x' }, '## How it works\nx\n\n## Why? <!-- ^gil-why -->\ny\n\n## Why? ^other\ny'),
      aNote('python/async io.md', { title: 'Asyncio' }),
      aNote('web/http.md', { title: 'HTTP' }, '# HTTP'),
      aNote('web/index.md', { title: 'Web' }),
      aNote('python/index.md', { title: 'Python' }),
      aNote('한글/이름.md', { title: '한글 노트' }),
      aNote('pack:python/gil.md', { title: 'Starter' }),
      aNote('pack:deep/only-here.md', { title: 'Only here' }),
    );
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['gil.md', 'mine:python/gil'],
      ['./gil.md', 'mine:python/gil'],
      ['../python/gil.md', 'mine:python/gil'],
      ['/web/http.md', 'mine:web/http'],
      ['web/http', 'mine:web/http'],
      ['../web/http.md#http', 'mine:web/http heading http'],
      ['async%20io.md', 'mine:python/async io'],
      ['async io', 'mine:python/async io'],
      ['gil.ko.md', 'mine:python/gil'],
      ['gil.md#^gil-why', 'mine:python/gil card gil-why'],
      ['gil#^GIL-Why', 'mine:python/gil card gil-why'],
      ['gil#how-it-works', 'mine:python/gil heading how-it-works'],
      ['gil#How it works', 'mine:python/gil heading how-it-works'],
      ['gil#why', 'mine:python/gil heading why'],
      ['gil#why-1', 'mine:python/gil heading why-1'],
      ['gil#nothing', 'mine:python/gil'],
      ['gil#^nothing', 'mine:python/gil'],
      ['#asyncio', 'mine:python/async io'],
      ['', 'mine:python/async io'],
      ['Global Interpreter Lock', 'mine:python/gil'],
      ['gIl', 'mine:python/gil'],
      ['the lock', 'mine:python/gil'],
      ['http', 'mine:web/http'],
      ['http.md', 'mine:web/http'],
      ['index', 'mine:python/index'],
      ['only-here', 'pack:deep/only-here'],
      ['pack:python/gil', 'pack:python/gil'],
      ['../한글/이름.md', 'mine:한글/이름'],
      ['../\u1112\u1161\u11ab\u1100\u1173\u11af/\u110b\u1175\u1105\u1173\u11b7.md', 'mine:한글/이름'],
      ['%ED%95%9C%EA%B8%80%20%EB%85%B8%ED%8A%B8', 'mine:한글/이름'],
      ['\u200b한글 노트', 'mine:한글/이름'],
      ['../../web/http.md', undefined],
      ['../../../etc/passwd', undefined],
      ['nowhere', undefined],
      ['nowhere/gil', undefined],
      ['__proto__', undefined],
      ['%E0%A4%A', undefined],
      ['file:///etc/passwd', undefined],
      ['..\\..\\x', undefined],
    ];
    for (const [target, expected] of cases) {
      it(`${JSON.stringify(target)} to ${expected ?? 'nowhere'}`, () => {
        const found = index.resolveLink('mine:python/async io', target);
        const place = found?.heading ? ` heading ${found.heading.slug}` : found?.anchor === undefined ? '' : ` card ${found.anchor}`;
        assert.equal(found && found.note.id + place, expected);
      });
    }
  });
});

describe('names that links use', () => {
  it('are the same made in steps, while notes come, change and go, as made at once', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { below: pick } = seeded(seed);
      const [index, fresh] = [new NoteIndex(), new NoteIndex()];
      const change = () => {
        const n = pick(12);
        const isGone = pick(4) === 0;
        const note = aNote(`note${n}.md`, { title: `Title ${pick(8)}`, aliases: `[alias${pick(4)}]`, ...(pick(5) === 0 && { copy_of: `mine:note${pick(12)}` }) });
        for (const each of [index, fresh]) {
          if (isGone) each.delete(note.id);
          else each.set(note);
        }
      };
      for (let round = 0; round < 15; round++) change();
      const steps = [index.prepareLinks(), index.prepareLinks()];
      for (let round = 0; round < 40; round++) {
        if (pick(3) === 0) change();
        steps[pick(2)]?.next();
        if (pick(30) === 0) index.resolveLink('mine:x', 'Title 1');
      }
      for (const name of [...Array.from({ length: 8 }, (_, n) => `Title ${n}`), ...Array.from({ length: 4 }, (_, n) => `alias${n}`), 'note3', 'nothing']) {
        assert.equal(index.resolveLink('other:x', `${name}.md`)?.note.id, fresh.resolveLink('other:x', `${name}.md`)?.note.id, `seed ${seed}: ${name}`);
        assert.equal(index.resolveLink('mine:x', name)?.note.id, fresh.resolveLink('mine:x', name)?.note.id, `seed ${seed}: ${name}`);
      }
    }
  });
});

describe('copies in the index', () => {
  const original = aNote('pack:python/gil.md', { title: 'GIL', topic: 'python', hover: '[gil]' }, '## Why?\n\nSo.\n');
  const copy = aNote('mine:gil.md', { title: 'My GIL', topic: 'python/mine', hover: '[gil]', copy_of: 'pack:python/gil' }, '## Why?\n\nSo.\n');
  const listed = (index: NoteIndex) => titles(index.notes());
  const topics = (index: NoteIndex) => index.topics().topics.flatMap(({ notes, topics: below }) => [...notes, ...below.flatMap(({ notes: deeper }) => deeper)].map(({ title }) => title));

  for (const [order, notes] of [['before', [copy, original]], ['after', [original, copy]]] as const) {
    it(`stand in the place of their original, read ${order} it`, () => {
      const index = new NoteIndex();
      notes.forEach((each) => index.set(each));
      assert.deepEqual([listed(index), topics(index), index.size], [['My GIL'], ['My GIL'], 1]);
      assert.deepEqual(index.notesByHover('gil').map(({ id }) => id), ['mine:gil']);
      assert.equal(index.note('pack:python/gil'), original, 'its id still leads to it');
      assert.equal(index.card(original.cards[0]?.id ?? '')?.note, original);
    });
  }

  it('give the original back when the last of them goes', () => {
    const index = new NoteIndex();
    const second = { ...copy, id: 'mine:second', title: 'Second' };
    [original, copy, second].forEach((each) => index.set(each));
    index.delete('mine:gil');
    assert.deepEqual(listed(index), ['Second']);
    index.set({ ...second, copyOf: undefined });
    assert.deepEqual(listed(index).sort(), ['GIL', 'Second']);
    assert.deepEqual(topics(index).sort(), ['GIL', 'Second']);
    assert.deepEqual(index.notesByHover('gil').map(({ id }) => id).sort(), ['mine:second', 'pack:python/gil']);
  });

  it('leave an original out that changes or comes back meanwhile', () => {
    const index = new NoteIndex();
    [original, copy].forEach((each) => index.set(each));
    index.set({ ...original, title: 'GIL, again', hover: ['lock'] });
    assert.deepEqual([listed(index), topics(index), index.notesByHover('lock')], [['My GIL'], ['My GIL'], []]);
    index.delete('pack:python/gil');
    index.set(original);
    assert.deepEqual(listed(index), ['My GIL']);
    index.delete('mine:gil');
    assert.deepEqual([listed(index), topics(index)], [['GIL'], ['GIL']]);
  });

  it('never hide each other, or themselves', () => {
    const index = new NoteIndex();
    index.set({ ...original, copyOf: 'mine:gil' });
    index.set(copy);
    index.set({ ...copy, id: 'mine:self', copyOf: 'mine:self' });
    assert.equal(index.notes().length, 3);
  });
});
