/**
 * Splits Markdown into blocks the way CommonMark 0.31 and GitHub's tables do, in one pass over the lines.
 * It keeps offsets only, so that a note of any size costs one small object per block.
 */
import { BlockScanner } from './blockScanner';

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

export function scanBlocks(text: string, from = 0): BlockScan {
  const scanner = new BlockScanner(text);
  scanner.scan(from);
  return scanner;
}
