/**
 * Decks of hashcards call themselves by a `name` in TOML, between `---` lines; site generators have such blocks between `+++` lines. Of them
 * only the name is read, where each line is plain TOML; nothing is ever written there.
 */
import type { TextRange } from './note';
import { afterLineEnd, lineEndOf } from './writtenId';

export interface TomlName {
  readonly name: string;
  /** Its line. */
  readonly range: TextRange;
}

const entry = /^[ \t]*([\w-]+|"[^"]*"|'[^']*')(?:[ \t]*\.[ \t]*[\w-]+)*[ \t]*=[ \t]*(\S.*)$/;
const otherLine = /^[ \t]*(?:#.*|\[\[?[^[\]]+\]\]?[ \t]*(?:#.*)?)?$/;
const text = /^(?:("(?:[^"\\]|\\.)*")|'([^']*)')[ \t]*(?:#.*)?$/;
const plusLine = /^\+\+\+[ \t]*$/;

/** The outermost `name` between two offsets, else its `title`. `undefined` where there is none, or a line that is no TOML on one line. */
export function tomlName(source: string, start: number, end: number): TomlName | undefined {
  const found = new Map<string, TomlName>();
  let isOutermost = true;
  for (let line = start; line < end; ) {
    const lineEnd = lineEndOf(source, line, end);
    const written = source.slice(line, lineEnd);
    const [, key, value] = entry.exec(written) ?? [];
    if (key === undefined && !otherLine.test(written)) return undefined;
    if (/^[ \t]*\[/.test(written)) isOutermost = false;
    const name = isOutermost && value !== undefined ? textOf(value.trimEnd()) : undefined;
    if (key !== undefined && name !== undefined) found.set(key, { name, range: { start: line, end: lineEnd } });
    line = afterLineEnd(source, lineEnd);
  }
  return found.get('name') ?? found.get('title');
}

/** Where a block between `+++` lines at the start of a text ends: its contents, and the body behind it. `undefined` where there is none. */
export function plusFrontMatter(source: string, start: number, longest: number): { readonly content: TextRange; readonly bodyStart: number } | undefined {
  const limit = Math.min(source.length, start + longest);
  const first = lineEndOf(source, start, limit);
  if (!plusLine.test(source.slice(start, first))) return undefined;
  const contentStart = afterLineEnd(source, first);
  // Elsewhere such a line is a mark of its own, with prose behind it.
  const opening = source.slice(contentStart, lineEndOf(source, contentStart, limit));
  if (!entry.test(opening) && !/^[ \t]*[#[]/.test(opening) && !plusLine.test(opening)) return undefined;
  for (let line = contentStart; line < limit; ) {
    const end = lineEndOf(source, line, limit);
    if (plusLine.test(source.slice(line, end))) return { content: { start: contentStart, end: line }, bodyStart: Math.min(source.length, afterLineEnd(source, end)) };
    line = afterLineEnd(source, end);
  }
  return undefined;
}

/** A text on one line; `undefined` for other values, and for escapes that only TOML has. */
function textOf(value: string): string | undefined {
  const [, quoted, literal] = text.exec(value) ?? [];
  if (quoted === undefined) return literal;
  try {
    return String(JSON.parse(quoted));
  } catch {
    // What JSON refuses is no name that a person wrote.
    return undefined;
  }
}

