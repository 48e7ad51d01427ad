import { type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { SoundTrees } from './soundTrees';

/** Replaced text, as editors report it: offsets count UTF-16 units of the text before all changes of the same edit. */
export interface TextChange {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

/** How many steps of the parser pass between two looks at the clock: about 0.1 ms. */
const stepsPerLook = 64;

/**
 * A text longer than this (UTF-16 units) is parsed part by part: the parser's last step builds the tree in one go, which takes 20 ms and more
 * per million units, but reuses the tree of the parts before.
 */
const usualPart = 200_000;

export function parsePython(text: string): Tree {
  return parser.parse(text);
}

/** One text being parsed, edited and parsed again. What an edit left alone is not parsed twice. */
export class PythonParse {
  private parse: PartialParse | undefined;
  private finished: Tree | undefined;
  /**
   * What the next parse may reuse: only ever of trees without errors. A tree with an error holds nodes that were parsed under a wrong
   * indentation, and the parser would reuse them where that indentation is right (after one edit in twenty, in a file of 3,000 lines).
   */
  private fragments: readonly TreeFragment[] = [];
  private readonly sound = new SoundTrees();
  /** Where the present parse is to stop; the text's length if it is the last. */
  private stop = 0;
  /** A part turned out to have an error, so the rest is parsed in one go. */
  private hasError = false;
  /** Where a part ended inside a string or statement and could not be kept: the next one goes beyond. */
  private inVain = 0;

  constructor(
    private content: string,
    private readonly part = usualPart,
  ) {}

  get text(): string {
    return this.content;
  }

  /** The tree of the present text, or `undefined` until `advance` has come to its end. */
  get tree(): Tree | undefined {
    return this.finished;
  }

  /** Parses on until the end or until `isOver` says so; true at the end. Going on later takes up where this stopped. */
  advance(isOver: () => boolean): boolean {
    if (this.finished) return true;
    this.parse ??= this.nextPart();
    for (let step = 1; ; step++) {
      const tree = this.parse.advance();
      if (tree && this.stop < this.content.length) {
        this.keepPart(tree);
        this.parse = this.nextPart();
      } else if (tree) {
        this.finish(tree);
        return true;
      }
      if ((tree || step % stepsPerLook === 0) && isOver()) return false;
    }
  }

  /**
   * Takes over edits, each made on the text that the one before it left. `text` is the whole text after the last one; edits that
   * do not lead there, or none, mean a full parse.
   */
  edit(text: string, edits: readonly (readonly TextChange[])[]): void {
    this.parse = undefined;
    this.finished = undefined;
    this.hasError = false;
    this.inVain = 0;
    const grown = edits.flat().reduce((sum, change) => sum + change.inserted - change.removed, 0);
    const fits = edits.length > 0 && this.content.length + grown === text.length;
    const kept = fits ? edits.reduce((before, changes) => TreeFragment.applyChanges(before, changedRanges(changes)), this.fragments) : [];
    this.fragments = kept.map(withOpenEnd);
    this.content = text;
  }

  private nextPart(): PartialParse {
    const known = this.fragments.at(-1)?.to ?? 0;
    this.stop = this.hasError ? this.content.length : lineOutsideBlocks(this.content, Math.max(known, this.inVain) + this.part);
    const parse = parser.startParse(this.content, this.fragments);
    if (this.stop < this.content.length) parse.stopAt(this.stop);
    return parse;
  }

  private keepPart(tree: Tree): void {
    // In the middle of anything, the parser would mark all around it with the indentation inside.
    const isBetweenStatements = tree.topNode.childAfter(this.stop)?.from === this.stop;
    if (!isBetweenStatements) this.inVain = this.stop;
    else if (this.sound.includes(tree, this.stop)) this.fragments = TreeFragment.addTree(tree, this.fragments, true);
    else this.hasError = true;
  }

  private finish(tree: Tree): void {
    this.finished = tree;
    this.parse = undefined;
    if (this.sound.includes(tree, tree.length + 1)) this.fragments = TreeFragment.addTree(tree);
  }
}

/** Moving a fragment forgets that its last node may be unfinished, as that of a part is. */
function withOpenEnd({ from, to, tree, offset, openStart }: TreeFragment): TreeFragment {
  return new TreeFragment(from, to, tree, offset, openStart, true);
}

/** The first line at or after this offset that may start a statement outside all blocks; the text's length if there is none. */
function lineOutsideBlocks(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const line = /[\n\r][A-Za-z_@]/g;
  line.lastIndex = from;
  const found = line.exec(text);
  return found ? found.index + 1 : text.length;
}

/** In ascending order, with the places after the edit beside the places before it. */
function changedRanges(changes: readonly TextChange[]) {
  let shift = 0;
  return [...changes]
    .sort((left, right) => left.offset - right.offset)
    .map(({ offset, removed, inserted }) => {
      const range = { fromA: offset, toA: offset + removed, fromB: offset + shift, toB: offset + shift + inserted };
      shift += inserted - removed;
      return range;
    });
}
