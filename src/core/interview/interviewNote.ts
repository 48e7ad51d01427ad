import { scanBlocks, type Block } from '../notes/blocks';
import { readFrontMatter } from '../notes/frontMatter';
import { noteLinks } from '../notes/noteLinks';
import { languages, type Language } from './interview';

/** What an interview note says: which cards are asked, in order, and what is said around them. */
export interface InterviewNote {
  /** Absent where the note does not say. */
  readonly minutes?: number;
  readonly language?: Language;
  /** Markdown; empty where there is none. */
  readonly opening: string;
  readonly closing: string;
  readonly items: readonly InterviewItem[];
}

export interface InterviewItem {
  /** Of the link, as written: `../python/gil.md#^gil-why`. */
  readonly target: string;
  /** Markdown of `> [!ANSWER]`: what a recorded candidate said. */
  readonly recorded?: string;
  /** Markdown: what the note's author makes of the recorded answer. */
  readonly verdict?: string;
  /** Links of the items nested in this one. */
  readonly followUps: readonly string[];
}

/**
 * Reads `> [!OPENING]`, the list of links to cards between it and `> [!CLOSING]` (each item asks its first link, the items nested in it
 * follow it up), and `> [!ANSWER]` in an item. Where there is an ordered list, other lists are reading. A list after the closing with
 * as many items as there are recorded answers says in the same order what each of them is worth.
 */
export function readInterviewNote(text: string): InterviewNote {
  const { data, bodyStart } = readFrontMatter(text);
  const { blocks } = scanBlocks(text, bodyStart);
  const callouts = blocks.flatMap((block) => (block.kind === 'quote' && block.depth === 0 ? [{ block, ...calloutAt(text, block) }] : []));
  const opening = callouts.find(({ name }) => name === 'OPENING');
  const closing = callouts.find(({ name }) => name === 'CLOSING');
  const items = blocks.flatMap((block, index) => (block.kind === 'item' && block.depth === 1 && block.start > (opening?.block.start ?? -1) && block.start < (closing?.block.start ?? Infinity) ? [{ block, index }] : []));
  const ordered = items.filter(({ block }) => isOrdered(block));
  const { minutes, language } = data;
  return {
    ...(typeof minutes === 'number' && minutes > 0 && minutes <= 600 && { minutes }),
    ...(isLanguage(language) && { language }),
    opening: opening?.markdown ?? '',
    closing: closing?.markdown ?? '',
    items: withVerdicts((ordered.length > 0 ? ordered : items).flatMap(({ index }) => itemAt(text, blocks, index)), verdictsAfter(text, blocks, closing?.block.start)),
  };
}

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

function withVerdicts(items: readonly InterviewItem[], verdicts: readonly string[]): readonly InterviewItem[] {
  const recorded = items.filter((item) => item.recorded !== undefined);
  return recorded.length !== verdicts.length ? items : items.map((item) => (item.recorded === undefined ? item : { ...item, verdict: verdicts[recorded.indexOf(item)] }));
}

function verdictsAfter(text: string, blocks: readonly Block[], closing: number | undefined): readonly string[] {
  const start = blocks.findIndex(({ kind, start: at }) => kind === 'list' && closing !== undefined && at > closing);
  return start < 0 ? [] : insideOf(blocks, start).flatMap((block) => (block.kind === 'item' && block.depth === 1 ? [text.slice(block.textStart, block.end).trim()] : []));
}

/** `level` of an item is the code of its marker's last character. */
function isOrdered({ level }: Block): boolean {
  return level === '.'.charCodeAt(0) || level === ')'.charCodeAt(0);
}

function itemAt(text: string, blocks: readonly Block[], index: number): readonly InterviewItem[] {
  const inside = insideOf(blocks, index);
  const depth = blocks[index]?.depth ?? 0;
  const nested = inside.flatMap((block, at) => (block.kind === 'item' ? [linkIn(text, insideOf(inside, at))] : []));
  const target = linkIn(text, inside.filter((block) => block.depth === depth + 1));
  const recorded = inside.map((block) => (block.kind === 'quote' ? calloutAt(text, block) : undefined)).find((callout) => callout?.name === 'ANSWER');
  return target === undefined ? [] : [{ target, ...(recorded?.markdown !== undefined && { recorded: recorded.markdown }), followUps: nested.filter((link) => link !== undefined) }];
}

function insideOf(blocks: readonly Block[], index: number): readonly Block[] {
  const depth = blocks[index]?.depth ?? 0;
  const rest = blocks.slice(index + 1);
  const end = rest.findIndex((block) => block.depth <= depth);
  return end < 0 ? rest : rest.slice(0, end);
}

function linkIn(text: string, blocks: readonly Block[]): string | undefined {
  return noteLinks(text, blocks)[0]?.target;
}

function calloutAt(text: string, { start, end }: Block): { readonly name?: string; readonly markdown?: string } {
  const lines = text.slice(start, end).split(/\r\n|\n|\r/).map((line) => line.replace(/^\s*> ?/, ''));
  const [, name, first = ''] = /^\s*\[!(\w+)\][+-]?[ \t]*(.*)$/.exec(lines[0] ?? '') ?? [];
  return name === undefined ? {} : { name: name.toUpperCase(), markdown: [first, ...lines.slice(1)].join('\n').trim() };
}
