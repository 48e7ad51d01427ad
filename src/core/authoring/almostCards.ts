/**
 * Blocks that look like a card and are none: a sign is missing, or stands a little apart. Only those are named that one small edit makes a
 * card, which is tried: prose that resembles a card stays prose, and what stands in another card's section is left alone.
 */
import { scanBlocks, type Block, type BlockScan } from '../notes/blocks';
import { isOpaque, scanInline, type InlineScan } from '../notes/inline';
import { separatorIn } from '../notes/lineCards';
import type { Card, Note, TextRange } from '../notes/note';
import { readHeading } from '../notes/readHeading';
import { areOptions, taskItems } from '../notes/taskList';
import { afterLineEnd, lineEndOf } from '../notes/writtenId';
import { almostCardFixes, type AlmostCardCode, type AlmostCardFix } from './almostCardFixes';
import { isQuestionForm } from './questionForm';
import { edited, insertion } from './textEdit';

export interface AlmostCard {
  readonly code: AlmostCardCode;
  readonly range: TextRange;
}

/** Each is tried by reading the note once more. */
const mostTried = 40;
/** Beyond, trying takes longer than anybody would wait for a hint. */
const longestNote = 200_000;

/** In the order of the text. `parse` reads a text as this note. */
export function almostCards(text: string, parse: (text: string) => Note): readonly AlmostCard[] {
  if (text.length > longestNote) return [];
  const note = parse(text);
  const scan = scanBlocks(text, note.bodyStart);
  const candidates = [...tags(text, scan), ...headings(text, scan), ...optionLists(text, scan), ...apartMarks(text, scan), ...inParagraphs(text, scan)];
  const isFree = ({ range }: AlmostCard) => !note.cards.some((card) => holds(card, range));
  const inQuestions = (candidate: AlmostCard) => candidate.code.startsWith('options') || candidate.code === 'heading-without-mark' || isFree(candidate);
  const tried = candidates.filter(inQuestions).slice(0, mostTried);
  return tried.filter((candidate) => makesCard(text, note, candidate, parse)).sort((one, other) => one.range.start - other.range.start);
}

function makesCard(text: string, note: Note, { code, range }: AlmostCard, parse: (text: string) => Note): boolean {
  const [fix] = almostCardFixes(text, code, range);
  if (!fix) return false;
  const { cards } = parse(mended(text, fix));
  const choices = (all: readonly Card[]) => all.filter(({ kind }) => kind === 'choice').length;
  return code.startsWith('options') ? choices(cards) > choices(note.cards) : cards.length > note.cards.length;
}

/** With a word in the room that a person is to fill. */
function mended(text: string, fix: AlmostCardFix): string {
  switch (fix.kind) {
    case 'answer':
      return edited(text, [insertion(fix.at, `${fix.text}x`)]);
    case 'question':
      return edited(text, [insertion(fix.at, `x${fix.text}`)]);
    default:
      return edited(text, fix.edits);
  }
}

function holds({ range, cuts = [] }: Card, { start }: TextRange): boolean {
  return range.start <= start && start < range.end && !cuts.some((cut) => cut.start <= start && start < cut.end);
}

/** `Q:` without `A:`. */
function tags(text: string, { tagLines }: BlockScan): readonly AlmostCard[] {
  return tagLines.flatMap((start, at): AlmostCard[] => {
    const end = lineEndOf(text, start, text.length);
    const next = tagLines[at + 1];
    const isAsked = text.charAt(start) === 'Q' && text.slice(start + 2, end).trim() !== '';
    return isAsked && (next === undefined || text.charAt(next) !== 'A') ? [{ code: 'tag-without-answer', range: { start, end } }] : [];
  });
}

function headings(text: string, { blocks }: BlockScan): readonly AlmostCard[] {
  return blocks.flatMap((block, at): AlmostCard[] => {
    if (block.kind !== 'heading' || block.depth > 0) return [];
    const { text: shown, isQuestion, id } = readHeading(text, block, at);
    return !isQuestion && !id && isQuestionForm(shown) ? [{ code: 'heading-without-mark', range: { start: block.textStart, end: block.textEnd } }] : [];
  });
}

/** A task list that is all open, or all done. Below no question it is a to-do list, which trying tells. */
function optionLists(text: string, { blocks }: BlockScan): readonly AlmostCard[] {
  return blocks.flatMap((block, at): AlmostCard[] => {
    const items = block.kind === 'list' && block.depth === 0 ? taskItems(text, blocks, at) : undefined;
    if (!items || items.length < 2 || areOptions(items)) return [];
    return [{ code: items[0]?.done ? 'options-without-wrong' : 'options-without-right', range: { start: block.start, end: block.end } }];
  });
}

/** `?` with an empty line above or below, or with nothing there. */
function apartMarks(text: string, { markLines }: BlockScan): readonly AlmostCard[] {
  return markLines.map((start) => ({ code: 'apart-mark', range: { start, end: lineEndOf(text, start, text.length) } }));
}

function inParagraphs(text: string, { blocks }: BlockScan): readonly AlmostCard[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const written = text.slice(block.textStart, block.textEnd);
    if (!written.includes('::') && !written.includes('==') && !written.includes('{{c')) return [];
    const inline = scanInline(text, block.textStart, block.textEnd);
    return [...unspacedLines(text, block, inline), ...gaps(text, block, inline)];
  });
}

/** `term::definition`. Code has such colons, too; but not where every line of a paragraph has them behind a few words. */
function unspacedLines(text: string, { textStart, textEnd }: Block, inline: InlineScan): readonly AlmostCard[] {
  const found: AlmostCard[] = [];
  for (let start = textStart; start < textEnd; start = afterLineEnd(text, lineEndOf(text, start, textEnd))) {
    const end = lineEndOf(text, start, textEnd);
    if (separatorIn(text, start, end, inline, true)) continue;
    const separator = separatorIn(text, start, end, inline, false);
    if (!separator || !isTerm(text.slice(start, separator.at), text.slice(separator.at + separator.length, end))) return [];
    found.push({ code: 'unspaced-separator', range: { start, end } });
  }
  return found;
}

const mostWordsInTerm = 8;
const name = /^[\p{L}\p{N}"'“«(*][\p{L}\p{N}'’"*+#-]*$/u;

/** Not `tests/test_shop.py::test_total`, nor "Use std::move where …". */
function isTerm(term: string, definition: string): boolean {
  const words = term.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  const first = definition.trim().split(/\s+/, 1)[0]?.replace(/[.,;!?)]+$/, '') ?? '';
  if (words.length > mostWordsInTerm || !/\p{L}/u.test(term) || !/\p{L}/u.test(definition) || definition.includes('::')) return false;
  if (/\s$/.test(term) || /^\s/.test(definition)) return !/^\d/.test(definition);
  const isCode = /^[A-Za-z]\w*$/.test(last) && /^[A-Za-z]\w*$/.test(first) && (words.length > 4 || (words.length > 1 && /^[a-z]/.test(first)));
  return !isCode && name.test(last) && name.test(first);
}

/** `==x` without its end, `{{c1::x}` and `{{c1:x}}`. */
function gaps(text: string, { textStart, textEnd }: Block, inline: InlineScan): readonly AlmostCard[] {
  const written = text.slice(textStart, textEnd);
  const candidates: AlmostCard[] = [];
  const add = (code: AlmostCardCode, found: RegExpExecArray, from = 0) => {
    const start = textStart + found.index + from;
    if (!isOpaque(inline, start)) candidates.push({ code, range: { start, end: textStart + found.index + found[0].length } });
  };
  const openHighlight = /(?:^|[\s,;:.!?-])==(?![=\s])[^\s=]+(?![^\r\n]*==)/g;
  for (let found = openHighlight.exec(written); found; found = openHighlight.exec(written)) if (!/==[^\r\n]*==/.test(lineAround(written, found.index))) add('unclosed-gap', found, found[0].indexOf('=='));
  const openNumbered = /\{\{c\d{1,3}::[^\s{}]+(?:[^{}\r\n]*\}(?!\})|(?![^{}\r\n]*\}))/g;
  for (let found = openNumbered.exec(written); found; found = openNumbered.exec(written)) add('unclosed-gap', found);
  const oneColon = /\{\{c\d{1,3}:(?![:\s])[^{}\r\n]+\}\}/g;
  for (let found = oneColon.exec(written); found; found = oneColon.exec(written)) add('one-colon-gap', found);
  return candidates;
}

function lineAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return text.slice(from, lineEndOf(text, from, text.length));
}
