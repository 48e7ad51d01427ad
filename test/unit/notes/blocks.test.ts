import * as assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { scanBlocks } from '../../../src/core/notes/blocks';
import { seeded } from './seeded';

/** Blocks as `depth kind line`, lines from 0. */
function ours(text: string): string[] {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length - 1;
  return scanBlocks(text)
    .blocks.filter(({ kind }) => kind !== 'definitions')
    .map((block) => {
      const start = block.kind === 'paragraph' || block.kind === 'heading' ? block.textStart : block.start;
      const detail = block.kind === 'heading' ? String(block.level) : '';
      const info = block.kind === 'fence' ? ` ${text.slice(block.textStart, block.textEnd)}` : '';
      return `${String(block.depth)} ${block.kind}${detail} ${String(lineOf(start))}${info}`;
    });
}

const kinds: Readonly<Record<string, string>> = {
  paragraph_open: 'paragraph',
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  hr: 'rule',
  table_open: 'table',
  blockquote_open: 'quote',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
};
const markdown = new MarkdownIt({ html: true });

function theirs(text: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  for (const token of markdown.parse(text, {})) {
    const container = /^(blockquote|bullet_list|ordered_list|list_item)_(open|close)$/.exec(token.type);
    if (container?.[2] === 'close') depth -= 1;
    const kind = token.type === 'heading_open' ? `heading${token.tag.slice(1)}` : kinds[token.type];
    if (kind !== undefined && token.map) blocks.push(`${String(depth)} ${kind} ${String(token.map[0])}${kind === 'fence' ? ` ${token.info.trim()}` : ''}`);
    if (container?.[2] === 'open') depth += 1;
  }
  return blocks;
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['headings need a space', '#a\n# b\n####### c', ['0 paragraph 0', '0 heading1 1', '0 paragraph 2']],
  ['closing marks are no text', '## a ##\n## b#', ['0 heading2 0', '0 heading2 1']],
  ['underlined headings', 'a\n===\nb\nc\n---', ['0 heading1 0', '0 heading2 2']],
  ['a rule is not an underline behind an empty line', 'a\n\n---', ['0 paragraph 0', '0 rule 2']],
  ['four spaces are code', '    # a', ['0 code 0']],
  ['but not in a paragraph', 'a\n    # b', ['0 paragraph 0']],
  ['a fence hides all up to its end', '```py\n# a\n~~~\n```\n# b', ['0 fence 0 py', '0 heading1 4']],
  ['an open fence goes on to the end', '~~~\n# a', ['0 fence 0 ']],
  ['a fence ends with its list item', '- ```\n  # a\n# b', ['0 list 0', '1 item 0', '2 fence 0 ', '0 heading1 2']],
  ['a comment may span headings', '<!--\n# a\n-->\n# b', ['0 html 0', '0 heading1 3']],
  ['an HTML block ends at an empty line', '<div>\n# a\n\n# b', ['0 html 0', '0 heading1 3']],
  ['a quote goes on without its mark', '> a\nb\n# c', ['0 quote 0', '1 paragraph 0', '0 heading1 2']],
  ['headings in quotes and lists are deeper', '> # a\n- # b', ['0 quote 0', '1 heading1 0', '0 list 1', '1 item 1', '2 heading1 1']],
  ['tables', '| a | b |\n|---|:-:|\n| 1 | 2 |\n\nc', ['0 table 0', '0 paragraph 4']],
  ['tables without outer pipes', 'a | b\n :-- | --:\t\n', ['0 table 0']],
  ['no tables', 'a|b\n|-|-||\n\na|b\n- -|-\n\na|b\n|:|-|\n\n|a|\n||', ['0 paragraph 0', '0 paragraph 3', '0 list 4', '1 item 4', '2 paragraph 4', '0 paragraph 6', '0 paragraph 9']],
  ['definitions, and what only begins like them', '[a]: b\n\n[a] : b\n\n[a\\]]: b\n\n[[a]]: b\n\n[ ] a', ['0 paragraph 2', '0 paragraph 6', '0 paragraph 8']],
  ['a table needs as many cells', 'a | b\n|---|\nc', ['0 paragraph 0']],
  ['tabs count as columns', '-\ta\n\n\tb\n\n\t\tc', ['0 list 0', '1 item 0', '2 paragraph 0', '2 paragraph 2', '2 code 4']],
];

/** It takes a `>` or `<` for a mark behind four columns of white space, and ends lists behind an empty item. */
const markdownItIsLax = /^(?: {4}| {0,3}\t)\s*[><]|^[\s>]*(?:[-+*]|\d+[.)])[ \t]*\n\s*\n/m;

describe('blocks', () => {
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(ours(text), expected);
      assert.deepEqual(theirs(text), expected, 'markdown-it reads it in another way');
    });
  }

  it('agree with markdown-it on generated texts', () => {
    const { below, pick } = seeded(20261120);
    // Without pipes and link definitions, where markdown-it leaves the specification.
    const parts = ['# ', '## a', '###### x #', '#', '> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '- [ ] ', '```', '```py', '~~~', '    ', '  ', ' ', '\t', '---', '===', '***', '- - -', 'text', 'b c', '<div>', '</div>', '<!-- ', '-->', '<!-- c -->', '<b>', '<script>', '</script>', '[x]', '`', '\\', '1', '.', '-', '=', ''];
    let differing = 0;
    for (let round = 0; round < 4000; round += 1) {
      const lines = Array.from({ length: 1 + below(6) }, () => Array.from({ length: below(5) }, () => pick(parts)).join(''));
      const text = lines.join('\n');
      if (!markdownItIsLax.test(text) && ours(text).join('\n') !== theirs(text).join('\n')) differing += 1;
    }
    assert.equal(differing, 0);
  });

  it('end where their last line with text ends', () => {
    const text = '> a\n>\n\n- b\n\n  c\n\n\n```\n\n```\n';
    const [quote, , list, , , , fence] = scanBlocks(text).blocks;
    assert.equal(text.slice(quote?.start, quote?.end), '> a\n>');
    assert.equal(text.slice(list?.start, list?.end), '- b\n\n  c');
    assert.equal(text.slice(fence?.start, fence?.end), '```\n\n```');
  });
});
