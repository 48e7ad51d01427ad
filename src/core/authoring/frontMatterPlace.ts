import { bodyAfterUnclosed, findFrontMatter } from '../notes/frontMatterLines';
import type { TextRange } from '../notes/note';

/** What stands, or would be written, at a place in front matter. */
export type FrontMatterPlace =
  /** `hasColon`: the key is followed by its value already. */
  | { readonly kind: 'key'; readonly key: string; readonly range: TextRange; readonly present: ReadonlySet<string>; readonly hasColon: boolean }
  /** One value of a key: all of it, or an item of its list. `inList`: commas and brackets around it mean something. */
  | { readonly kind: 'value'; readonly key: string; readonly range: TextRange; readonly inList: boolean; readonly present: readonly string[] };

const keyLine = /^([\w-]+)[ \t]*:/;
const longest = 64 * 1024;

/** `undefined` outside of front matter, and where neither a key nor a value can stand. */
export function frontMatterPlace(text: string, offset: number): FrontMatterPlace | undefined {
  const content = contentRange(text);
  if (!content || offset < content.start || offset > content.end) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineAt(text, start, content.end);
  const key = keyLine.exec(line)?.[1];
  const colon = key === undefined ? -1 : line.indexOf(':');
  if (key !== undefined && offset > start + colon) return valueOf(text, key, start + colon + 1, start + line.length, offset, content);
  const item = /^[ \t]*-[ \t]*/.exec(line);
  if (item) {
    const above = keyAbove(text, start, content.start);
    const from = start + item[0].length;
    if (above === undefined || offset < from) return undefined;
    return { kind: 'value', key: above, range: { start: from, end: start + line.trimEnd().length }, inList: false, present: listItems(text, above, content).filter((value) => value !== unquoted(line.slice(item[0].length))) };
  }
  const word = /^[\w-]*/.exec(line)?.[0] ?? '';
  if (offset > start + word.length || (word === '' && line.trim() !== '')) return undefined;
  return { kind: 'key', key: word, range: { start, end: start + word.length }, present: keysIn(text, content, start), hasColon: colon >= 0 };
}

/** Where keys and values stand: behind the line that opens front matter, up to the one that closes it or to where the body must begin. */
function contentRange(text: string): TextRange | undefined {
  const lines = findFrontMatter(text, longest);
  switch (lines.kind) {
    case 'closed': {
      const start = afterLine(text, lines.open.end);
      return { start, end: Math.max(start, lines.contentEnd) };
    }
    case 'unclosed':
      return { start: afterLine(text, lines.open.end), end: bodyAfterUnclosed(text, lines) };
    case 'none': {
      // Somebody may be writing the first key.
      const open = /^\ufeff?---[ \t]*(?=\r|\n)/.exec(text);
      return open ? { start: afterLine(text, open[0].length), end: bodyAfterUnclosed(text, { open: { start: 0, end: open[0].length } }) } : undefined;
    }
    case 'too-long':
      return undefined;
  }
}

function valueOf(text: string, key: string, from: number, to: number, offset: number, content: TextRange): FrontMatterPlace {
  const written = text.slice(from, to);
  const open = written.indexOf('[');
  if (open < 0 || written.slice(0, open).trim() !== '') {
    const start = from + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
    return { kind: 'value', key, range: { start: Math.min(start, offset), end: Math.max(Math.min(start, offset), from + written.trimEnd().length) }, inList: false, present: listItems(text, key, content) };
  }
  let start = from + open + 1;
  for (let at = start; at < offset; at += 1) if (text.charAt(at) === ',') start = at + 1;
  let end = start;
  while (end < to && !',]'.includes(text.charAt(end))) end += 1;
  const inside = text.slice(start, end);
  const present = written.slice(open + 1).replace(/\].*$/, '').split(',').map(unquoted).filter((value) => value !== '' && value !== unquoted(inside));
  const trimmed = start + (inside.length - inside.trimStart().length);
  const begin = Math.min(trimmed, offset);
  return { kind: 'value', key, range: { start: begin, end: Math.max(begin, start + inside.trimEnd().length) }, inList: true, present };
}

function keysIn(text: string, { start, end }: TextRange, except: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = start; at < end; at = afterLine(text, at + lineAt(text, at, end).length)) {
    const key = at === except ? undefined : keyLine.exec(lineAt(text, at, end))?.[1];
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** The items below a key, one on a line. */
function listItems(text: string, key: string, { start, end }: TextRange): readonly string[] {
  const items: string[] = [];
  let isBelow = false;
  for (let at = start; at < end; at = afterLine(text, at + lineAt(text, at, end).length)) {
    const line = lineAt(text, at, end);
    const own = keyLine.exec(line)?.[1];
    if (own !== undefined) isBelow = own === key;
    const item = isBelow ? /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1] : undefined;
    if (item !== undefined) items.push(unquoted(item));
  }
  return items;
}

function keyAbove(text: string, start: number, from: number): string | undefined {
  for (let at = start; at > from; ) {
    at = text.lastIndexOf('\n', at - 2) + 1;
    const line = lineAt(text, at, text.length);
    const key = keyLine.exec(line)?.[1];
    if (key !== undefined) return key;
    if (!/^[ \t]*(-|$)|^[ \t]/.test(line)) return undefined;
  }
  return undefined;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function lineAt(text: string, start: number, to: number): string {
  const end = text.slice(start, to).search(/[\r\n]/);
  return text.slice(start, end < 0 ? to : start + end);
}

function afterLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1);
}
