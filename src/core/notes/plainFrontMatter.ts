import type { TextRange } from './note';
import { ownText, remembered } from './ownText';

/** What YAML calls printable, without tabs and the rarer line breaks. Pairs of surrogates are left to the full parser. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const listItem = /^( *)(- +)(\S.*?) *$/;
const itemEntry = /^([A-Za-z_][\w-]*): +(\S.*?)$/;
const furtherEntry = /^( +)([A-Za-z_][\w-]*): +(\S.*?) *$/;
/** By code: the characters of `isPlainWords`. */
const wordCharacters = Uint8Array.from({ length: 128 }, (_, code) => (/[\w./-]/.test(String.fromCharCode(code)) ? 1 : 0));
const reserved = /^(?:null|true|false)$/i;
/** Starts that make a plain scalar something else than its text: `null`, `true`, `~`, numbers, and YAML's own marks. */
const word = /^(?![nN](?:ull|ULL)$|[tT](?:rue|RUE)$|[fF](?:alse|ALSE)$)[A-Za-z\u00c0-\ud7ff_/$(<^;=+]/;
const notSigned = /^[^+]|^\+[A-Za-z]/;
const date = /^\d{4}-\d\d-\d\d$/;
const integer = /^(?:0|[1-9]\d{0,14})$/;
const dotted = /^\.(?!inf$|Inf$|INF$|nan$|NaN$|NAN$)[A-Za-z_]/;

/** Where a key stands is looked up when somebody asks, which is rare: where its value is wrong, or about to be changed. */
class PlainFrontMatter {
  constructor(
    readonly data: Readonly<Record<string, unknown>>,
    private readonly block: string,
    private readonly offset: number,
  ) {}

  /** From the key to the end of its line. `undefined`: there is no such key. */
  get(key: string): TextRange | undefined {
    if (!(key in this.data)) return undefined;
    const { block, offset } = this;
    const start = block.startsWith(`${key}:`) ? 0 : block.indexOf(`\n${key}:`) + 1;
    const newline = block.indexOf('\n', start);
    return { start: start + offset, end: start + offset + block.slice(start, newline < 0 ? block.length : newline).trimEnd().length };
  }
}

/**
 * The front matter that nearly all notes have: `key: value`, `key: [a, b]`, and lists of texts or of `title: x`, `url: y` below a key.
 * Anything else answers `undefined` and goes to the full parser; a differential test shows that both agree on what is read here.
 */
export function readPlainFrontMatter(text: string, start: number, end: number): PlainFrontMatter | undefined {
  if (text.charCodeAt(start) === 13 && text.charCodeAt(start + 1) !== 10) return undefined;
  const block = text.slice(start, end);
  if (unusual.test(block) || (block.includes('\r') && /\r(?!\n)/.test(block))) return undefined;
  const data: Record<string, unknown> = Object.create(null);
  let list: PlainList | undefined;
  for (let line = start; line < end; ) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 || newline >= end ? end : newline;
    const lineStart = line;
    let lineEnd = next > line && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    line = next + 1;
    const code = lineEnd > lineStart ? text.charCodeAt(lineStart) : 35;
    if (code === 32 || code === 45) {
      if (!list?.add(text.slice(lineStart, lineEnd))) return undefined;
      data[list.key] = list.values;
      continue;
    }
    if (code === 35) continue;
    const colon = endOfKey(text, lineStart, lineEnd);
    while (text.charCodeAt(lineEnd - 1) === 32) lineEnd -= 1;
    if (colon < 0) return undefined;
    const key = knownKey(text.slice(lineStart, colon));
    let valueStart = colon + 1;
    while (valueStart < lineEnd && text.charCodeAt(valueStart) === 32) valueStart += 1;
    const written = text.slice(valueStart, lineEnd);
    if (key in data || (written !== '' && (valueStart === colon + 1 || (written.charCodeAt(0) > 126 && !/^\S/.test(written))))) return undefined;
    const value = written === '' ? null : written.startsWith('[') ? inlineList(written) : scalar(written, false);
    if (value === undefined) return undefined;
    data[key] = value;
    list = written === '' ? new PlainList(key) : undefined;
  }
  return new PlainFrontMatter(data, block, start);
}

/** Engines find a property by a string that they have met before several times as quickly. */
const knownKey = remembered(ownText);

/** Offset of the colon behind a key of letters, digits, `_` and `-`; -1 where the line starts otherwise. */
function endOfKey(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 58) return at > start ? at : -1;
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    if (!isLetter && (at === start || !((code >= 48 && code <= 57) || code === 45))) return -1;
  }
  return -1;
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
  const values = inside.split(',').map((item) => scalar(item.trim(), true));
  return values.includes(undefined) ? undefined : values;
}

/** The value of a scalar on one line, or `undefined` where only the full parser can tell. */
function scalar(written: string, inList: boolean): string | number | boolean | undefined {
  if (isPlainWords(written) && !(written.length <= 5 && reserved.test(written))) return written;
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

/** `^[A-Za-z][\w./-]*(?: [\w./-]+)*$`: what most scalars are made of. Several times as quick by hand, and asked for each. */
function isPlainWords(written: string): boolean {
  const first = written.charCodeAt(0);
  if (!((first >= 97 && first <= 122) || (first >= 65 && first <= 90))) return false;
  let afterSpace = false;
  for (let at = 1; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (code === 32 && !afterSpace) afterSpace = true;
    else if (wordCharacters[code] === 1) afterSpace = false;
    else return false;
  }
  return !afterSpace;
}
