import { type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';

/** Replaced text, as editors report it: offsets count UTF-16 units of the text before all changes of the same edit. */
export interface TextChange {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

/** How many steps of the parser pass between two looks at the clock: about 0.1 ms. */
const stepsPerLook = 64;

export function parsePython(text: string): Tree {
  return parser.parse(text);
}

/** One text being parsed, edited and parsed again. What an edit left alone is not parsed twice. */
export class PythonParse {
  private parse: PartialParse | undefined;
  private finished: Tree | undefined;
  private fragments: readonly TreeFragment[] = [];

  constructor(private content: string) {}

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
    this.parse ??= parser.startParse(this.content, this.fragments);
    for (let step = 1; ; step++) {
      const tree = this.parse.advance();
      if (tree) {
        this.finish(tree);
        return true;
      }
      if (step % stepsPerLook === 0 && isOver()) return false;
    }
  }

  /**
   * Takes over edits, each made on the text that the one before it left. `text` is the whole text after the last one; edits that
   * do not lead there, or none, mean a full parse.
   */
  edit(text: string, edits: readonly (readonly TextChange[])[]): void {
    this.keepProgress();
    this.finished = undefined;
    const grown = edits.flat().reduce((sum, change) => sum + change.inserted - change.removed, 0);
    const fits = edits.length > 0 && this.content.length + grown === text.length;
    this.fragments = fits ? edits.reduce((kept, changes) => TreeFragment.applyChanges(kept, changedRanges(changes)), this.fragments) : [];
    this.content = text;
  }

  private finish(tree: Tree): void {
    this.finished = tree;
    this.fragments = TreeFragment.addTree(tree);
    this.parse = undefined;
  }

  /** An edit in the middle of a long parse must not send it back to the start. */
  private keepProgress(): void {
    const parse = this.parse;
    if (!parse) return;
    this.parse = undefined;
    parse.stopAt(parse.parsedPos);
    let tree = parse.advance();
    while (!tree) tree = parse.advance();
    this.fragments = TreeFragment.addTree(tree, this.fragments, true);
  }
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
