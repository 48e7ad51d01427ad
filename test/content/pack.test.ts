import assert from 'node:assert/strict';
import { rowsOf } from '../../src/core/comparison/comparison';
import { readNeeds } from '../../src/core/comparison/needs';
import { readComparison } from '../../src/core/comparison/readComparison';
import { cardContent } from '../../src/core/notes/cardContent';
import { wayToAsk } from '../../src/core/quiz/wayToAsk';
import { readFrontMatter } from '../../src/core/notes/frontMatter';
import { none, pack, packIndex } from './pack';

const cards = pack.flatMap(({ path, note, text }) => note.cards.map((card) => ({ path, card, content: cardContent(text, card), name: `${path}#${card.anchor}` })));
/** Characters that fit into the column of a card in the default fonts; beside line numbers fewer. */
const codeWidth = 72;
const numberedWidth = 66;
const choices = cards.filter(({ content }) => content.options.length > 0);

describe('the starter pack', () => {
  it('parses without a diagnostic', () => {
    none(pack.flatMap(({ path, note }) => note.problems.map(({ message }) => `${path}: ${message}`)));
  });

  it('is large enough to be all that a person needs', () => {
    assert.ok(pack.length >= 90, `${pack.length} notes`);
    assert.ok(cards.length >= 400, `${cards.length} questions`);
    assert.ok(choices.length >= 120, `${choices.length} multiple choice`);
  });

  it('says of every note what it is about, for whom, when it was checked and where that stands', () => {
    none(
      pack.flatMap(({ path, note }) => {
        const missing = [
          note.title === '' && 'title',
          note.topic.length === 0 && 'topic',
          note.levels.length === 0 && 'level',
          note.tags.length === 0 && 'tags',
          note.related.length === 0 && 'related',
          !/^\d{4}-\d{2}-\d{2}$/.test(note.verified ?? '') && 'verified',
          note.gist === '' && 'gist',
          !note.sources.some(({ url }) => url.startsWith('https://')) && 'a source',
        ].filter(Boolean);
        return missing.length > 0 ? [`${path} lacks ${missing.join(', ')}`] : [];
      }),
    );
  });

  it('has explicit ids, so that a better wording never costs a history', () => {
    none(cards.flatMap(({ name, card }) => (card.explicit ? [] : [name])));
  });

  it('has questions that fit into a pick', () => {
    none(cards.flatMap(({ name, card }) => (card.front.length > 140 ? [`${name} has ${card.front.length} characters`] : [])));
    none(choices.flatMap(({ name, content }) => content.options.filter(({ text }) => text.length > 110).map(({ text }) => `${name}: ${text}`)));
  });

  it('has code that is seen without scrolling sideways', () => {
    none(
      cards.flatMap(({ name, card, content }) => {
        const isNumbered = wayToAsk(card, content).type === 'bug';
        const inStem = codeLines(content.stem).filter(({ length }) => length > (isNumbered ? numberedWidth : codeWidth));
        const inAnswer = [content.answer, ...content.options.map(({ reason }) => reason)].flatMap(codeLines).filter(({ length }) => length > codeWidth);
        return [...inStem, ...inAnswer].map((line) => `${name}: ${line}`);
      }),
    );
  });

  it('asks for a line where the answer is a line', () => {
    const bugs = cards.filter(({ card, content }) => wayToAsk(card, content).type === 'bug');
    assert.ok(bugs.length > 0);
    none(bugs.flatMap(({ name, card }) => (/\bwhich (line|import)\b/i.test(card.front) ? [] : [`${name} asks: ${card.front}`])));
  });

  it('has one right option or says how many, and a reason for each wrong one', () => {
    none(
      choices.flatMap(({ name, card, content }) => {
        const right = content.options.filter(({ correct }) => correct).length;
        const faults = [];
        if (content.options.length < 4) faults.push(`${name} has ${content.options.length} options`);
        if (right !== 1 && !/\(Choose \w+\.\)$/.test(card.front)) faults.push(`${name} has ${right} right options`);
        return [...faults, ...content.options.filter(({ correct, reason }) => !correct && reason === '').map(({ text }) => `${name} gives no reason against: ${text}`)];
      }),
    );
  });

  it('does not give the right option away by its length or place', () => {
    const single = choices.filter(({ content }) => content.options.filter(({ correct }) => correct).length === 1);
    const shareOf = (extreme: (...lengths: number[]) => number) =>
      single.filter(({ content }) => content.options.find(({ correct }) => correct)?.text.length === extreme(...content.options.map(({ text }) => text.length))).length / single.length;
    // A quarter is chance; some cards have outputs or names for options, whose length nobody chose.
    assert.ok(shareOf(Math.max) <= 0.28, `the longest option is right in ${shareOf(Math.max)}`);
    assert.ok(shareOf(Math.min) <= 0.28, `the shortest option is right in ${shareOf(Math.min)}`);
    for (const place of [0, 1, 2, 3]) {
      const there = single.filter(({ content }) => content.options.findIndex(({ correct }) => correct) === place).length;
      assert.ok(there / single.length < 0.35, `place ${place + 1} is right in ${there} of ${single.length}`);
    }
  });

  it('says what a good answer has wherever an answer is told', () => {
    const told = cards.filter(({ content, path }) => content.options.length === 0 && content.stem === '' && !path.startsWith('interviews/'));
    none(told.flatMap(({ name, content }) => (content.points.length > 0 ? [] : [name])));
  });

  it('links only to what exists', () => {
    const faults = pack.flatMap(({ path, note }) => {
      const links = note.links.filter(({ target }) => !/^[a-z][a-z0-9+.-]*:/i.test(target)).filter(({ target }) => !resolves(note.id, target));
      const related = note.related.filter((target) => !packIndex.note(`pack:${target}`));
      return [...links.map(({ target }) => `${path} links to ${target}`), ...related.map((target) => `${path} is related to ${target}`)];
    });
    none(faults);
  });

  it('has comparisons whose tables and questions hold together', () => {
    for (const { path, note, text } of pack.filter(({ note }) => note.kind === 'comparison')) {
      const comparison = readComparison(text, note.bodyStart);
      const rowNames = comparison.grids.flatMap(rowsOf).map(({ name }) => name);
      none([...comparison.problems.map(({ message }) => message), ...readNeeds(readFrontMatter(text).data['needs'], rowNames).problems].map((fault) => `${path}: ${fault}`));
      assert.ok(rowNames.length > 0, `${path} has no table`);
    }
  });

  it('has interviews that ask questions of the pack', () => {
    const interviews = pack.filter(({ note }) => note.kind === 'interview');
    assert.ok(interviews.length >= 5, `${interviews.length} interviews`);
    for (const { path, note } of interviews) {
      const asked = note.links.filter(({ target }) => packIndex.resolveLink(note.id, target)?.anchor !== undefined);
      assert.ok(asked.length >= 5, `${path} asks ${asked.length} questions`);
    }
  });
});

function codeLines(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^ *(`{3,})[^\n]*\n([\s\S]*?)^ *\1/gm)].flatMap(([, , code = '']) => code.split('\n'));
}

function resolves(from: string, target: string): boolean {
  const found = packIndex.resolveLink(from, target);
  if (!found) return false;
  const anchor = /#\^(.+)$/.exec(target)?.[1];
  return anchor === undefined || found.note.cards.some((card) => card.anchor === anchor);
}
