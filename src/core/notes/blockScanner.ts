import { afterSpaces, closesFence, fenceLength, headingEnd, headingLevel, isBlankFrom, isRule, isUnderline, itemMarkerEnd, withoutSpaces } from './blockSyntax';
import type { Block, BlockKind, BlockScan } from './blocks';
import { closingOf, htmlBlockStart, type HtmlCondition } from './htmlBlock';
import { LineCursor } from './lineCursor';
import { definitionsEnd } from './linkDefinition';
import { cellsInDelimiterRow, cellsInRow } from './tableRow';

/**
 * A class, as all that is made many times for each note and thrown away with it: of object literals V8 learns how long they live, and where
 * it once meets a hundred of them in use, all that come later go where only a full collection finds them, and their texts with them. A cold
 * start took a third longer whenever that happened (seen with `%InYoungGeneration` in Node 20).
 */
class OpenBlock implements Block {
  textStart: number;
  textEnd: number;
  underlined = false;

  constructor(
    public kind: BlockKind,
    readonly index: number,
    readonly depth: number,
    public start: number,
    public end: number,
    public level: number,
  ) {
    this.textStart = start;
    this.textEnd = end;
  }
}

/** As markdown-it's default. Deeper marks are text. */
const deepest = 100;

/** CommonMark's first phase: each line goes on with the open blocks it belongs to, closes the others, and opens new ones. */
export class BlockScanner implements BlockScan {
  readonly blocks: OpenBlock[] = [];
  readonly tagLines: number[] = [];
  readonly markLines: number[] = [];

  /** Open quotes, lists and items, outermost first, and the columns an item's lines must be indented by. */
  private readonly containers: OpenBlock[] = [];
  private readonly indents: number[] = [];
  /** How many of them the current line belongs to. */
  private matched = 0;
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
  private readonly line: LineCursor;

  constructor(private readonly text: string) {
    this.line = new LineCursor(text);
  }

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
      this.readLine(start, end);
      start = after;
    }
    this.matched = 0;
    this.closeUnmatched();
    this.closeLeaf();
  }

  private readLine(start: number, end: number): void {
    if (start === end && this.containers.length === 0 && this.endsAtBlank()) return;
    const { line } = this;
    line.begin(start, end);
    const continued = this.matchContainers();
    if (continued && this.leaf && this.continueLeaf(this.leaf)) return;
    if (this.startBlocks(continued)) return;
    if (!line.isBlank) {
      this.addText();
      return;
    }
    this.closeUnmatched();
    if (this.leaf?.kind === 'paragraph' || this.leaf?.kind === 'table') this.closeLeaf();
    if (this.containers.at(-1)?.kind === 'quote') this.lastEnd = line.end;
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
    const { line } = this;
    this.matched = 0;
    for (const container of this.containers) {
      if (container.kind === 'list') {
        this.matched += 1;
        continue;
      }
      line.measure();
      if (container.kind === 'quote') {
        if (line.indent > 3 || line.isBlank || this.text.charCodeAt(line.next) !== 62) return false;
        line.enterQuote();
      } else if (line.isBlank) {
        const isEmptyItem = this.blocks.at(-1) === container;
        if (isEmptyItem) return false;
      } else {
        const wanted = this.indents[this.matched] ?? 0;
        if (line.indent < wanted) return false;
        line.advance(wanted);
      }
      this.matched += 1;
    }
    line.measure();
    return true;
  }

  /** True where the line belongs to the open code or HTML. */
  private continueLeaf(leaf: OpenBlock): boolean {
    const { text, line } = this;
    switch (leaf.kind) {
      case 'fence':
        if (line.indent <= 3 && !line.isBlank && closesFence(text, line.next, line.end, this.fenceMark, leaf.level)) this.leaf = undefined;
        this.extend(leaf);
        return true;
      case 'html':
        if (line.isBlank && this.htmlEnd < 0) {
          this.closeLeaf();
          return false;
        }
        this.extend(leaf);
        if (this.htmlEnd >= 0 && this.htmlEnd < line.end) this.closeLeaf();
        return true;
      case 'code':
        if (line.isBlank) return true;
        if (line.indent >= 4) {
          this.extend(leaf);
          return true;
        }
        this.closeLeaf();
        return false;
      default:
        return false;
    }
  }

  private extend(block: OpenBlock): void {
    block.end = this.lastEnd = this.line.end;
  }

  /** Opens what starts in this line. True where nothing of the line is left as text. */
  private startBlocks(continued: boolean): boolean {
    const { line } = this;
    let opened = false;
    for (;;) {
      const paragraph = !opened && this.leaf?.kind === 'paragraph' ? this.leaf : undefined;
      const interrupted = continued ? paragraph : undefined;
      // The first time the line has been measured while its containers were matched.
      if (opened) line.measure();
      if (line.isBlank) return opened;
      if (line.indent >= 4) {
        if (paragraph) return false;
        this.openLeaf('code');
        return true;
      }
      const code = this.text.charCodeAt(line.next);
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
      if (this.containers.length < deepest && this.startItem(interrupted !== undefined)) {
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
    this.line.enterQuote();
    block.textStart = this.line.at;
    this.open(block, 0);
  }

  private startHeading(): boolean {
    const { text, line } = this;
    const level = headingLevel(text, line.next, line.end);
    if (level === 0) return false;
    const block = this.openLeaf('heading', level);
    block.textStart = afterSpaces(text, line.next + level, line.end);
    block.textEnd = headingEnd(text, block.textStart, line.end);
    this.leaf = undefined;
    this.afterTag = false;
    return true;
  }

  private startFence(mark: number): boolean {
    const { text, line } = this;
    const length = fenceLength(text, line.next, line.end, mark);
    if (length === 0) return false;
    const block = this.openLeaf('fence', length);
    block.textStart = afterSpaces(text, line.next + length, line.end);
    block.textEnd = withoutSpaces(text, block.textStart, line.end);
    this.fenceMark = mark;
    return true;
  }

  private startHtml(interrupted: OpenBlock | undefined): boolean {
    const { line } = this;
    const condition = htmlBlockStart(this.text, line.next, line.end, interrupted === undefined && !(this.leaf?.kind === 'paragraph'));
    if (condition === 0) return false;
    const block = this.openLeaf('html');
    this.htmlEnd = this.closeOfHtml(condition, line.next + 1);
    this.extend(block);
    if (this.htmlEnd >= 0 && this.htmlEnd < line.end) this.closeLeaf();
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
    if (!isUnderline(this.text, this.line.next, this.line.end, mark) || (mark === 45 && this.afterTag)) return false;
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
    if (!isRule(this.text, this.line.next, this.line.end, mark)) return false;
    this.openLeaf('rule');
    this.leaf = undefined;
    this.afterTag = false;
    return true;
  }

  private startTable(paragraph: OpenBlock): boolean {
    const { text, line } = this;
    const cells = cellsInRow(text, this.lastLineStart, paragraph.end);
    if (cells === 0 || cells !== cellsInDelimiterRow(text, line.next, line.end)) return false;
    if (paragraph.textStart === this.lastLineStart) {
      paragraph.kind = 'table';
      this.extend(paragraph);
      return true;
    }
    let end = this.lastLineStart;
    while (end > paragraph.textStart && isSpaceOrBreak(text.charCodeAt(end - 1))) end -= 1;
    paragraph.end = paragraph.textEnd = end;
    this.closeLeaf();
    const table = this.add('table', 0);
    table.start = table.textStart = this.lastLineStart;
    this.leaf = table;
    this.extend(table);
    return true;
  }

  private startItem(interrupts: boolean): boolean {
    const { text, line } = this;
    const markerEnd = itemMarkerEnd(text, line.next, line.end, interrupts);
    if (markerEnd < 0) return false;
    const marker = text.charCodeAt(markerEnd - 1);
    this.closeUnmatched();
    this.closeLeaf();
    const list = this.containers.at(-1);
    if (list?.kind !== 'list' || list.level !== marker) {
      if (list?.kind === 'list') this.closeContainer();
      this.open(this.add('list', marker), 0);
    }
    const item = this.add('item', marker);
    const width = line.indent + markerEnd - line.next;
    line.enterItem(markerEnd);
    line.measure();
    const padding = line.isBlank || line.indent >= 5 ? 1 : line.indent;
    item.textStart = line.isBlank ? line.end : line.next;
    if (!line.isBlank) line.advance(padding);
    this.open(item, width + padding);
    return true;
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
      leaf.textStart = this.line.next;
    }
    this.lastLineStart = this.line.next;
    this.extend(leaf);
    leaf.textEnd = leaf.end;
    if (leaf.kind === 'paragraph') this.noticeCardLine(lazy);
  }

  private noticeCardLine(lazy: boolean): void {
    const { text, line } = this;
    const code = text.charCodeAt(line.start);
    if ((code === 81 || code === 65 || code === 67) && text.charCodeAt(line.start + 1) === 58) {
      this.tagLines.push(line.start);
      this.afterTag = true;
    } else if (text.charCodeAt(line.next) === 63 && (lazy || this.containers.length === 0)) {
      const second = line.next + 1 < line.end && text.charCodeAt(line.next + 1) === 63;
      if (isBlankFrom(text, line.next + (second ? 2 : 1), line.end)) this.markLines.push(line.start);
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
    const { line } = this;
    const depth = this.containers.length;
    const start = depth === 0 ? line.start : line.at;
    const block = new OpenBlock(kind, this.blocks.length, depth, start, line.end, level);
    this.blocks.push(block);
    this.lastEnd = line.end;
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
}

function isSpaceOrBreak(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
