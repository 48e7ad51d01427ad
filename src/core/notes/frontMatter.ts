/**
 * Reads the YAML between the first two `---` lines. gray-matter does it, fenced in: it would run `---js`, cache failures, let
 * alias bombs through and swallow a file without a closing line. Nothing here runs what a note says, and nothing throws.
 */
import matter from 'gray-matter';
import { CORE_SCHEMA, EVENT_ID, YAMLException, constructFromEvents, getScalarValue, parseEvents, type Event } from 'js-yaml';
import { bodyAfterUnclosed, findFrontMatter, type FrontMatterLines } from './frontMatterLines';
import type { NoteProblem, TextRange } from './note';
import { plainCopy } from './plainCopy';
import { readPlainFrontMatter } from './plainFrontMatter';
import { plusFrontMatter, tomlName, type TomlName } from './tomlFrontMatter';
import { afterLineEnd } from './writtenId';

export interface FrontMatter {
  /** Keys and values as written, without prototypes; empty where there is no front matter or it cannot be read. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly keys: KeyRanges;
  /** Offset of the first line of the body. */
  readonly bodyStart: number;
  readonly problems: readonly NoteProblem[];
}

/** Where each key of the top level stands: from the key to the end of its line. */
export type KeyRanges = Pick<ReadonlyMap<string, TextRange>, 'get'>;

type Read = Pick<FrontMatter, 'data' | 'keys'>;

const none: readonly never[] = [];
const noKeys: KeyRanges = new Map();
const noData: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null));
/** More is no longer something a person wrote as front matter, and costs time for nothing. */
const longestFrontMatter = 64 * 1024;
/** gray-matter's test for an empty block takes time in the square of a run of empty lines. */
const emptyLines = /\n\s{500}/;
const languages: ReadonlySet<string> = new Set(['', 'yaml', 'yml']);
const maxAliases = 50;

export function readFrontMatter(text: string): FrontMatter {
  const lines = findFrontMatter(text, longestFrontMatter);
  switch (lines.kind) {
    case 'none': {
      const block = text.startsWith('+++', lines.bodyStart) ? plusFrontMatter(text, lines.bodyStart, longestFrontMatter) : undefined;
      if (block) return { ...called(tomlName(text, block.content.start, block.content.end)), bodyStart: block.bodyStart, problems: none };
      return { data: noData, keys: noKeys, bodyStart: lines.bodyStart, problems: none };
    }
    case 'unclosed':
      return unreadable(bodyAfterUnclosed(text, lines), languageProblem(text, lines.open) ?? unclosed(lines, text));
    case 'too-long':
      return unreadable(lines.bodyStart, problem('front-matter-too-long', 'Front matter is longer than 64 KB. Move its contents into the body.', lines.open));
    case 'closed':
      return readClosed(text, lines);
  }
}

function readClosed(text: string, lines: FrontMatterLines & { readonly kind: 'closed' }): FrontMatter {
  const { bodyStart } = lines;
  const plain = readPlainFrontMatter(text, lines.open.end, lines.contentEnd);
  if (plain) return { data: plain.data, keys: plain, bodyStart, problems: none };
  const refused = languageProblem(text, lines.open);
  const toml = refused ? undefined : tomlName(text, afterLineEnd(text, lines.open.end), lines.contentEnd);
  if (toml) return { ...called(toml), bodyStart, problems: none };
  if (refused) return unreadable(bodyStart, refused);
  // A lone carriage return ends a line too; gray-matter knows line feeds only. Lengths stay the same.
  const block = text.slice(lines.open.start, lines.contentEnd).replace(/\r(?!\n)/g, '\n');
  const stray = /\n---[^\n]*/.exec(block);
  if (stray) return unreadable(bodyStart, strayDashes(lines.open.start + stray.index + 1, stray[0].length - 1));
  if (emptyLines.test(block)) return unreadable(bodyStart, problem('yaml', 'Front matter has a long run of empty lines. Remove them.', lines.open));
  return { ...readYaml(block, lines.open.start), bodyStart };
}

/** A note of which nothing but its title is said. */
function called(toml: TomlName | undefined): Read {
  return toml ? { data: Object.assign(Object.create(null), { title: toml.name }), keys: new Map([['title', toml.range]]) } : { data: noData, keys: noKeys };
}

/** What gray-matter would take for the block's language: it has ways to run some of them. */
function languageProblem(text: string, open: TextRange): NoteProblem | undefined {
  const { name } = matter.language(`${text.slice(open.start, open.end).trimEnd()}\n`);
  if (languages.has(name.toLowerCase())) return undefined;
  return problem('front-matter-language', `Front matter can only be YAML. Remove what follows \`---\` on this line.`, open);
}

function readYaml(block: string, offset: number): Read & { readonly problems: readonly NoteProblem[] } {
  const opening: TextRange = { start: offset, end: offset + 3 };
  let keys = noKeys;
  let value: unknown;
  const engine = {
    parse(source: string): object {
      const events = parseEvents(source, {});
      keys = keyRanges(events, source, offset + block.length - source.length);
      value = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases })[0];
      return {};
    },
    stringify: refuse,
  };
  const refusing = { parse: refuse, stringify: refuse };
  try {
    matter(`${block}\n---\n`, {
      language: 'yaml',
      engines: { yaml: engine, yml: engine, json: refusing, js: refusing, javascript: refusing },
    });
  } catch (error) {
    return { data: noData, keys: noKeys, problems: [yamlProblem(error, block, offset)] };
  }
  if (value === undefined || value === null) return { data: noData, keys, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'a list' : 'plain text';
    const message = `Front matter must be lines of \`key: value\`, but this is ${found}.`;
    return { data: noData, keys: noKeys, problems: [problem('front-matter-no-keys', message, opening)] };
  }
  const data = plainCopy(value);
  if (data) return { data, keys, problems: [] };
  return { data: noData, keys: noKeys, problems: [problem('yaml', 'Front matter repeats itself through aliases without end. Write the values out.', opening)] };
}

/** Where the keys of the outermost mapping stand. */
function keyRanges(events: readonly Event[], source: string, offset: number): KeyRanges {
  const keys = new Map<string, TextRange>();
  let depth = 0;
  let isKey = false;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      depth -= 1;
      continue;
    }
    // Depth 1 is inside the document, depth 2 inside its mapping, where keys and values take turns.
    if (depth === 2) {
      if (isKey && event.type === EVENT_ID.SCALAR) keys.set(getScalarValue(source, event), lineFrom(source, event.valueStart, event.valueEnd, offset));
      isKey = !isKey;
    }
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    depth += 1;
    if (depth === 2) isKey = event.type === EVENT_ID.MAPPING;
    if (depth === 2 && !isKey) return noKeys;
  }
  return keys;
}

function lineFrom(source: string, start: number, keyEnd: number, offset: number): TextRange {
  const newline = source.indexOf('\n', keyEnd);
  const line = source.slice(start, newline < 0 ? source.length : newline).trimEnd();
  return { start: start + offset, end: start + offset + line.length };
}

function yamlProblem(error: unknown, block: string, offset: number): NoteProblem {
  if (!(error instanceof YAMLException)) return problem('yaml', `Front matter cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}.`, { start: offset, end: offset + 3 });
  const line = lineAt(block, error.mark?.line ?? 0);
  const column = Math.min(error.mark?.column ?? 0, line.end - line.start);
  const at = `line ${String((error.mark?.line ?? 0) + 1)}, column ${String(column + 1)}`;
  const range = column < line.end - line.start ? { start: line.start + column, end: line.end } : line;
  return problem('yaml', `Front matter is not valid YAML (${at}): ${advice(error.reason)}.`, { start: range.start + offset, end: range.end + offset });
}

/** The parser's reason, with what to do about the three that people meet most. */
function advice(reason: string): string {
  if (reason.includes('bad indentation of a mapping')) return `${reason}; put quotes around a value that holds ": "`;
  if (reason.includes('maxAliases')) return 'it uses more than 50 aliases; write the values out';
  if (/cannot start|unexpected character|reserved/i.test(reason)) return `${reason}; put quotes around the value`;
  return reason;
}

function lineAt(block: string, line: number): TextRange {
  let start = 0;
  for (let left = line; left > 0; left -= 1) {
    const newline = block.indexOf('\n', start);
    if (newline < 0) break;
    start = newline + 1;
  }
  const newline = block.indexOf('\n', start);
  return { start, end: start + block.slice(start, newline < 0 ? block.length : newline).trimEnd().length };
}

function unclosed(lines: { readonly open: TextRange }, text: string): NoteProblem {
  const range = text.slice(lines.open.start, lines.open.end).trim() === '' ? { start: 0, end: 0 } : lines.open;
  return problem('front-matter-unclosed', 'Front matter is not closed. Add a line with only `---` after it.', range);
}

function strayDashes(start: number, length: number): NoteProblem {
  return problem('front-matter-stray-dashes', 'Only a line with exactly `---` closes front matter. Indent or remove this line.', { start, end: start + length });
}

function unreadable(bodyStart: number, reason: NoteProblem): FrontMatter {
  return { data: noData, keys: noKeys, bodyStart, problems: [reason] };
}

function problem(code: string, message: string, range: TextRange): NoteProblem {
  return { code, message, severity: 'error', range };
}

function refuse(): never {
  throw new Error('only YAML is read');
}
