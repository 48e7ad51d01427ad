/**
 * What stands inside a paragraph, heading or table: code spans, comments, tags and links, found in one pass from left to right.
 * Nothing is resolved beyond the text given: a reference link needs no definition to count as one.
 */
import { droppedEmphasis, type DelimiterRun } from './emphasis';
import type { TextRange } from './note';

export interface InlineLink {
  readonly kind: 'wiki' | 'markdown';
  /** The target as written, without `<>` and title. */
  readonly target: TextRange;
}

export interface InlineScan {
  /** Code spans, comments, tags and links in the order of the text: nothing in them is card syntax. */
  readonly opaque: readonly TextRange[];
  readonly links: readonly InlineLink[];
  /** What a reader does not see, in no particular order. */
  readonly hidden: readonly TextRange[];
  /** Contents of code spans. */
  readonly code: readonly TextRange[];
}

const longestWikiLink = 1000;
const longestDestination = 2000;
const deepestParentheses = 6;
const tag = /<\/[A-Za-z][A-Za-z0-9-]*\s*>|<[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y;
const autolink = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/y;

export function scanInline(text: string, start: number, end: number): InlineScan {
  return new InlineScanner(text.slice(start, end), start, true).scan();
}

/** The links alone, quicker. */
export function linksIn(text: string, start: number, end: number): readonly InlineLink[] {
  return new InlineScanner(text.slice(start, end), start, false).scan().links;
}

/** Offset of the first opaque range that ends after `at`: for walks from left to right. */
export function isOpaque(scan: InlineScan, at: number): boolean {
  let low = 0;
  let high = scan.opaque.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scan.opaque[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (scan.opaque[low]?.start ?? Infinity) <= at;
}

class InlineScanner implements InlineScan {
  readonly opaque: TextRange[] = [];
  readonly links: InlineLink[] = [];
  readonly hidden: TextRange[] = [];
  readonly code: TextRange[] = [];
  private readonly runs: DelimiterRun[] = [];
  /** Open brackets: their places, and how many opaque ranges came before each. Numbers, because hostile texts have millions. */
  private readonly brackets: number[] = [];
  private readonly opaqueBefore: number[] = [];
  private backtickRuns: Map<number, number[]> | undefined;
  private commentsEnded = false;
  private tagsEnded = false;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly isFull: boolean,
  ) {}

  scan(): this {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      // Letters, digits and spaces are most of any text.
      if (unit > 126 || unit <= 32 || (unit >= 97 && unit <= 122)) {
        at += 1;
        continue;
      }
      switch (unit) {
        case 92: // backslash
          if (at + 1 < text.length && isPunctuation(text.charCodeAt(at + 1))) {
            this.hide(at, at + 1);
            at += 2;
          } else at += 1;
          break;
        case 96:
          at = this.codeSpan(at);
          break;
        case 60:
          at = this.angle(at);
          break;
        case 33:
          at = text.charCodeAt(at + 1) === 91 ? this.openBracket(at, true) : at + 1;
          break;
        case 91:
          at = this.openBracket(at, false);
          break;
        case 93:
          at = this.closeBracket(at);
          break;
        case 42:
        case 95:
        case 126:
          at = this.delimiters(at);
          break;
        default:
          at += 1;
      }
    }
    if (this.runs.length > 1) for (const range of droppedEmphasis(text, this.runs)) this.hide(range.start, range.end);
    return this;
  }

  private range(start: number, end: number): TextRange {
    return { start: start + this.offset, end: end + this.offset };
  }

  private hide(start: number, end: number): void {
    if (this.isFull && end > start) this.hidden.push(this.range(start, end));
  }

  private cover(start: number, end: number): void {
    if (this.isFull) this.opaque.push(this.range(start, end));
  }

  private codeSpan(start: number): number {
    const length = this.runLength(start, 96);
    const content = start + length;
    const close = this.nextBacktickRun(length, content);
    if (close < 0) return content;
    let from = content;
    let to = close;
    // One space inside each end belongs to the marks (CommonMark 6.1).
    if (to - from > 2 && isBlank(this.text, from) && isBlank(this.text, to - 1)) {
      from += 1;
      to -= 1;
    }
    this.hide(start, from);
    this.hide(to, close + length);
    if (this.isFull) this.code.push(this.range(from, to));
    this.cover(start, close + length);
    return close + length;
  }

  private runLength(start: number, code: number): number {
    let at = start;
    while (this.text.charCodeAt(at) === code) at += 1;
    return at - start;
  }

  /** Asked for growing positions only, so that each list of runs is walked once. */
  private nextBacktickRun(length: number, from: number): number {
    this.backtickRuns ??= backtickRuns(this.text);
    const starts = this.backtickRuns.get(length);
    while (starts && starts.length > 0) {
      const start = starts.at(-1) ?? -1;
      if (start >= from) return start;
      starts.pop();
    }
    return -1;
  }

  private angle(start: number): number {
    const { text } = this;
    if (text.startsWith('<!--', start)) {
      const close = this.commentsEnded ? -1 : text.indexOf('-->', start + 2);
      if (close < 0) {
        this.commentsEnded = true;
        return start + 4;
      }
      this.hide(start, close + 3);
      this.cover(start, close + 3);
      return close + 3;
    }
    if (this.tagsEnded || text.indexOf('>', start) < 0) {
      this.tagsEnded = true;
      return start + 1;
    }
    autolink.lastIndex = tag.lastIndex = start;
    if (autolink.test(text)) {
      this.hide(start, start + 1);
      this.hide(autolink.lastIndex - 1, autolink.lastIndex);
      this.cover(start, autolink.lastIndex);
      return autolink.lastIndex;
    }
    if (!tag.test(text)) return start + 1;
    this.hide(start, tag.lastIndex);
    this.cover(start, tag.lastIndex);
    return tag.lastIndex;
  }

  private openBracket(start: number, image: boolean): number {
    const bracket = image ? start + 1 : start;
    if (this.text.charCodeAt(bracket + 1) === 91) {
      const end = this.wikiLink(start, bracket + 2);
      if (end > 0) return end;
    }
    this.brackets.push(start);
    this.opaqueBefore.push(this.opaque.length);
    return bracket + 1;
  }

  /** `[[target]]`, `[[target|label]]`: the offset after it, 0 where it is none. */
  private wikiLink(start: number, from: number): number {
    const { text } = this;
    const limit = Math.min(text.length, from + longestWikiLink);
    let separator = -1;
    for (let at = from; at < limit; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 91 || code === 10 || code === 13) return 0;
      if (code === 124 && separator < 0) separator = at;
      if (code !== 93) continue;
      if (text.charCodeAt(at + 1) !== 93 || at === from || separator === from) return 0;
      // In a table the separator is written `\|`.
      const targetEnd = separator < 0 ? at : text.charCodeAt(separator - 1) === 92 ? separator - 1 : separator;
      this.links.push({ kind: 'wiki', target: this.range(from, targetEnd) });
      this.hide(start, separator < 0 ? from : separator + 1);
      this.hide(at, at + 2);
      this.cover(start, at + 2);
      return at + 2;
    }
    return 0;
  }

  private closeBracket(at: number): number {
    const open = this.brackets.pop();
    const opaqueBefore = this.opaqueBefore.pop();
    if (open === undefined || opaqueBefore === undefined) return at + 1;
    const isImage = this.text.charCodeAt(open) === 33;
    const next = this.text.charCodeAt(at + 1);
    const end = next === 40 ? this.destination(at + 2, isImage) : next === 91 ? this.reference(open, at + 1) : 0;
    if (end === 0) return at + 1;
    this.hide(open, open + (isImage ? 2 : 1));
    this.hide(at, end);
    // A link hides what it encloses, code spans included.
    this.opaque.length = opaqueBefore;
    this.cover(open, end);
    return end;
  }

  /** Reads `destination "title")`; the offset after the parenthesis, 0 where this is no link. */
  private destination(from: number, image: boolean): number {
    const { text } = this;
    let at = skipBlanks(text, from);
    const bracketed = text.charCodeAt(at) === 60;
    const start = bracketed ? at + 1 : at;
    const limit = Math.min(text.length, start + longestDestination);
    let depth = 0;
    for (at = start; at < limit; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 92) at += 1;
      else if (bracketed ? code === 62 || code === 60 || code === 10 : code <= 32) break;
      else if (!bracketed && code === 40) {
        depth += 1;
        if (depth > deepestParentheses) return 0;
      } else if (!bracketed && code === 41) {
        if (depth === 0) break;
        depth -= 1;
      }
    }
    if (depth > 0 || at > text.length) return 0;
    const target = this.range(start, at);
    if (bracketed) {
      if (text.charCodeAt(at) !== 62) return 0;
      at += 1;
    }
    at = skipTitle(text, skipBlanks(text, at));
    if (text.charCodeAt(at) !== 41) return 0;
    if (!image) this.links.push({ kind: 'markdown', target });
    return at + 1;
  }

  /** `[text][label]`, but not `matrix[0][1]`. */
  private reference(open: number, from: number): number {
    if (open > 0 && isWord(this.text.charCodeAt(open - 1))) return 0;
    for (let at = from + 1; at < this.text.length && at - from < longestWikiLink; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 93) return at + 1;
      if (code === 91) return 0;
    }
    return 0;
  }

  private delimiters(start: number): number {
    const mark = this.text.charCodeAt(start);
    const end = start + this.runLength(start, mark);
    if (this.isFull) this.runs.push({ start, end, mark });
    return end;
  }
}

function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  let at = text.lastIndexOf('`');
  while (at >= 0) {
    let start = at;
    while (start > 0 && text.charCodeAt(start - 1) === 96) start -= 1;
    const length = at - start + 1;
    const starts = runs.get(length);
    if (starts) starts.push(start);
    else runs.set(length, [start]);
    at = start === 0 ? -1 : text.lastIndexOf('`', start - 1);
  }
  return runs;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at += 1;
  return at;
}

function skipTitle(text: string, from: number): number {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== '(') return from;
  const close = open === '(' ? ')' : open;
  const limit = Math.min(text.length, from + longestDestination);
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === close) return skipBlanks(text, at + 1);
  }
  return from;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isPunctuation(code: number): boolean {
  return (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code > 127;
}
