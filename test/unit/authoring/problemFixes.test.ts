import assert from 'node:assert/strict';
import { fixesOf } from '../../../src/core/authoring/problemFixes';
import { edited } from '../../../src/core/authoring/textEdit';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import { generatedNote } from '../../bench/generatedNotes';
import { mutatedNote } from '../notes/mutatedNote';
import { seeded } from '../notes/seeded';

const parse = (text: string) => parseNote(notePlace('mine', 'a.md'), text);

/** The texts after each way out of the first problem of this kind. */
function ways(text: string, code: string): readonly string[] {
  const problem = parse(text).problems.find((each) => each.code === code);
  assert.ok(problem, `no problem ${code} but ${parse(text).problems.map((each) => `${each.code}: ${each.message}`).join(', ')}`);
  return fixesOf(text, problem, '2026-11-20').map((fix) => (fix.kind === 'answer' ? `${text.slice(0, fix.at)}${fix.text}|${text.slice(fix.at)}` : edited(text, fix.edits)));
}

describe('Ways out of a problem', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['an unknown level, the likely one first', 'unknown-level', '---\nlevel: expert\n---\n', ['---\nlevel: senior\n---\n', '---\nlevel: junior\n---\n', '---\nlevel: middle\n---\n']],
    ['an unknown level in a list', 'unknown-level', '---\nlevel: [junior, mid]\n---\n', ['---\nlevel: [junior, middle]\n---\n', '---\nlevel: [junior, junior]\n---\n', '---\nlevel: [junior, senior]\n---\n']],
    ['an unknown level on a line of its own', 'unknown-level', '---\nlevel:\n  - senior\n  - "Medium"\n---\n', ['---\nlevel:\n  - senior\n  - "middle"\n---\n', '---\nlevel:\n  - senior\n  - "junior"\n---\n', '---\nlevel:\n  - senior\n  - "senior"\n---\n']],
    ['an unknown kind', 'unknown-kind', '---\nkind: compare\n---\n', ['---\nkind: comparison\n---\n', '---\nkind: note\n---\n', '---\nkind: interview\n---\n']],
    ['a day written otherwise', 'bad-verified', '---\nverified: 05.11.2026\n---\n', ['---\nverified: 2026-11-05\n---\n', '---\nverified: 2026-11-20\n---\n']],
    ['a day that is none', 'bad-verified', '---\nverified: yesterday\n---\n', ['---\nverified: 2026-11-20\n---\n']],
    ['an id that is taken', 'duplicate-id', '## A? <!-- ^x -->\n\na\n\n## B? <!-- ^x -->\n\nb\n', ['## A? <!-- ^x -->\n\na\n\n## B? <!-- ^x-2 -->\n\nb\n', '## A? <!-- ^x -->\n\na\n\n## B?\n\nb\n']],
    ['a question without an answer', 'question-without-answer', '---\ntopic: a\n---\n## Why?\n\n## How?\n\nSo.\n', ['---\ntopic: a\n---\n## Why?\n\n|\n\n## How?\n\nSo.\n']],
    ['front matter that is not closed', 'front-matter-unclosed', '---\ntitle: x\n\n# X\n', ['---\ntitle: x\n---\n\n# X\n']],
    ['front matter in another language', 'front-matter-language', '---js\ntitle: {x: [}\n---\n', ['---\ntitle: {x: [}\n---\n']],
    ['a value with a colon', 'yaml', '---\ntitle: What: a title\ntopic: a\n---\n', ['---\ntitle: "What: a title"\ntopic: a\n---\n']],
    ['a value that starts with a mark', 'yaml', '---\ntags:\n  - @pytest\n---\n', ['---\ntags:\n  - "@pytest"\n---\n']],
    ['a bracket in a cloze', 'bracket-in-cloze', 'C: The list `x` [is] a[0] long\n', ['C: The list `x` [is] a\\[0] long\n']],
  ];
  for (const [what, code, text, expected] of table) it(`are there for ${what}`, () => assert.deepEqual(ways(text, code), expected));

  it('are none where nothing is sure', () => {
    assert.deepEqual(ways('---\nhover: [a b]\n---\n', 'bad-hover'), []);
  });

  it('never fail, and lie inside the text', () => {
    const random = seeded(7);
    for (let n = 0; n < 400; n += 1) {
      const text = mutatedNote(generatedNote(n).slice(0, 900), random);
      for (const problem of parse(text).problems) {
        for (const fix of fixesOf(text, problem, '2026-11-20')) {
          const edits = fix.kind === 'answer' ? [{ range: { start: fix.at, end: fix.at }, text: '' }] : fix.edits;
          for (const { range } of edits) assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, `${problem.code} in note ${n}`);
        }
      }
    }
  });
});
