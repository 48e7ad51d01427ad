/**
 * What stands inside a paragraph, heading or table: code spans, comments, tags and links, found in one pass from left to right.
 * Nothing is resolved beyond the text given: a reference link needs no definition to count as one.
 */
import { BacktickRuns } from './backtickRuns';
import { droppedEmphasis, type DelimiterRun } from './emphasis';
import { isBlank, readDestination, readWikiLink, referenceEnd } from './linkSyntax';
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
  private backticks: BacktickRuns | undefined;
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
    this.backticks ??= new BacktickRuns(this.text);
    const close = this.backticks.next(length, content);
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

  /** The offset behind a wiki link, 0 where it is none. */
  private wikiLink(start: number, from: number): number {
    const found = readWikiLink(this.text, from);
    if (!found) return 0;
    this.links.push({ kind: 'wiki', target: this.range(from, found.targetEnd) });
    this.hide(start, found.labelStart);
    this.hide(found.end - 2, found.end);
    this.cover(start, found.end);
    return found.end;
  }

  private closeBracket(at: number): number {
    const open = this.brackets.pop();
    const opaqueBefore = this.opaqueBefore.pop();
    if (open === undefined || opaqueBefore === undefined) return at + 1;
    const isImage = this.text.charCodeAt(open) === 33;
    const next = this.text.charCodeAt(at + 1);
    const end = next === 40 ? this.destination(at + 2, isImage) : next === 91 ? referenceEnd(this.text, open, at + 1) : 0;
    if (end === 0) return at + 1;
    this.hide(open, open + (isImage ? 2 : 1));
    this.hide(at, end);
    // A link hides what it encloses, code spans included.
    this.opaque.length = opaqueBefore;
    this.cover(open, end);
    return end;
  }

  /** The offset behind the parenthesis, 0 where this is no link. */
  private destination(from: number, image: boolean): number {
    const found = readDestination(this.text, from);
    if (found && !image) this.links.push({ kind: 'markdown', target: this.range(found.start, found.end) });
    return found?.after ?? 0;
  }

  private delimiters(start: number): number {
    const mark = this.text.charCodeAt(start);
    const end = start + this.runLength(start, mark);
    if (this.isFull) this.runs.push({ start, end, mark });
    return end;
  }
}

function isPunctuation(code: number): boolean {
  return (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);
}
