import * as assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { scanInline } from '../../../src/core/notes/inline';
import { visibleText, visibleTitle } from '../../../src/core/notes/visibleText';
import { seeded } from './seeded';

const cases: readonly (readonly [string, string])[] = [
  ['plain *strong* and **em** __both__ ~~gone~~', 'plain strong and em both gone'],
  ['`a * b` and ``c ` d``', 'a * b and c ` d'],
  ['\\*literal\\* 2 * 3 * 4', '*literal* 2 * 3 * 4'],
  ['snake_case_name and *args, **kwargs', 'snake_case_name and *args, **kwargs'],
  ['[text](https://x.org "title") ![alt](a.png)', 'text alt'],
  ['[[gil]] [[gil|the lock]] [a][b]', 'gil the lock a'],
  ['matrix[0][1] and list[int](x y)', 'matrix[0][1] and list[int](x y)'],
  ['a <b>bold</b> <!-- hidden --> <https://x.org> x < y', 'a bold https://x.org x < y'],
  ['a &amp; b &lt;c&gt; `&amp;`', 'a & b <c> &amp;'],
  ['two\n  lines\u200b', 'two lines'],
  ['[`code` in *link*](x)', 'code in link'],
  ['Что такое **GIL**?', 'Что такое GIL?'],
];

describe('visible text', () => {
  for (const [markdown, shown] of cases) it(markdown.replace(/\s+/g, ' '), () => assert.equal(visibleText(markdown), shown));

  it('keeps the underscores of Python names in titles', () => {
    assert.equal(visibleTitle('What does __init__ do in **class** __main__.py?'), 'What does __init__ do in class __main__.py?');
    assert.equal(visibleTitle('`__slots__` and __a b__'), '__slots__ and a b');
  });

  it('finds the code spans that markdown-it finds', () => {
    const markdown = new MarkdownIt({ html: true });
    const { below, pick } = seeded(7);
    const parts = ['`', '``', '```', 'a', ' ', '\\', '*', '<b>', '<', '>', '<!--', '-->', '<a href="`">', '<https://x.y`>', 'b'];
    for (let round = 0; round < 4000; round += 1) {
      const text = `x${Array.from({ length: below(9) }, () => pick(parts)).join('')}x`;
      const theirs = (markdown.parseInline(text, {})[0]?.children ?? []).filter(({ type }) => type === 'code_inline').map(({ content }) => content);
      const ours = scanInline(text, 0, text.length).code.map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(ours, theirs, text);
    }
  });

  it('shows what markdown-it shows of emphasis', () => {
    const markdown = new MarkdownIt();
    const { below, pick } = seeded(8);
    const parts = ['*', '**', '_', 'a', 'b', ' ', '.', 'ж', '\\*'];
    let differing = 0;
    for (let round = 0; round < 4000; round += 1) {
      const text = `x${Array.from({ length: below(8) }, () => pick(parts)).join('')}y`;
      const theirs = (markdown.parseInline(text, {})[0]?.children ?? []).map(({ content, type }) => (type === 'text' || type === 'text_special' ? content : '')).join('');
      if (visibleText(text) !== theirs.replace(/\s+/g, ' ').trim()) differing += 1;
    }
    // The rule of three is left out.
    assert.ok(differing < 120, `${String(differing)} of 4000 differ`);
  });
});
