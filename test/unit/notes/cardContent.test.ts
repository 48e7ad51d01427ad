import * as assert from 'node:assert/strict';
import type { CardContent } from '../../../src/core/notes/note';
import { contents } from './parsed';

const fence = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\``;
const code = fence('python run', 'print(1)');
const output = fence('output', '1');

/** The content of a note's cards, each with defaults for what is not given. */
function shows(body: string, ...expected: readonly Partial<CardContent>[]): void {
  assert.deepEqual(contents(body), expected.map((content) => ({ front: 'Q?', stem: '', options: [], answer: '', points: [], ...content })));
}

const cases: readonly (readonly [string, string, ...Partial<CardContent>[]])[] = [
  ['an answer', '## Q?\n\nOne.\n\nTwo.\n\n', { answer: 'One.\n\nTwo.' }],
  ['an answer below a deeper heading', '## Q?\n#### Answer\nx', { answer: '#### Answer\nx' }],
  [
    'callouts, taken out',
    '## Q?\n\n> [!HINT]\n> Think of *counts*.\n> Twice.\n\nAnswer.\n\n> [!POINTS]\n> - one `a`\n> - two\n>   goes on\n\nMore.\n\n> [!TRAP]\n> Wrong.\n',
    { answer: 'Answer.\n\nMore.', hint: 'Think of *counts*.\nTwice.', points: ['one a', 'two goes on'], trap: 'Wrong.' },
  ],
  ['callouts in lower case and on their line', '## Q?\n> [!hint] Think.\n\nx\n\n> [!points]\n> plain line', { answer: 'x', hint: 'Think.', points: ['plain line'] }],
  ['other quotes in the answer', '## Q?\n> [!NOTE]\n> x\n\n> quoted', { answer: '> [!NOTE]\n> x\n\n> quoted' }],
  [
    'options',
    `## Q?\n\nText.\n\n${code}\n\n- [ ] **a**\n  Because.\n\n  Really.\n- [x] b\n- [X] c\n  - list\n\nAfter.`,
    {
      stem: `Text.\n\n${code}`,
      options: [
        { text: '**a**', correct: false, reason: 'Because.\n\nReally.' },
        { text: 'b', correct: true, reason: '' },
        { text: 'c', correct: true, reason: '- list' },
      ],
      answer: 'After.',
    },
  ],
  ['a to-do list as text', '## Q?\n- [x] a\n- [x] b', { answer: '- [x] a\n- [x] b' }],
  ['predict the output', `## Q?\n${code}\n\n${output}\n\nBecause.`, { stem: code, answer: `${output}\n\nBecause.` }],
  ['predict the output behind a sentence', `## Q?\nPython 3.12.\n\n${code}\n\n${output}`, { stem: `Python 3.12.\n\n${code}`, answer: output }],
  ['an example in a model answer', `## Q?\nAnswer.\n\n${code}\n\n${output}\n\n> [!POINTS]\n> - p`, { answer: `Answer.\n\n${code}\n\n${output}`, points: ['p'] }],
  ['options before an output', `## Q?\n${code}\n\n- [ ] a\n- [x] b\n\n${output}`, { stem: code, options: [{ text: 'a', correct: false, reason: '' }, { text: 'b', correct: true, reason: '' }], answer: output }],
  ['spot the bug', `## Q?\nHere:\n\n${fence('python bug=3', 'x')}\n\nRepair:\n\n${code}\n\n${output}`, { stem: `Here:\n\n${fence('python bug=3', 'x')}`, answer: `Repair:\n\n${code}\n\n${output}`, bugLine: 3 }],
  ['no bug in an odd info string', `## Q?\n${fence('python debug=3', 'x')}`, { answer: fence('python debug=3', 'x') }],
  ['no written id', '## Q?\nx ^some-id', { answer: 'x' }],
  ['no id in a comment, and no schedule of other tools', '## Q?\nx\n\n<!-- ^some-id -->\n<!--SR:!2026-01-01,1,250-->', { answer: 'x' }],
  ['a follow-up on its own', '## Q?\nx\n\n### Q?\ny\n\n### more\nz', { answer: 'x\n\n### more\nz' }, { answer: 'y' }],
  ['indented code first', '## Q?\n\n    code\n', { answer: '    code' }],
  ['a question mark line left out', '## Q?\n?\nx', { answer: 'x' }],
  ['tagged', 'Q: Q?\nA: x\n\ny', { answer: 'x\n\ny' }],
  ['tagged with code', `Q: Q?\n\n${code}\nA: x ^id`, { stem: code, answer: 'x' }],
  ['tagged options', 'Q: Q?\n- [ ] a\n- [x] b', { options: [{ text: 'a', correct: false, reason: '' }, { text: 'b', correct: true, reason: '' }] }],
  ['marked', 'Q?\n?\nx\n- y', { answer: 'x\n- y' }],
  ['marked both ways', 'Q?\n??\nx ^id', { answer: 'x' }, { front: 'x', answer: 'Q?' }],
  ['marked below a heading', '## Q? !\ntext\n?\nx', { front: 'Q? !', stem: 'text', answer: 'x' }],
  ['marked with code', `Q?\n${code}\n?\nx`, { stem: code, answer: 'x' }],
  ['a line', '- Q? :: **x** <!--SR:!2026-01-01,1,250--> ^id', { answer: '**x**' }],
  ['a line both ways', 'Q? ::: x', { answer: 'x' }, { front: 'x', answer: 'Q?' }],
  ['gaps', 'The ==`a`;;letter== and ==b==.', { front: 'The [letter] and b.', answer: '`a`\n\nThe `a` and b.', hint: 'letter' }, { front: 'The a and […].', answer: 'b\n\nThe `a` and b.' }],
  ['gaps of one number', '{{c1::a}} {{c2::{{c1::b}} c}} ^id', { front: '[…] […] c', answer: 'a; b\n\na b c' }, { front: 'a […]', answer: 'b c\n\na b c' }],
  ['a C: block', 'C: The [lock] `[x]`.', { front: 'The […] [x].', answer: 'lock\n\nThe lock `[x]`.' }],
];

describe('card content shows', () => {
  for (const [name, body, ...expected] of cases) {
    it(name, () => shows(body, ...expected));
    it(`${name}, with other line ends`, () => {
      assert.deepEqual(
        contents(body.replaceAll('\n', '\r\n')).map((content) => JSON.stringify(content).replaceAll('\\r\\n', '\\n')),
        contents(body).map((content) => JSON.stringify(content)),
      );
    });
  }
});
