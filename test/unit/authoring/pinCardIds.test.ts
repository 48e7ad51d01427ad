import assert from 'node:assert/strict';
import { pinCardIds } from '../../../src/core/authoring/pinCardIds';
import { edited } from '../../../src/core/authoring/textEdit';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { generatedNote } from '../../bench/generatedNotes';
import { mutatedNote } from '../notes/mutatedNote';
import { seeded } from '../notes/seeded';

const place = notePlace('mine', 'python/gil.md');
const parse = (text: string) => parseNote(place, text);
const head = '---\ntopic: python\n---\n';

function pinned(body: string): string {
  const text = head + body;
  return edited(text, pinCardIds(text, parse).edits).slice(head.length);
}

describe('Pinning card ids', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a heading', '## Why?\n\nSo.\n', '## Why? <!-- ^why -->\n\nSo.\n'],
    ['a heading with closing marks', '## Why? ##\n\nSo.\n', '## Why? <!-- ^why --> ##\n\nSo.\n'],
    ['an underlined heading', 'Why?\n----\n\nSo.\n', 'Why? <!-- ^why -->\n----\n\nSo.\n'],
    ['Windows line ends and spaces at the end', '## Why?  \r\n\r\nSo.\r\n', '## Why? <!-- ^why -->  \r\n\r\nSo.\r\n'],
    ['a question and its follow-up', '## Why?\n\nSo.\n\n### And then?\n\nThus.\n', '## Why? <!-- ^why -->\n\nSo.\n\n### And then? <!-- ^and-then -->\n\nThus.\n'],
    ['a tagged card', 'Q: What?\nA: That.\n', 'Q: What? <!-- ^what -->\nA: That.\n'],
    ['a card on one line', 'term :: meaning\n', 'term :: meaning <!-- ^term -->\n'],
    ['both ways of a line at once', 'term ::: meaning\n', 'term ::: meaning <!-- ^term -->\n'],
    ['a card with a mark', 'What is it?\n?\nIt.\n', 'What is it? <!-- ^what-is-it -->\n?\nIt.\n'],
    ['what has an id already', '## Why? <!-- ^because -->\n\nSo.\n', '## Why? <!-- ^because -->\n\nSo.\n'],
    ['nothing in a note without cards', '# Title\n\nText.\n', '# Title\n\nText.\n'],
  ];
  for (const [what, before, after] of table) it(`writes the id of ${what}`, () => assert.equal(pinned(before), after));

  it('names what changes its id because the old one cannot be written', () => {
    const text = `${head}## Почему?\n\nПотому.\n\n## snake_case?\n\nYes.\n`;
    const { edits, renamed, left } = pinCardIds(text, parse);
    const after = parse(edited(text, edits));
    assert.deepEqual(renamed.map(({ was }) => was), ['mine:python/gil#почему', 'mine:python/gil#snake_case']);
    assert.deepEqual(renamed.map(({ is }) => is), after.cards.map(({ id }) => id));
    assert.deepEqual(left, []);
  });

  it('parts equal questions', () => {
    const text = `${head}## What is it?\n\nOne.\n\n## What is it?\n\nTwo.\n`;
    const { edits, renamed } = pinCardIds(text, parse);
    const after = parse(edited(text, edits));
    assert.equal(new Set(after.cards.map(({ anchor }) => anchor)).size, 2);
    assert.ok(after.cards.every(({ explicit }) => explicit));
    assert.deepEqual(renamed.map(({ was }) => was), parse(text).cards.map(({ id }) => id));
  });

  it('inserts ids and nothing else, and every card keeps what it asks, whatever the note', () => {
    const random = seeded(20261120);
    for (let n = 0; n < 400; n += 1) {
      const text = n % 4 === 0 ? generatedNote(n) : mutatedNote(generatedNote(n), random);
      const before = parse(text);
      const { edits, renamed, left } = pinCardIds(text, parse);
      for (const { range, text: put } of edits) {
        assert.equal(range.start, range.end);
        assert.match(put, /^ <!-- \^[a-z0-9][a-z0-9-]{0,63} -->$/);
      }
      const after = parse(edited(text, edits));
      assert.deepEqual(after.cards.map(({ front, kind }) => [front, kind]), before.cards.map(({ front, kind }) => [front, kind]), `note ${n}`);
      const was = new Map(renamed.map((each) => [each.is, each.was]));
      assert.deepEqual(after.cards.map(({ id }) => was.get(id) ?? id), before.cards.map(({ id }) => id), `note ${n}`);
      assert.deepEqual(after.cards.filter(({ explicit }) => !explicit).map(({ id }) => id), left, `note ${n}`);
      if (n % 4 === 0) assert.deepEqual(left, [], `note ${n}`);
    }
  }).timeout(20_000);
});
