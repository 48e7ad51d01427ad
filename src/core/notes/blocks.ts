/**
 * Splits Markdown into blocks the way CommonMark 0.31 and GitHub's tables do, in one pass over the lines.
 * It keeps offsets only, so that a note of any size costs one small object per block.
 */
import { closingOf, htmlBlockStart, type HtmlCondition } from './htmlBlock';
import { definitionsEnd } from './linkDefinition';
import { cellsInDelimiterRow, cellsInRow } from './tableRow';

export type BlockKind = 'heading' | 'paragraph' | 'fence' | 'code' | 'html' | 'rule' | 'table' | 'definitions' | 'quote' | 'list' | 'item';

/** Blocks come in the order of the text; a block's children follow it with a greater depth. */
export interface Block {
  readonly kind: BlockKind;
  /** Place among the blocks of the scan. */
  readonly index: number;
  /** 0 at the top level. A list and its items each add one. */
  readonly depth: number;
  /** Of the first line: its start at depth 0, else where the surrounding quote or list item leaves it to this block. */
  readonly start: number;
  /** Of the last line with text, without its line ending. */
  readonly end: number;
  /** Heading: 1-6. List and item: code of the marker's last character. Fence: number of its marks. Otherwise 0. */
  readonly level: number;
  /** Heading: its inline text. Fence: the info string. Item: from its content on. Otherwise the whole text. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Heading: written with a line of `=` or `-` below it. */
  readonly underlined: boolean;
}

export interface BlockScan {
  readonly blocks: readonly Block[];
  /** Starts of lines of text that begin with `Q:`, `A:` or `C:` at column 0, also where Markdown sees them as part of a list or quote. */
  readonly tagLines: readonly number[];
  /** Starts of lines of text that hold only `?` or `??`. */
  readonly markLines: readonly number[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenBlock = Open<Block> & { kind: BlockKind };

const tab = 9;
const space = 32;
/** As markdown-it's default. Deeper marks are text. */
const deepest = 100;

export function scanBlocks(text: string, from = 0): BlockScan {
  const scanner = new BlockScanner(text);
  scanner.scan(from);
  return scanner;
}

class BlockScanner implements BlockScan {
  readonly blocks: OpenBlock[] = [];
  readonly tagLines: number[] = [];
  readonly markLines: number[] = [];

  /** Open quotes, lists and items, outermost first, and the columns an item's lines must be indented by. */
  private readonly containers: OpenBlock[] = [];
  private readonly indents: number[] = [];
  private leaf: OpenBlock | undefined;
  /** Of the open paragraph. */
  private lastLineStart = 0;
  /** End of the last line that belongs to some block: where containers end that the current line closes. */
  private lastEnd = 0;
  /** True from a `Q:`, `A:` or `C:` line to the next heading or rule: there `---` ends a card and underlines nothing. */
  private afterTag = false;
  private fenceMark = 0;
  private htmlEnd = 0;
  private htmlCloses: Map<HtmlCondition, number> | undefined;

  // The line being read.
  private lineStart = 0;
  private lineEnd = 0;
  private at = 0;
  private column = 0;
  private next = 0;
  private indent = 0;
  private blank = false;
  private matched = 0;

  constructor(private readonly text: string) {}

  scan(from: number): void {
    const { text } = this;
    let newline = text.indexOf('\n', from);
    let carriageReturn = text.indexOf('\r', from);
    let start = from;
    while (start < text.length) {
      if (newline >= 0 && newline < start) newline = text.indexOf('\n', start);
      if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = text.indexOf('\r', start);
      let end = newline < 0 ? text.length : newline;
      let after = end + 1;
      if (carriageReturn >= 0 && carriageReturn < end) {
        end = carriageReturn;
        after = end + 1 === newline ? end + 2 : end + 1;
      }
      this.line(start, end);
      start = after;
    }
    this.matched = 0;
    this.closeUnmatched();
    this.closeLeaf();
  }

  private line(start: number, end: number): void {
    if (start === end && this.containers.length === 0 && this.endsAtBlank()) return;
    this.lineStart = this.at = start;
    this.lineEnd = end;
    this.column = 0;
    const continued = this.matchContainers();
    if (continued && this.leaf && this.continueLeaf(this.leaf)) return;
    if (this.startBlocks(continued)) return;
    if (!this.blank) {
      this.addText();
      return;
    }
    this.closeUnmatched();
    if (this.leaf?.kind === 'paragraph' || this.leaf?.kind === 'table') this.closeLeaf();
    if (this.containers.at(-1)?.kind === 'quote') this.lastEnd = this.lineEnd;
  }

  /** The quick way for the commonest of lines: an empty one at the top level. False where code or HTML is open. */
  private endsAtBlank(): boolean {
    const { leaf } = this;
    if (leaf && leaf.kind !== 'paragraph' && leaf.kind !== 'table') return false;
    this.closeLeaf();
    return true;
  }

  /** True where every open quote and list item goes on in this line. */
  private matchContainers(): boolean {
    this.matched = 0;
    for (const container of this.containers) {
      if (container.kind === 'list') {
        this.matched += 1;
        continue;
      }
      this.measure();
      if (container.kind === 'quote') {
        if (this.indent > 3 || this.blank || this.text.charCodeAt(this.next) !== 62) return false;
        this.enterQuote();
      } else if (this.blank) {
        const isEmptyItem = this.blocks.at(-1) === container;
        if (isEmptyItem) return false;
      } else {
        const wanted = this.indents[this.matched] ?? 0;
        if (this.indent < wanted) return false;
        this.advance(wanted);
      }
      this.matched += 1;
    }
    this.measure();
    return true;
  }

  private enterQuote(): void {
    this.column += this.indent + 1;
    this.at = this.next + 1;
    const code = this.at < this.lineEnd ? this.text.charCodeAt(this.at) : 0;
    if (code === space || code === tab) this.advance(1);
  }

  /** True where the line belongs to the open code or HTML. */
  private continueLeaf(leaf: OpenBlock): boolean {
    switch (leaf.kind) {
      case 'fence':
        if (this.indent <= 3 && !this.blank && this.closesFence(leaf)) this.leaf = undefined;
        this.extend(leaf);
        return true;
      case 'html':
        if (this.blank && this.htmlEnd < 0) {
          this.closeLeaf();
          return false;
        }
        this.extend(leaf);
        if (this.htmlEnd >= 0 && this.htmlEnd < this.lineEnd) this.closeLeaf();
        return true;
      case 'code':
        if (this.blank) return true;
        if (this.indent >= 4) {
          this.extend(leaf);
          return true;
        }
        this.closeLeaf();
        return false;
      default:
        return false;
    }
  }

  private closesFence(fence: OpenBlock): boolean {
    let at = this.next;
    while (at < this.lineEnd && this.text.charCodeAt(at) === this.fenceMark) at += 1;
    return at - this.next >= fence.level && this.isBlankFrom(at);
  }

  private extend(block: OpenBlock): void {
    block.end = this.lastEnd = this.lineEnd;
  }

  /** Opens what starts in this line. True where nothing of the line is left as text. */
  private startBlocks(continued: boolean): boolean {
    let opened = false;
    for (;;) {
      const paragraph = !opened && this.leaf?.kind === 'paragraph' ? this.leaf : undefined;
      const interrupted = continued ? paragraph : undefined;
      // The first time the line has been measured while its containers were matched.
      if (opened) this.measure();
      if (this.blank) return opened;
      if (this.indent >= 4) {
        if (paragraph) return false;
        this.openLeaf('code');
        return true;
      }
      const code = this.text.charCodeAt(this.next);
      if (code === 62) {
        if (this.containers.length >= deepest) return false;
        this.openQuote();
        opened = true;
        continue;
      }
      if (interrupted && (code === 45 || code === 124 || code === 58) && this.startTable(interrupted)) return true;
      if (code === 35 ? this.startHeading() : code === 96 || code === 126 ? this.startFence(code) : code === 60 ? this.startHtml(interrupted) : false) return true;
      if (interrupted && (code === 45 || code === 61) && this.underline(interrupted, code)) return true;
      if ((code === 45 || code === 42 || code === 95) && this.startRule(code)) return true;
      if (this.containers.length < deepest && this.startItem(code, interrupted !== undefined)) {
        opened = true;
        continue;
      }
      return false;
    }
  }

  private openQuote(): void {
    this.closeUnmatched();
    this.closeLeaf();
    if (this.containers.at(-1)?.kind === 'list') this.closeContainer();
    const block = this.add('quote', 0);
    this.enterQuote();
    block.textStart = this.at;
    this.open(block, 0);
  }

  private startHeading(): boolean {
    let at = this.next;
    while (at < this.lineEnd && this.text.charCodeAt(at) === 35) at += 1;
    const level = at - this.next;
    if (level > 6 || (at < this.lineEnd && !this.isSpace(at))) return false;
    const block = this.openLeaf('heading', level);
    while (at < this.lineEnd && this.isSpace(at)) at += 1;
    let end = this.lineEnd;
    while (end > at && this.isSpace(end - 1)) end -= 1;
    let closing = end;
    while (closing > at && this.text.charCodeAt(closing - 1) === 35) closing -= 1;
    if (closing === at || this.isSpace(closing - 1)) {
      end = closing;
      while (end > at && this.isSpace(end - 1)) end -= 1;
    }
    block.textStart = at;
    block.textEnd = end;
    this.leaf = undefined;
    this.afterTag = false;
    return true;
  }

  private startFence(mark: number): boolean {
    let at = this.next;
    while (at < this.lineEnd && this.text.charCodeAt(at) === mark) at += 1;
    const length = at - this.next;
    if (length < 3) return false;
    if (mark === 96) {
      for (let i = at; i < this.lineEnd; i += 1) if (this.text.charCodeAt(i) === 96) return false;
    }
    const block = this.openLeaf('fence', length);
    while (at < this.lineEnd && this.isSpace(at)) at += 1;
    let end = this.lineEnd;
    while (end > at && this.isSpace(end - 1)) end -= 1;
    block.textStart = at;
    block.textEnd = end;
    this.fenceMark = mark;
    return true;
  }

  private startHtml(interrupted: OpenBlock | undefined): boolean {
    const condition = htmlBlockStart(this.text, this.next, this.lineEnd, interrupted === undefined && !(this.leaf?.kind === 'paragraph'));
    if (condition === 0) return false;
    const block = this.openLeaf('html');
    this.htmlEnd = this.closeOfHtml(condition, this.next + 1);
    this.extend(block);
    if (this.htmlEnd >= 0 && this.htmlEnd < this.lineEnd) this.closeLeaf();
    return true;
  }

  /** Offset of what closes the block, `Infinity` where nothing does, -1 where a blank line does. Each text is searched once, however many blocks ask. */
  private closeOfHtml(condition: HtmlCondition, from: number): number {
    if (condition >= 6) return -1;
    this.htmlCloses ??= new Map();
    const known = this.htmlCloses.get(condition);
    if (known !== undefined && known >= from) return known;
    const found = closingOf(this.text, condition, from);
    this.htmlCloses.set(condition, found);
    return found;
  }

  private underline(paragraph: OpenBlock, mark: number): boolean {
    let at = this.next;
    while (at < this.lineEnd && this.text.charCodeAt(at) === mark) at += 1;
    if (!this.isBlankFrom(at) || (mark === 45 && this.afterTag)) return false;
    const text = definitionsEnd(this.text, paragraph.textStart, paragraph.end);
    if (text >= paragraph.end) return false;
    paragraph.kind = 'heading';
    paragraph.level = mark === 61 ? 1 : 2;
    paragraph.textStart = text;
    paragraph.underlined = true;
    this.extend(paragraph);
    this.leaf = undefined;
    this.afterTag = false;
    return true;
  }

  private startRule(mark: number): boolean {
    let marks = 0;
    for (let at = this.next; at < this.lineEnd; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === mark) marks += 1;
      else if (code !== space && code !== tab) return false;
    }
    if (marks < 3) return false;
    this.openLeaf('rule');
    this.leaf = undefined;
    this.afterTag = false;
    return true;
  }

  private startTable(paragraph: OpenBlock): boolean {
    const cells = cellsInRow(this.text, this.lastLineStart, paragraph.end);
    if (cells === 0 || cells !== cellsInDelimiterRow(this.text, this.next, this.lineEnd)) return false;
    if (paragraph.textStart === this.lastLineStart) {
      paragraph.kind = 'table';
      this.extend(paragraph);
      return true;
    }
    let end = this.lastLineStart;
    while (end > paragraph.textStart && this.isSpaceOrBreak(end - 1)) end -= 1;
    paragraph.end = paragraph.textEnd = end;
    this.closeLeaf();
    const table = this.add('table', 0);
    table.start = table.textStart = this.lastLineStart;
    this.leaf = table;
    this.extend(table);
    return true;
  }

  private startItem(code: number, interrupts: boolean): boolean {
    let at = this.next;
    if (code === 42 || code === 43 || code === 45) at += 1;
    else if (!isDigit(code)) return false;
    else {
      while (at < this.lineEnd && at - this.next < 10 && isDigit(this.text.charCodeAt(at))) at += 1;
      const digits = at - this.next;
      const delimiter = at < this.lineEnd ? this.text.charCodeAt(at) : 0;
      if (digits === 0 || digits > 9 || (delimiter !== 41 && delimiter !== 46)) return false;
      if (interrupts && Number(this.text.slice(this.next, at)) !== 1) return false;
      at += 1;
    }
    if (at < this.lineEnd && !this.isSpace(at)) return false;
    if (interrupts && this.isBlankFrom(at)) return false;
    this.openItem(at, this.text.charCodeAt(at - 1));
    return true;
  }

  private openItem(markerEnd: number, marker: number): void {
    this.closeUnmatched();
    this.closeLeaf();
    const list = this.containers.at(-1);
    if (list?.kind !== 'list' || list.level !== marker) {
      if (list?.kind === 'list') this.closeContainer();
      this.open(this.add('list', marker), 0);
    }
    const item = this.add('item', marker);
    const markerIndent = this.indent;
    const markerLength = markerEnd - this.next;
    const column = this.column + markerIndent + markerLength;
    this.at = markerEnd;
    this.column = column;
    this.measure();
    const padding = this.blank || this.indent >= 5 ? 1 : this.indent;
    item.textStart = this.blank ? this.lineEnd : this.next;
    if (!this.blank) this.advance(padding);
    this.open(item, markerIndent + markerLength + padding);
  }

  private open(container: OpenBlock, indent: number): void {
    this.containers.push(container);
    this.indents.push(indent);
    this.matched = this.containers.length;
  }

  /** Adds the rest of the line to the open paragraph or table, or opens a paragraph. */
  private addText(): void {
    const lazy = this.matched < this.containers.length && this.leaf?.kind === 'paragraph';
    if (!lazy) this.closeUnmatched();
    let leaf = this.leaf;
    if (leaf?.kind !== 'paragraph' && leaf?.kind !== 'table') {
      leaf = this.openLeaf('paragraph');
      leaf.textStart = this.next;
    }
    this.lastLineStart = this.next;
    this.extend(leaf);
    leaf.textEnd = leaf.end;
    if (leaf.kind === 'paragraph') this.noticeCardLine(lazy);
  }

  private noticeCardLine(lazy: boolean): void {
    const code = this.text.charCodeAt(this.lineStart);
    if ((code === 81 || code === 65 || code === 67) && this.text.charCodeAt(this.lineStart + 1) === 58) {
      this.tagLines.push(this.lineStart);
      this.afterTag = true;
    } else if (this.text.charCodeAt(this.next) === 63 && (lazy || this.containers.length === 0)) {
      const second = this.next + 1 < this.lineEnd && this.text.charCodeAt(this.next + 1) === 63;
      if (this.isBlankFrom(this.next + (second ? 2 : 1))) this.markLines.push(this.lineStart);
    }
  }

  private openLeaf(kind: BlockKind, level = 0): OpenBlock {
    this.closeUnmatched();
    this.closeLeaf();
    if (this.containers.at(-1)?.kind === 'list') this.closeContainer();
    this.leaf = this.add(kind, level);
    return this.leaf;
  }

  private add(kind: BlockKind, level: number): OpenBlock {
    const depth = this.containers.length;
    const start = depth === 0 ? this.lineStart : this.at;
    const block = { kind, index: this.blocks.length, depth, start, end: this.lineEnd, level, textStart: start, textEnd: this.lineEnd, underlined: false };
    this.blocks.push(block);
    this.lastEnd = this.lineEnd;
    return block;
  }

  private closeUnmatched(): void {
    if (this.matched < this.containers.length) this.closeLeaf();
    while (this.containers.length > this.matched) this.closeContainer();
  }

  private closeContainer(): void {
    const container = this.containers.pop();
    this.indents.pop();
    if (container) container.end = container.textEnd = this.lastEnd;
    this.matched = Math.min(this.matched, this.containers.length);
  }

  private closeLeaf(): void {
    const { leaf } = this;
    if (!leaf) return;
    this.leaf = undefined;
    if (leaf.kind !== 'paragraph' || this.text.charCodeAt(leaf.textStart) !== 91) return;
    const text = definitionsEnd(this.text, leaf.textStart, leaf.end);
    if (text >= leaf.end) leaf.kind = 'definitions';
    else leaf.textStart = text;
  }

  private measure(): void {
    let at = this.at;
    let column = this.column;
    for (; at < this.lineEnd; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === space) column += 1;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    this.next = at;
    this.indent = column - this.column;
    this.blank = at >= this.lineEnd;
  }

  /** Steps over columns of white space; may stop in the middle of a tab. */
  private advance(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.lineEnd) {
      if (this.text.charCodeAt(this.at) !== tab) {
        this.column += 1;
        this.at += 1;
        left -= 1;
        continue;
      }
      const width = 4 - (this.column % 4);
      this.column += Math.min(width, left);
      if (width <= left) this.at += 1;
      left -= width;
    }
  }

  private isSpace(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === space || code === tab;
  }

  private isSpaceOrBreak(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === space || code === tab || code === 10 || code === 13;
  }

  private isBlankFrom(from: number): boolean {
    for (let at = from; at < this.lineEnd; at += 1) if (!this.isSpace(at)) return false;
    return true;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
