import { scanInline } from './inline';
import type { TextRange } from './note';
import { oneLine } from './oneLine';

const marked = /[\\`*_~[<&]/;
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Whether anything in it may be more than its own characters. */
export function hasMarks(markdown: string): boolean {
  return marked.test(markdown);
}

/** What a reader sees of inline Markdown, as one line: without marks, comments, tags and link targets. */
export function visibleText(markdown: string): string {
  return oneLine(hasMarks(markdown) ? withoutHidden(markdown) : markdown);
}

/** As `visibleText`, but `__init__` keeps its underscores: Markdown shows it bold, a Python programmer means the name. */
export function visibleTitle(markdown: string): string {
  return visibleText(markdown.includes('__') ? markdown.replace(/(?<![\w`\\])__(?=\w+__(?!\w))(\w+?)__(?!\w)/g, '\\_\\_$1\\_\\_') : markdown);
}

function withoutHidden(markdown: string): string {
  const { hidden, code } = scanInline(markdown, 0, markdown.length);
  const cuts = [...hidden].sort((a, b) => a.start - b.start || a.end - b.end);
  let shown = '';
  let at = 0;
  for (const cut of cuts) {
    if (cut.start > at) shown += decoded(markdown, at, cut.start, code);
    at = Math.max(at, cut.end);
  }
  return shown + decoded(markdown, at, markdown.length, code);
}

function decoded(markdown: string, start: number, end: number, code: readonly TextRange[]): string {
  const piece = markdown.slice(start, end);
  if (!piece.includes('&') || code.some((range) => range.start <= start && end <= range.end)) return piece;
  return piece.replace(/&(?:([a-z]{2,5})|#(\d{1,6}));/g, (whole, name?: string, number?: string) => {
    if (number !== undefined) return Number(number) > 0 && Number(number) < 0x110000 ? String.fromCodePoint(Number(number)) : whole;
    return entities.get(name ?? '') ?? whole;
  });
}
