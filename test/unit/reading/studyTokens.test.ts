import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { studyTokens, type ReadingContext } from '../../../src/editor/reading/studyTokens';

const context: ReadingContext = {
  labels: { HINT: 'Hint', POINTS: 'Points', TRAP: 'Trap', OPENING: 'Opening', CLOSING: 'Closing', ANSWER: 'Answer', right: 'Right.', wrong: 'Wrong.', output: 'Output' },
  hrefOf: (href) => (href === '#%5Ecard' ? '#the-card' : undefined),
  facts: '<p>facts</p>\n',
};

const markdown = new MarkdownIt({ html: true });

function render(text: string): string {
  return markdown.renderer.render(studyTokens(markdown.parse(text, {}), context), markdown.options, {});
}

describe('a study note in the preview', () => {
  it('shows callouts as what they are, hints closed', () => {
    assert.equal(render('> [!TRAP]\n> Not this.'), '<div class="study-callout study-trap">\n<p class="study-label">Trap</p><p>Not this.</p>\n</div>\n');
    assert.match(render('> [!HINT]\n> Think.'), /^<details class="study-callout study-hint">\n<summary class="study-label">Hint<\/summary><p>Think\.<\/p>\n<\/details>/);
    assert.match(render('> [!POINTS]\n> - one\n> - two'), /study-points[^]*<li>one<\/li>/);
  });

  it('leaves quotes and callouts of others alone', () => {
    for (const text of ['> quoted', '> [!NOTE]\n> theirs', '> [!hint]\n> lower case', '> text [!HINT]']) {
      assert.equal(render(text), markdown.render(text));
    }
  });

  it('folds the verdict of each option away until it is opened', () => {
    const html = render('## Which?\n\n- [ ] `a`\n  Because not.\n- [x] b\n\n  Because *so*.\n');
    assert.match(html, /<ul class="study-choices">/);
    assert.match(html, /<summary><code>a<\/code><\/summary><p><strong class="study-wrong">Wrong\.<\/strong> Because not\.<\/p>/);
    assert.match(html, /<summary>b<\/summary>[^]*study-right[^]*Because <em>so<\/em>\./);
    assert.doesNotMatch(html, /\[[ x]\]/);
  });

  it('takes only the first mixed task list below a question for choices', () => {
    assert.doesNotMatch(render('## Plans\n\n- [ ] a\n- [x] b\n'), /study-choices/);
    assert.doesNotMatch(render('## Which?\n\n- [ ] a\n- [ ] b\n'), /study-choices/);
    assert.equal(render('## Which?\n\n- [ ] a\n- [x] b\n\nText\n\n- [ ] c\n- [x] d\n').split('study-choices').length, 2);
  });

  it('leads card links to headings, in choices and callouts as well', () => {
    assert.match(render('[x](#^card)'), /href="#the-card"/);
    assert.match(render('> [!TRAP]\n> [x](#^card)'), /href="#the-card"/);
    assert.match(render('[x](https://example.org/)'), /href="https:\/\/example\.org\/"/);
  });

  it('shows what the note is about below its title', () => {
    assert.equal(render('# One\n\n# Two'), '<h1>One</h1>\n<p>facts</p>\n<h1>Two</h1>\n');
  });

  it('changes no token it was given, whatever a renderer left on them', () => {
    const tokens = markdown.parse('> [!TRAP]\n> no\n\n## Which?\n\n- [ ] a\n- [x] b\n', {});
    tokens[0]?.attrJoin('class', 'code-line');
    const before = JSON.stringify(tokens);
    const html = markdown.renderer.render(studyTokens(tokens, context), markdown.options, {});
    assert.match(html, /<div class="study-callout study-trap code-line">/);
    assert.equal(JSON.stringify(tokens), before);
  });
});
