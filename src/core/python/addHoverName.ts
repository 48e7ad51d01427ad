import { readFrontMatter } from '../notes/frontMatter';
import type { TextRange } from '../notes/note';

/** Replaces `range` of a text by `text`. */
export interface TextReplacement {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * The smallest change that adds a name to a note's `hover`: everything else stays byte for byte. `undefined` where the front matter is written in a
 * way that only its author should touch; `already` where the name is there.
 */
export function addHoverName(text: string, name: string): TextReplacement | 'already' | undefined {
  const before = hoverOf(text);
  if (before === undefined) return undefined;
  if (before.includes(name)) return 'already';
  const change = changeFor(text, quoted(name));
  if (!change) return undefined;
  // What was written above is trusted only if it reads as meant.
  const changed = text.slice(0, change.range.start) + change.text + text.slice(change.range.end);
  return readsAs(changed, text, [...before, name]) ? change : undefined;
}

function changeFor(text: string, name: string): TextReplacement | undefined {
  const { keys, bodyStart } = readFrontMatter(text);
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const key = keys.get('hover');
  if (bodyStart === start(text)) return insert(bodyStart, `---${line}hover: [${name}]${line}---${line}`);
  if (!key) return insert(startOfClosing(text, bodyStart), `hover: [${name}]${line}`);
  const written = text.slice(key.start, key.end);
  const list = /^hover:[ \t]*\[([^\]#]*?)[ \t]*(,?)[ \t]*\][ \t]*$/.exec(written);
  if (list) return replaceValue(key, written, list[1]?.trim() === '' ? `[${name}]` : `[${list[1]?.trim() ?? ''}, ${name}]`);
  const only = /^hover:[ \t]+([^\s[\]{}#&*!|>][^#]*?)[ \t]*$/.exec(written)?.[1];
  if (only !== undefined) return replaceValue(key, written, `[${only}, ${name}]`);
  return /^hover:[ \t]*$/.test(written) ? belowKey(text, key, name, line) : undefined;
}

/** Behind the last item of a list with a line per item, or as the value of a key that has none. */
function belowKey(text: string, key: TextRange, name: string, line: string): TextReplacement {
  const items = /^(?:\r?\n([ \t]*-[ \t]+)[^\r\n]*)+/.exec(text.slice(key.end));
  return items ? insert(key.end + items[0].length, `${line}${items[1] ?? '- '}${name}`) : insert(key.end, ` [${name}]`);
}

function replaceValue(key: TextRange, written: string, value: string): TextReplacement {
  const from = key.start + (/^hover:[ \t]*/.exec(written)?.[0].length ?? 0);
  const to = key.start + written.trimEnd().length;
  return { range: { start: from, end: to }, text: from === key.start + 'hover:'.length ? ` ${value}` : value };
}

function insert(at: number, text: string): TextReplacement {
  return { range: { start: at, end: at }, text };
}

/** After a byte order mark. */
function start(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

/** The body starts behind the line with the closing dashes. */
function startOfClosing(text: string, bodyStart: number): number {
  return text.lastIndexOf('---', bodyStart - 1);
}

/** Words that YAML reads as something else than text, and marks it gives a meaning of its own, need quotes. */
function quoted(name: string): string {
  const isPlain = /^[\p{L}_.][\p{L}\p{N}_.]*$/u.test(name) && !/^(true|false|null)$/i.test(name);
  return isPlain ? name : `"${name}"`;
}

/** The names that the note has; `undefined` where its front matter cannot be read or holds something else there. */
function hoverOf(text: string): readonly string[] | undefined {
  const { data, problems } = readFrontMatter(text);
  const value = data['hover'] ?? [];
  if (problems.length > 0) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((name) => typeof name === 'string') ? list : undefined;
}

function readsAs(changed: string, text: string, names: readonly string[]): boolean {
  const [now, before] = [readFrontMatter(changed), readFrontMatter(text)];
  const others = (data: Readonly<Record<string, unknown>>) => JSON.stringify({ ...data, hover: undefined });
  return (
    JSON.stringify(hoverOf(changed)) === JSON.stringify(names) && others(now.data) === others(before.data) && changed.slice(now.bodyStart) === text.slice(before.bodyStart)
  );
}
