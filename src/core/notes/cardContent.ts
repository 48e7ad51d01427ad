import { scanBlocks } from './blocks';
import { cardBody, type CardBody } from './cardBody';
import { bracketGaps, gapsIn } from './gaps';
import { filled, groups } from './gapCards';
import { scanInline } from './inline';
import { separatorIn } from './lineCards';
import type { Card, CardContent } from './note';
import { taggedFront } from './taggedCards';
import { afterLineEnd, idAtEnd, lineEndOf } from './writtenId';

/** Cuts what a quiz shows out of the note's text. `card` must come from the same text: its range is trusted. */
export function cardContent(text: string, card: Card): CardContent {
  const block = text.slice(card.range.start, card.range.end);
  switch (card.form ?? 'heading') {
    case 'heading':
      return headingContent(text, card);
    case 'tagged':
      return taggedContent(block, card);
    case 'marked':
      return markedContent(block, card);
    case 'line':
      return lineContent(block, card);
    case 'gaps':
      return gapContent(block, card);
  }
}

function headingContent(text: string, card: Card): CardContent {
  let section = '';
  let at = card.range.start;
  for (const cut of card.cuts ?? []) {
    section += text.slice(at, cut.start);
    at = cut.end;
  }
  section += text.slice(at, card.range.end);
  const heading = scanBlocks(section).blocks[0];
  // A `?` below the heading marks it as a question for other tools.
  const body = section.slice(heading?.end ?? 0).replace(/^\s*\n[ \t]*\?{1,2}[ \t]*(?=\r?\n)/, '\n');
  return asked(card, cardBody(body));
}

function taggedContent(block: string, card: Card): CardContent {
  const answerAt = scanBlocks(block).tagLines.find((at) => block.charAt(at) === 'A');
  const question = block.slice(2, answerAt ?? block.length);
  const first = scanBlocks(question).blocks[0];
  const rest = first ? question.slice(first.end) : '';
  if (answerAt === undefined) return asked(card, cardBody(rest));
  const body = cardBody(block.slice(answerAt + 2).replace(/^[ \t]+/, ''));
  return asked({ front: taggedFront(block, 0, answerAt) || card.front }, { ...body, stem: joined(withoutId(rest.trim()), body.stem) });
}

function markedContent(block: string, card: Card): CardContent {
  const mark = scanBlocks(block).markLines[0] ?? 0;
  const question = withoutId(block.slice(0, mark).trimEnd());
  const answer = block.slice(afterLineEnd(block, lineEndOf(block, mark, block.length)));
  if (card.anchor.endsWith('/r')) return asked(card, { ...cardBody(''), answer: question.replace(/^ {0,3}#{1,6}[ \t]+/, '') });
  // The front is the question's first block.
  const stem = question.slice(scanBlocks(question).blocks[0]?.end ?? 0).trim();
  const body = cardBody(answer);
  return asked(card, { ...body, stem: joined(stem, body.stem) });
}

function lineContent(block: string, card: Card): CardContent {
  const inline = scanInline(block, 0, block.length);
  const separator = separatorIn(block, 0, block.length, inline, true) ?? separatorIn(block, 0, block.length, inline, false);
  if (!separator) return asked(card, cardBody(''));
  const left = block.slice(0, separator.at);
  const right = withoutId(block.slice(separator.at + separator.length));
  return asked(card, { ...cardBody(''), answer: withoutComments(card.anchor.endsWith('/r') ? left : right) });
}

function gapContent(block: string, card: Card): CardContent {
  const isTagged = /^C:(?=\s)/.test(block);
  const text = withoutId(isTagged ? block.slice(2) : block);
  const inline = scanInline(text, 0, text.length);
  const gaps = isTagged ? bracketGaps(text, 0, text.length, inline, () => undefined) : gapsIn(text, 0, text.length, inline);
  const hidden = groups(text, gaps).get(card.anchor.slice(card.anchor.lastIndexOf('/') + 1)) ?? [];
  const answer = hidden.map(({ content }) => filled(text, content, gaps, new Set())).join('; ');
  const whole = filled(text, { start: 0, end: text.length }, gaps, new Set());
  const hint = hidden.find((gap) => gap.hint)?.hint;
  return asked(card, { ...cardBody(''), answer: joined(answer, withoutComments(whole)), ...(hint !== undefined && { hint }) });
}

function asked(card: Pick<Card, 'front'>, body: CardBody): CardContent {
  return { front: card.front, ...body };
}

function withoutId(markdown: string): string {
  const id = idAtEnd(markdown, 0, markdown.length);
  return id ? markdown.slice(0, id.range.start) : markdown;
}

function withoutComments(markdown: string): string {
  return markdown.replace(/<!--(?:[^-]|-(?!->))*-->/g, '').trim();
}

function joined(first: string, second: string): string {
  return first !== '' && second !== '' ? `${first}\n\n${second}` : first + second;
}
