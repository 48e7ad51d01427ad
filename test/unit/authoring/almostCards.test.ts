import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { almostCardFixes } from '../../../src/core/authoring/almostCardFixes';
import { almostCards } from '../../../src/core/authoring/almostCards';
import { isQuestionForm } from '../../../src/core/authoring/questionForm';
import { edited } from '../../../src/core/authoring/textEdit';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { generatedNote } from '../../bench/generatedNotes';
import { mutatedNote } from '../notes/mutatedNote';
import { seeded } from '../notes/seeded';

const parse = (text: string) => parseNote(notePlace('mine', 'a.md'), text);
const study = (body: string) => `---\ntopic: a\n---\n${body}`;
const hints = (text: string) => almostCards(text, parse).map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);

/** The bodies after each fix of the only hint. `|`: where a person goes on. */
function ways(body: string): readonly string[] {
  const text = study(body);
  const found = almostCards(text, parse);
  assert.equal(found.length, 1, `hints: ${hints(text).join('; ')}`);
  return found.flatMap(({ code, range }) =>
    almostCardFixes(text, code, range).map((fix) => {
      const written = fix.kind === 'answer' ? `${fix.text}|` : fix.kind === 'question' ? `|${fix.text}` : undefined;
      const after = 'at' in fix ? `${text.slice(0, fix.at)}${written ?? ''}${text.slice(fix.at)}` : edited(text, fix.edits);
      return after.slice(study('').length);
    }),
  );
}

describe('Blocks that almost are cards', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['Q: without A:', 'Q: What is a GIL?\n', ['Q: What is a GIL?\nA: |\n']],
    ['Q: with its answer on the next line', 'Q: What is a GIL?\nA lock.\n', ['Q: What is a GIL?\nA: A lock.\n']],
    ['Q: with its answer in the next paragraph', 'Q: What is a GIL?\r\n\r\nA lock.\r\n', ['Q: What is a GIL?\r\n\r\nA: A lock.\r\n']],
    ['Q: before a heading', 'Q: Which?\n\n# More\n\nText.\n', ['Q: Which?\nA: |\n\n# More\n\nText.\n']],
    ['the first of two Q:', 'Q: One?\nQ: Two?\nA: b\n', ['Q: One?\nA: |\nQ: Two?\nA: b\n']],
    ['colons without spaces', 'GIL::the lock of the interpreter\n', ['GIL :: the lock of the interpreter\n']],
    ['a single word on each side', 'term::definition\n', ['term :: definition\n']],
    ['a space on one side', 'context switch:: saving registers\n', ['context switch :: saving registers\n']],
    ['three colons without spaces', 'fork:::spawn\n', ['fork ::: spawn\n']],
    ['colons in a list item', '- 격리수준::동시에 실행되는 트랜잭션의 규칙\n', ['- 격리수준 :: 동시에 실행되는 트랜잭션의 규칙\n']],
    ['a heading that asks', '## What is a coroutine\n\nA function that can pause.\n', ['## What is a coroutine?\n\nA function that can pause.\n']],
    ['a heading that asks and ends in a full stop', '## How does it work. ##\n\nSo.\n', ['## How does it work? ##\n\nSo.\n']],
    ['an underlined heading that asks', 'Почему GIL ещё нужен\n---\n\nПотому.\n', ['Почему GIL ещё нужен?\n---\n\nПотому.\n']],
    ['options of which none is right', '## Which is true?\n\n- [ ] one\n- [ ] two\n', ['## Which is true?\n\n- [x] one\n- [ ] two\n', '## Which is true?\n\n- [ ] one\n- [x] two\n']],
    ['options with reasons of which none is wrong', '## Which is true?\n\n1. [x] one\n   - [x] because\n2. [x] two\n', ['## Which is true?\n\n1. [ ] one\n   - [x] because\n2. [x] two\n', '## Which is true?\n\n1. [x] one\n   - [x] because\n2. [ ] two\n']],
    ['a gap that is not closed', 'Middleware added ==last sees the request first.\n', ['Middleware added ==last== sees the request first.\n', 'Middleware added ==last sees the request first==.\n']],
    ['a numbered gap with one brace', 'It is {{c1::one word} long.\n', ['It is {{c1::one word}} long.\n']],
    ['a numbered gap that is not closed', 'It is {{c1::one long.\n', ['It is {{c1::one}} long.\n', 'It is {{c1::one long}}.\n']],
    ['a numbered gap with one colon', 'It is {{c2:short}}.\n', ['It is {{c2::short}}.\n']],
    ['? behind an empty line', 'What is a GIL\n\n?\nA lock.\n', ['What is a GIL\n?\nA lock.\n']],
    ['? before an empty line', 'What is a GIL\r\n?\r\n\r\nA lock.\r\n', ['What is a GIL\r\n?\r\nA lock.\r\n']],
    ['? with nothing above', '?\nA lock.\n', ['|\n?\nA lock.\n']],
    ['?? with nothing below', 'What is a GIL\n??\n', ['What is a GIL\n??\n|\n']],
  ];
  for (const [what, body, expected] of table) it(`are found and mended: ${what}`, () => assert.deepEqual(ways(body), expected));

  const prose: readonly (readonly [string, string])[] = [
    ['cards', 'Q: a?\nA: b\n\nterm :: meaning\n\nIt is ==so==, {{c1::really}}.\n\nfront\n?\nback\n\n## Why?\n\n- [x] a\n- [ ] b\n'],
    ['a to-do list', '## Before Friday\n\n- [ ] read\n- [ ] write\n'],
    ['headings that name things', '## How it works\n\nx\n\n## What this is\n\nx\n\n## When to use it\n\nx\n\n## What can go wrong\n\nx\n\n## Why Celery\n\nx\n\n## Do not block\n\nx\n\n## 성능 평가\n\nx\n'],
    ['code', 'Run `pytest a.py::b`. Slices as a[::2], x ==y, `a==b`; {{ user.name }}; C:\\Users.\n\n```\nQ: no\nterm::definition\n?\n{{c1:x}}\n```\n\n    indented::code\n'],
    ['names of C++ and Rust in a sentence', 'So if you use Nan::ObjectWrap, do that. Call std::move here.\n\ntests/test_shop.py::test_total fails.\n\nCall std::move there.\n'],
    ['what stands in an answer', '## Why?\n\nQ: not here\n\nterm::definition ==open\n\n?\n'],
    ['comparisons and addresses', 'The test x == y fails. Listen on ::1 or [::]:80. a ==== b\n\nIt listens on ::1 at home.\n'],
    ['a question with nothing below it', '## What is a coroutine\n\n## How does it end\n'],
    ['a quoted block', '> Q: quoted?\n>\n> term::definition\n'],
  ];
  for (const [what, body] of prose) it(`are not ${what}`, () => assert.deepEqual(hints(study(body)).filter((hint) => !hint.startsWith('question-')), []));

  it('are none in notes that are not for studying, nor where cards need ids', () => {
    assert.deepEqual(hints('# Readme\n\n## What is this project\n\nA tool.\n\n- [ ] build\n- [ ] ship\n'), []);
    for (const mode of ['off', 'explicit']) assert.deepEqual(hints(`---\ncards: ${mode}\n---\nQ: why?\n\nterm::definition\n\n## What is it\n\nSo.\n`), []);
  });

  it('are none in the starter pack', () => {
    const files = readdirSync('notes', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    assert.ok(files.length > 90);
    assert.deepEqual(files.flatMap((file) => hints(readFileSync(join('notes', file), 'utf8')).map((hint) => `${file} ${hint}`)), []);
  });

  it('lie inside any text, as their fixes do, in the order of the text', () => {
    const random = seeded(5);
    let count = 0;
    for (let n = 0; n < 120; n += 1) {
      const text = mutatedNote(`${generatedNote(n).slice(0, 500)}\n\nQ: one?\n\nterm::definition\n\n==open {{c1:x}} {{c1::y}\n\n?\n\n## What is a b\n\n- [ ] x\n- [ ] y\n`, random);
      const found = almostCards(text, parse);
      count += found.length;
      assert.deepEqual(found, [...found].sort((one, other) => one.range.start - other.range.start));
      for (const { code, range } of found) {
        const fixes = almostCardFixes(text, code, range);
        assert.ok(fixes.length > 0, code);
        for (const fix of fixes) for (const edit of 'at' in fix ? [{ start: fix.at, end: fix.at }] : fix.edits.map((each) => each.range)) assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length, code);
      }
    }
    assert.ok(count > 150, `only ${count}`);
  });
});

describe('A heading', () => {
  const asks = ['What is a GIL', 'What are your strengths', 'What’s new', "What's a closure", 'Why does CPython have a lock', 'How would you scale it', 'Which database should I take', 'What problems does it solve', 'How many workers are enough', 'Is Python interpreted at all', 'Can a coroutine block', 'Что такое GIL', 'Почему это медленно', 'Чем list отличается от tuple', 'Как работает сборщик мусора', '제너레이터란 무엇인가', '왜 필요할까요'];
  const names = ['How it works', 'What happens on failure', 'What is read from your answers', 'What Spring is, in three sentences', 'When to use it', 'Why Celery', 'Which', 'Do the work', 'Have a plan', 'Is it', 'Whatever is left', 'Работа с памятью', 'Как начать', '성능 평가', '국가', 'Isolation levels of databases', 'Candidates'];
  for (const heading of asks) it(`"${heading}" asks`, () => assert.equal(isQuestionForm(heading), true));
  for (const heading of names) it(`"${heading}" does not ask`, () => assert.equal(isQuestionForm(heading), false));
});
