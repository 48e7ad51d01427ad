import assert from 'node:assert/strict';
import { readInterviewNote } from '../../../src/core/interview/interviewNote';

const note = `---
title: Middle
kind: interview
level: middle
minutes: 30
language: ru
---
# Middle

- [reading](../python/gil.md)

> [!OPENING]
> Welcome.
> Sit down.

1. [GIL](../python/gil.md#^gil-why)

   > [!ANSWER]
   > Because of [history](../python/gil.md#^gil-what), maybe.

   - [Finer locks](../python/gil.md#^gil-finer-locks)
2. [[asyncio-basics#^asyncio-await]] and then [this](other.md)
3. no link
4. [Docker](../operations/docker.md#^docker-depth)

   > [!ANSWER]
   > Yes.

> [!CLOSING]
> Bye.

## Verdict

- **GIL**: fair.
- **Docker**: weak,
  a bare yes.
`;

describe('An interview note', () => {
  const read = readInterviewNote(note);

  it('says how long it takes, in which language, and what is said around it', () => {
    assert.deepEqual([read.minutes, read.language, read.opening, read.closing], [30, 'ru', 'Welcome.\nSit down.', 'Bye.']);
  });

  it('asks the first link of each numbered item, and nested items follow it up', () => {
    assert.deepEqual(read.items.map(({ target, followUps }) => [target, ...followUps]), [['../python/gil.md#^gil-why', '../python/gil.md#^gil-finer-locks'], ['asyncio-basics#^asyncio-await'], ['../operations/docker.md#^docker-depth']]);
  });

  it('holds recorded answers, and what the author makes of each', () => {
    assert.deepEqual(read.items.map(({ recorded, verdict }) => [recorded, verdict]), [['Because of [history](../python/gil.md#^gil-what), maybe.', '**GIL**: fair.'], [undefined, undefined], ['Yes.', '**Docker**: weak,\n  a bare yes.']]);
  });

  it('takes no list for verdicts that has another length', () => {
    assert.deepEqual(readInterviewNote(note.replace('- **GIL**: fair.\n', '')).items.map(({ verdict }) => verdict), [undefined, undefined, undefined]);
  });

  it('asks bullets where nothing is numbered', () => {
    assert.deepEqual(readInterviewNote('- [a](a.md#^a)\n- [b](b.md#^b)\n').items.map(({ target }) => target), ['a.md#^a', 'b.md#^b']);
  });

  const odd: readonly (readonly [string, string])[] = [
    ['an empty file', ''],
    ['minutes that are no number', '---\nkind: interview\nminutes: soon\nlanguage: xx\n---\n'],
    ['only callouts', '> [!OPENING]\n> a\n\n> [!CLOSING]\n'],
  ];
  for (const [name, text] of odd) {
    it(`reads ${name} without questions`, () => {
      const { items, minutes, language } = readInterviewNote(text);
      assert.deepEqual([items, minutes, language], [[], undefined, undefined]);
    });
  }
});
