import { scanBlocks, type Block } from '../notes/blocks';
import type { Card, CardContent } from '../notes/note';
import { visibleText } from '../notes/visibleText';

/** How a card is asked and how its answer is judged. Everything but `reveal` and `cloze` suggests a grade from what was answered. */
export type WayToAsk =
  | { readonly type: 'reveal' | 'choice' | 'cloze' }
  /** A few words or one code span, to be typed. */
  | { readonly type: 'typed'; readonly expected: string; readonly isCode: boolean }
  /** What a program prints, to be typed line by line. `explanation` is the answer without it. */
  | { readonly type: 'output'; readonly expected: readonly string[]; readonly explanation: string }
  /** One of these lines is wrong. `intro` is the stem above the code, `info` the first word after its fence. */
  | { readonly type: 'bug'; readonly line: number; readonly lines: readonly string[]; readonly intro: string; readonly info: string };

/** Longer answers are too much to type word for word. */
const longestTyped = 40;
const mostWords = 5;

export function wayToAsk(card: Pick<Card, 'kind'>, content: CardContent): WayToAsk {
  if (content.options.length > 0) return { type: 'choice' };
  if (card.kind === 'cloze') return { type: 'cloze' };
  return bugIn(content) ?? outputIn(content) ?? typedAnswer(content) ?? { type: 'reveal' };
}

function bugIn({ stem, bugLine }: CardContent): WayToAsk | undefined {
  if (bugLine === undefined) return undefined;
  const fence = scanBlocks(stem).blocks.filter(({ kind, depth }) => kind === 'fence' && depth === 0).at(-1);
  if (!fence) return undefined;
  const lines = fenceLines(stem, fence);
  if (bugLine < 1 || bugLine > lines.length) return undefined;
  const info = /^[\w+#-]*/.exec(stem.slice(fence.textStart, fence.textEnd))?.[0] ?? '';
  return { type: 'bug', line: bugLine, lines, intro: stem.slice(0, fence.start).trim(), info };
}

function outputIn({ stem, answer }: CardContent): WayToAsk | undefined {
  const fence = scanBlocks(answer).blocks[0];
  if (stem === '' || fence?.kind !== 'fence' || !/^output\b/i.test(answer.slice(fence.textStart, fence.textEnd))) return undefined;
  const expected = printedLines(fenceLines(answer, fence));
  return expected.length === 0 ? undefined : { type: 'output', expected, explanation: answer.slice(fence.end).trim() };
}

/** Lines of an output that count: empty ones and spaces at the end of a line cannot be seen. */
export function printedLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function typedAnswer({ answer, points, stem }: CardContent): WayToAsk | undefined {
  const text = answer.trim();
  if (text === '' || text.includes('\n') || text.length > 2 * longestTyped || points.length > 0) return undefined;
  const code = /^(`+) ?(.+?) ?\1$/.exec(text)?.[2];
  if (code !== undefined && !code.includes('`')) return code.length <= longestTyped ? { type: 'typed', expected: code, isCode: true } : undefined;
  if (stem !== '' || scanBlocks(text).blocks[0]?.kind !== 'paragraph') return undefined;
  const shown = visibleText(text);
  const isShort = shown !== '' && shown.length <= longestTyped && shown.split(' ').length <= mostWords;
  return isShort ? { type: 'typed', expected: shown, isCode: false } : undefined;
}

/** The lines between the marks of a fence, without the indent that the fence itself has. */
function fenceLines(text: string, fence: Block): string[] {
  const [first = '', ...lines] = text.slice(fence.start, fence.end).split(/\r\n|\n|\r/);
  const indent = first.length - first.trimStart().length;
  const last = lines.at(-1)?.trim() ?? '';
  const mark = first.trimStart().charAt(0);
  if (last.length >= 3 && last === mark.repeat(last.length)) lines.pop();
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)));
}
