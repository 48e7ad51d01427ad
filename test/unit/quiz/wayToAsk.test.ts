import assert from 'node:assert/strict';
import { cardContent } from '../../../src/core/notes/cardContent';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { clozeText, gapMarks } from '../../../src/core/quiz/clozeText';
import { wayToAsk, type WayToAsk } from '../../../src/core/quiz/wayToAsk';

function cardsOf(body: string) {
  const text = `---\ntopic: t\n---\n# Note\n\n${body}\n`;
  return { text, cards: parseNote(notePlace('n', 'note.md'), text).cards };
}

function ways(body: string): readonly WayToAsk[] {
  const { text, cards } = cardsOf(body);
  return cards.map((card) => wayToAsk(card, cardContent(text, card)));
}

describe('how a card is asked', () => {
  const cases: readonly (readonly [name: string, body: string, way: Partial<WayToAsk>])[] = [
    ['prose is revealed', '## Why is that?\n\nBecause one thing leads to another, and so on.', { type: 'reveal' }],
    ['options are chosen from', '## Which?\n\n- [x] this\n- [ ] that', { type: 'choice' }],
    ['one code span is typed', '## Which call?\n\n`asyncio.run()`', { type: 'typed', expected: 'asyncio.run()', isCode: true }],
    ['a few words are typed', 'What does GIL mean? :: Global interpreter lock', { type: 'typed', expected: 'Global interpreter lock', isCode: false }],
    ['a sentence is not', 'Why a GIL? :: Because reference counts must never be changed by two threads', { type: 'reveal' }],
    ['words with points are not', '## What?\n\nFour\n\n> [!POINTS]\n> - four', { type: 'reveal' }],
    ['an output is predicted', '## What does this print?\n\n```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n2  \n```\n\nSince it counts.', { type: 'output', expected: ['1', '2'], explanation: 'Since it counts.' }],
    ['a bug is found', '## Where?\n\nLook:\n\n```python bug=2\na = 1\nb = a +\n\nc = 3\n```\n\nIt ends in nothing.', { type: 'bug', line: 2, lines: ['a = 1', 'b = a +', '', 'c = 3'], intro: 'Look:', info: 'python' }],
    ['a bug in a line that is not there is revealed', '## Where?\n\n```python bug=9\na = 1\n```\n\nNowhere in particular, as far as one can see.', { type: 'reveal' }],
    ['a gap is thought of', 'Python has a ==global== lock.', { type: 'cloze' }],
  ];
  for (const [name, body, way] of cases) {
    it(name, () => {
      const [found] = ways(body);
      assert.deepEqual(found, way);
    });
  }

  it('both directions of a pair', () => {
    assert.deepEqual(ways('GIL ::: global lock').map((way) => 'expected' in way && way.expected), ['global lock', 'GIL']);
  });
});

describe('a text with gaps', () => {
  const marked = (text: string) => text.replaceAll(gapMarks.open, '<').replaceAll(gapMarks.close, '>');
  const texts = (body: string) => {
    const { text, cards } = cardsOf(body);
    return cards.map((card) => {
      const { asked, answered } = clozeText(text.slice(card.range.start, card.range.end), card);
      return [marked(asked), marked(answered)];
    });
  };

  it('hides one gap and fills its siblings', () => {
    assert.deepEqual(texts('A ==list== is mutable, a ==tuple== is not.'), [
      ['A <…> is mutable, a tuple is not.', 'A <list> is mutable, a tuple is not.'],
      ['A list is mutable, a <…> is not.', 'A list is mutable, a <tuple> is not.'],
    ]);
  });

  it('hides a group together, and shows hints', () => {
    assert.deepEqual(texts('==1;;GET;;verb== and ==1;;PUT== are idempotent, ==2;;POST== is not.'), [
      ['<verb> and <…> are idempotent, POST is not.', '<GET> and <PUT> are idempotent, POST is not.'],
      ['GET and PUT are idempotent, <…> is not.', 'GET and PUT are idempotent, <POST> is not.'],
    ]);
  });

  it("reads Anki's form and blocks", () => {
    assert.deepEqual(texts('{{c1::Redis::a store}} keeps data in memory.')[0], ['<a store> keeps data in memory.', '<Redis> keeps data in memory.']);
    assert.deepEqual(texts('C: A [deque] has two ends.')[0], ['A <…> has two ends.', 'A <deque> has two ends.']);
  });

  it('leaves no id behind', () => {
    assert.deepEqual(texts('A ==set== is unordered. ^sets')[0], ['A <…> is unordered.', 'A <set> is unordered.']);
  });
});
