import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { buttonsMarkdown, inertMarkdown, noteMarkdown } from '../../../src/core/python/hoverText';
import { payloads } from './payloads';

/** As lenient as Markdown gets: raw HTML, bare addresses, typographer. */
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: true, fuzzyEmail: true });

/** What the page holds besides text, paragraphs, line breaks and our bold titles. */
function liveParts(source: string): readonly string[] {
  const tokens = markdown.parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const allowed = /^(inline|text|text_special|paragraph_(open|close)|strong_(open|close)|hardbreak|softbreak)$/;
  return tokens.map(({ type }) => type).filter((type) => !allowed.test(type));
}

function shownText(source: string): string {
  const [inline] = markdown.parseInline(source, {});
  return (inline?.children ?? []).map(({ content }) => content).join('');
}

describe('The words of a hover', () => {
  it('there are at least 200 payloads', () => assert.ok(payloads.length >= 200, String(payloads.length)));

  it('most of them would be more than text without our care', () => {
    const live = payloads.filter((payload) => liveParts(payload).length > 0);
    assert.ok(live.length > 150, String(live.length));
  });

  it('nothing in a title, gist or state is ever more than text', () => {
    for (const payload of payloads) {
      const note = { title: payload, gist: payload, state: payload };
      assert.deepEqual(liveParts(noteMarkdown([note, note, note])), [], payload);
      assert.deepEqual(liveParts(noteMarkdown([{ title: 'A', gist: payload }])), [], payload);
    }
  });

  it('nothing in a label or an argument makes a second link', () => {
    for (const payload of payloads) {
      const source = buttonsMarkdown([{ label: 'Open note', command: 'interviewStudy.openNote', arguments: [payload] }]);
      const tokens = markdown.parseInline(source.replace('command:', 'https:'), {})[0]?.children ?? [];
      const opened = tokens.filter(({ type }) => type === 'link_open');
      assert.equal(opened.length, 1, payload);
      const href = opened[0]?.attrGet('href') ?? '';
      assert.deepEqual(JSON.parse(decodeURIComponent(href.slice(href.indexOf('?') + 1))), [payload], payload);
    }
  });

  it('text reads as it was written, on one line', () => {
    for (const text of ['C++ & C#: a_b*c `x` <T> [1](2)', '50 % of $(x) ~ 3!', '1. first', '# no heading', '한국어 — “quoted”']) assert.equal(shownText(inertMarkdown(text)), text);
    assert.equal(shownText(inertMarkdown(' a\n\n\tb \u202e c ')), 'a b c');
  });

  it('the first note has its gist, the others one line each', () => {
    const source = noteMarkdown([{ title: 'A', gist: 'About a', state: '2 due' }, { title: 'B', gist: 'About b' }, { title: 'C', gist: '' }]);
    assert.equal(source, '**A** · 2 due  \nAbout a\n\n2\\. **B**  \n3\\. **C**');
  });

  it('a long gist ends at a word', () => {
    const [, gist = ''] = noteMarkdown([{ title: 'A', gist: 'word '.repeat(100) }]).split('  \n');
    assert.ok(gist.length <= 220 && gist.endsWith('word…'), gist);
  });

  it('a character of two units is not cut in half', () => {
    assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(noteMarkdown([{ title: '😀'.repeat(100), gist: '😀'.repeat(300) }])));
  });

  it('a note without a visible title can still be opened', () => assert.equal(noteMarkdown([{ title: ' \u202e ', gist: '' }]), '**?**'));
});
