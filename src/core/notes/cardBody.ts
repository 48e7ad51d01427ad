import { scanBlocks, type Block } from './blocks';
import { calloutOf, type Callout } from './callout';
import { isComment } from './headingCards';
import type { CardContent, CardOption, TextRange } from './note';
import { areOptions, taskItems, type TaskItem } from './taskList';
import { idAtEnd, lineEndOf } from './writtenId';

export type CardBody = Omit<CardContent, 'front'>;

interface Part {
  readonly block: Block;
  readonly index: number;
}

const none: readonly never[] = [];

/** Sorts what stands below a question into stem, options, answer and callouts. */
export function cardBody(text: string): CardBody {
  const { blocks } = scanBlocks(text);
  const callouts: Callout[] = [];
  const parts: Part[] = [];
  blocks.forEach((block, index) => {
    if (block.depth > 0) return;
    const callout = calloutOf(text, blocks, index);
    if (callout) callouts.push(callout);
    else if (block.kind !== 'html' || !isComment(text, block)) parts.push({ block, index });
  });
  const points = callouts.find(({ name }) => name === 'POINTS')?.points ?? none;
  const split = splitOf(text, blocks, parts, points.length > 0);
  const hint = callouts.find(({ name }) => name === 'HINT')?.markdown;
  const trap = callouts.find(({ name }) => name === 'TRAP')?.markdown;
  const bugLine = bugLineOf(text, parts);
  return {
    stem: markdownOf(text, parts.slice(0, split.stemEnd)),
    options: split.options,
    answer: markdownOf(text, parts.slice(split.answerStart)),
    ...(hint !== undefined && { hint }),
    points,
    ...(trap !== undefined && { trap }),
    ...(bugLine !== undefined && { bugLine }),
  };
}

interface Split {
  readonly stemEnd: number;
  readonly answerStart: number;
  readonly options: readonly CardOption[];
}

/**
 * With options, all before them is the stem. Else with an `output` fence (predict the output) all before it, and with a fence that
 * has `bug=N` (spot the bug) all up to its end. A model answer with `[!POINTS]` may show an example and its output: there the
 * section must start with code to be about its output.
 */
function splitOf(text: string, blocks: readonly Block[], parts: readonly Part[], hasPoints: boolean): Split {
  for (const [at, { index }] of parts.entries()) {
    const items = taskItems(text, blocks, index);
    if (!items) continue;
    if (areOptions(items)) return { stemEnd: at, answerStart: at + 1, options: items.map((item) => optionOf(text, item)) };
    break;
  }
  const bug = parts.findIndex(({ block }) => bugOf(text, block) !== undefined);
  if (bug >= 0) return { stemEnd: bug + 1, answerStart: bug + 1, options: none };
  const output = parts.findIndex(({ block }) => block.kind === 'fence' && /^output\b/i.test(infoOf(text, block)));
  const isPrediction = output > 0 && (!hasPoints || parts[0]?.block.kind === 'fence');
  return isPrediction ? { stemEnd: output, answerStart: output, options: none } : { stemEnd: 0, answerStart: 0, options: none };
}

function bugLineOf(text: string, parts: readonly Part[]): number | undefined {
  for (const { block } of parts) {
    const line = bugOf(text, block);
    if (line !== undefined) return line;
  }
  return undefined;
}

function bugOf(text: string, block: Block): number | undefined {
  const line = block.kind === 'fence' ? /(?:^|\s)bug=(\d{1,4})(?=\s|$)/.exec(infoOf(text, block))?.[1] : undefined;
  return line === undefined ? undefined : Number(line);
}

function infoOf(text: string, fence: Block): string {
  return text.slice(fence.textStart, fence.textEnd);
}

/** The option is the first line of its item, the reason everything below it. */
function optionOf(text: string, { item, done, textStart }: TaskItem): CardOption {
  const lineEnd = lineEndOf(text, textStart, item.end);
  return { text: text.slice(textStart, lineEnd).trim(), correct: done, reason: dedented(text.slice(lineEnd, item.end)) };
}

function dedented(markdown: string): string {
  const lines = markdown.split(/\r\n|\n|\r/);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, own) => Math.min(least, own), Infinity);
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n').trim();
}

/** The Markdown of blocks, without the callouts and comments that stood between them, and without an id at its end. */
function markdownOf(text: string, parts: readonly Part[]): string {
  const pieces: string[] = [];
  let run: TextRange | undefined;
  for (const { block } of parts) {
    const continues = run && text.slice(run.end, block.start).trim() === '';
    if (run && !continues) pieces.push(text.slice(run.start, run.end));
    run = { start: run && continues ? run.start : block.start, end: block.end };
  }
  if (run) pieces.push(text.slice(run.start, withoutIdAt(text, run, parts.at(-1)?.block)));
  return pieces.join('\n\n').trimEnd();
}

function withoutIdAt(text: string, run: TextRange, last: Block | undefined): number {
  if (!last || last.kind === 'fence' || last.kind === 'code') return run.end;
  return idAtEnd(text, run.start, run.end)?.range.start ?? run.end;
}
