import type { TextRange } from './note';

/** What YAML calls printable, without tabs and the rarer line breaks. Pairs of surrogates are left to the full parser. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const entry = /^([A-Za-z_][\w-]*):(?: +(\S.*?))? *$/;
const listItem = /^( *)(- +)(\S.*?) *$/;
const itemEntry = /^([A-Za-z_][\w-]*): +(\S.*?)$/;
const furtherEntry = /^( +)([A-Za-z_][\w-]*): +(\S.*?) *$/;
/** Starts that make a plain scalar something else than its text: `null`, `true`, `~`, numbers, and YAML's own marks. */
const word = /^(?![nN](?:ull|ULL)$|[tT](?:rue|RUE)$|[fF](?:alse|ALSE)$)[A-Za-z\u00c0-\ud7ff_/$(<^;=+]/;
const notSigned = /^[^+]|^\+[A-Za-z]/;
const date = /^\d{4}-\d\d-\d\d$/;
const integer = /^(?:0|[1-9]\d{0,14})$/;
const dotted = /^\.(?!inf$|Inf$|INF$|nan$|NaN$|NAN$)[A-Za-z_]/;

/**
 * The front matter that nearly all notes have: `key: value`, `key: [a, b]`, and lists of texts or of `title: x`, `url: y` below a key.
 * Anything else answers `undefined` and goes to the full parser; a differential test shows that both agree on what is read here.
 */
export function readPlainFrontMatter(text: string, start: number, end: number): { data: Record<string, unknown>; keys: Map<string, TextRange> } | undefined {
  if (text.charCodeAt(start) === 13 && text.charCodeAt(start + 1) !== 10) return undefined;
  const block = text.slice(start, end);
  if (unusual.test(block)) return undefined;
  const data: Record<string, unknown> = Object.create(null);
  const keys = new Map<string, TextRange>();
  let list: PlainList | undefined;
  let at = start;
  for (const raw of block.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const lineStart = at;
    at += raw.length + 1;
    if (line.includes('\r')) return undefined;
    const code = line.charCodeAt(0);
    if (line === '' || code === 35) continue;
    if (code === 32 || code === 45) {
      if (!list?.add(line)) return undefined;
      data[list.key] = list.values;
      continue;
    }
    const [, key, written] = entry.exec(line) ?? [];
    if (key === undefined || keys.has(key)) return undefined;
    const value = written === undefined ? null : written.startsWith('[') ? inlineList(written) : scalar(written, false);
    if (value === undefined) return undefined;
    keys.set(key, { start: lineStart, end: lineStart + line.trimEnd().length });
    data[key] = value;
    list = written === undefined ? new PlainList(key) : undefined;
  }
  return { data, keys };
}

/** The lines below a key that has no value of its own. */
class PlainList {
  readonly values: unknown[] = [];
  private indent = -1;
  private entries: Record<string, unknown> | undefined;
  private entriesIndent = -1;

  constructor(readonly key: string) {}

  /** False where the line is not plain. */
  add(line: string): boolean {
    const [, spaces, dash, written] = listItem.exec(line) ?? [];
    if (spaces !== undefined && dash !== undefined && written !== undefined && (this.indent < 0 || spaces.length === this.indent)) {
      this.indent = spaces.length;
      const [, key, value] = itemEntry.exec(written) ?? [];
      if (key !== undefined && value !== undefined) {
        this.entries = Object.create(null) as Record<string, unknown>;
        this.entriesIndent = spaces.length + dash.length;
        this.values.push(this.entries);
        return this.addEntry(key, value);
      }
      const item = scalar(written, false);
      this.entries = undefined;
      this.values.push(item);
      return item !== undefined;
    }
    const [, indent, key, value] = furtherEntry.exec(line) ?? [];
    return indent?.length === this.entriesIndent && key !== undefined && value !== undefined && this.addEntry(key, value);
  }

  private addEntry(key: string, written: string): boolean {
    const value = scalar(written, false);
    if (!this.entries || value === undefined || key in this.entries) return false;
    this.entries[key] = value;
    return true;
  }
}

function inlineList(written: string): unknown[] | undefined {
  if (!written.endsWith(']')) return undefined;
  const inside = written.slice(1, -1).trim();
  if (inside === '') return [];
  const values: unknown[] = [];
  for (const part of inside.split(',')) {
    const value = scalar(part.trim(), true);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The value of a scalar on one line, or `undefined` where only the full parser can tell. */
function scalar(written: string, inList: boolean): string | number | boolean | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const inside = written.slice(1, -1);
    return written.length >= 2 && written.endsWith(quote) && !inside.includes(quote) && !inside.includes('\\') ? inside : undefined;
  }
  if (inList ? /[[\]{},:#]/.test(written) : written.includes(': ') || written.includes(' #') || written.endsWith(':')) return undefined;
  if (word.test(written)) return notSigned.test(written) ? written : undefined;
  if (date.test(written) || dotted.test(written)) return written;
  if (integer.test(written)) return Number(written);
  if (written === 'true') return true;
  return written === 'false' ? false : undefined;
}
