/** How a block that almost is a card becomes one. Each starts from the block's place alone, so that a quick fix needs no second reading. */
import { scanInline } from '../notes/inline';
import { separatorIn } from '../notes/lineCards';
import type { TextRange } from '../notes/note';
import { afterLineEnd, lineEndOf, lineStartOf } from '../notes/writtenId';
import { insertion, lineEnding, type TextEdit } from './textEdit';

export const almostCardCodes = ['tag-without-answer', 'unspaced-separator', 'heading-without-mark', 'options-without-right', 'options-without-wrong', 'unclosed-gap', 'one-colon-gap', 'apart-mark'] as const;
export type AlmostCardCode = (typeof almostCardCodes)[number];

export type AlmostCardFix =
  | { readonly kind: 'tag-answer' | 'spaces' | 'question-mark' | 'two-colons' | 'join'; readonly edits: readonly TextEdit[] }
  /** `value`: the option, or the last word in the gap. */
  | { readonly kind: 'right' | 'wrong' | 'close-gap'; readonly value: string; readonly edits: readonly TextEdit[] }
  /** Room for an answer at the end of the inserted text, for a question at its start. */
  | { readonly kind: 'answer' | 'question'; readonly at: number; readonly text: string };

export function almostCardFixes(text: string, code: AlmostCardCode, range: TextRange): readonly AlmostCardFix[] {
  switch (code) {
    case 'tag-without-answer':
      return answerTag(text, range);
    case 'unspaced-separator':
      return spaces(text, range);
    case 'heading-without-mark':
      return [{ kind: 'question-mark', edits: [questionMark(text, range)] }];
    case 'options-without-right':
    case 'options-without-wrong':
      return options(text, range, code === 'options-without-right');
    case 'unclosed-gap':
      return closings(text, range);
    case 'one-colon-gap': {
      const colon = text.indexOf(':', range.start);
      return colon < 0 || colon >= range.end ? [] : [{ kind: 'two-colons', edits: [insertion(colon, ':')] }];
    }
    case 'apart-mark':
      return joined(text, range);
  }
}

/** The text below `Q:` is most often its answer. */
function answerTag(text: string, { end }: TextRange): readonly AlmostCardFix[] {
  const below = nextText(text, end);
  if (below === undefined || /^(?:[QAC]:|#{1,6}[ \t]|(?:[-*_][ \t]*){3,}$|[=-]+[ \t]*$)/.test(lineAt(text, below))) return [{ kind: 'answer', at: end, text: `${lineEnding(text)}A: ` }];
  return [{ kind: 'tag-answer', edits: [insertion(below, 'A: ')] }];
}

function spaces(text: string, { start, end }: TextRange): readonly AlmostCardFix[] {
  const separator = separatorIn(text, start, end, scanInline(text, start, end), false);
  if (!separator) return [];
  const after = separator.at + separator.length;
  const gap = (at: number, beside: string) => (/\s/.test(beside) ? [] : [insertion(at, ' ')]);
  return [{ kind: 'spaces', edits: [...gap(separator.at, text.charAt(separator.at - 1)), ...gap(after, text.charAt(after))] }];
}

function questionMark(text: string, { start, end }: TextRange): TextEdit {
  const stop = /[.:;,…]+$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { range: { start: end - stop, end }, text: '?' };
}

const option = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+(.*?)[ \t]*$/;
const mostOptions = 9;

function options(text: string, { start, end }: TextRange, isRight: boolean): readonly AlmostCardFix[] {
  const fixes: AlmostCardFix[] = [];
  let indent: string | undefined;
  for (let line = start; line < end && fixes.length < mostOptions; line = afterLineEnd(text, lineEndOf(text, line, end))) {
    const written = text.slice(line, lineEndOf(text, line, end));
    const [, spacesBefore, , value] = option.exec(written) ?? [];
    if (spacesBefore === undefined || value === undefined || spacesBefore !== (indent ??= spacesBefore)) continue;
    const box = line + written.indexOf('[') + 1;
    fixes.push({ kind: isRight ? 'right' : 'wrong', value, edits: [{ range: { start: box, end: box + 1 }, text: isRight ? 'x' : ' ' }] });
  }
  return fixes;
}

/** Behind the word, or at the end of the line. `range`: from the opening marks to the end of the word. */
function closings(text: string, { start, end }: TextRange): readonly AlmostCardFix[] {
  const marks = text.startsWith('==', start) ? '==' : '}}';
  const lineEnd = lineEndOf(text, end, text.length);
  // `{{c1::x}` has one of them already.
  if (marks === '}}' && text.charAt(end - 1) === '}') return [{ kind: 'close-gap', value: lastWord(text.slice(start, end - 1)), edits: [insertion(end, '}')] }];
  const rest = /[\s.,:;!?]*$/.exec(text.slice(end, lineEnd))?.[0].length ?? 0;
  const places = [...new Set([end, lineEnd - rest])];
  return places.map((place) => ({ kind: 'close-gap', value: lastWord(text.slice(start, place)), edits: [insertion(place, marks)] }));
}

/** Takes the empty lines around a `?` away, or leaves room for what is missing. */
function joined(text: string, { start, end }: TextRange): readonly AlmostCardFix[] {
  const above = text.slice(0, start).trimEnd().length;
  const below = nextText(text, end);
  const hasAbove = above > 0 && !isRule(lineAt(text, lineStartOf(text, above, 0)));
  if (!hasAbove) return [{ kind: 'question', at: start, text: lineEnding(text) }];
  if (below === undefined || /^#{1,6}[ \t]/.test(lineAt(text, below)) || isRule(lineAt(text, below))) return [{ kind: 'answer', at: end, text: lineEnding(text) }];
  const empty = [{ start: afterLineEnd(text, lineEndOf(text, above, text.length)), end: lineStartOf(text, start, 0) }, { start: afterLineEnd(text, end), end: below }];
  return [{ kind: 'join', edits: empty.flatMap((range) => (range.start < range.end ? [{ range, text: '' }] : [])) }];
}

/** Start of the next line that holds something. */
function nextText(text: string, end: number): number | undefined {
  for (let line = afterLineEnd(text, end); line < text.length; line = afterLineEnd(text, lineEndOf(text, line, text.length))) {
    if (lineAt(text, line).trim() !== '') return line;
  }
  return undefined;
}

function isRule(line: string): boolean {
  return /^ {0,3}(?:---+|\*\*\*+|___+)[ \t]*$/.test(line);
}

function lineAt(text: string, start: number): string {
  return text.slice(start, lineEndOf(text, start, text.length));
}

function lastWord(text: string): string {
  return /[^\s:=;]+$/.exec(text)?.[0] ?? '';
}
