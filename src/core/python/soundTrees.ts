import { Tree, type TreeBuffer } from '@lezer/common';

/** Which trees hold no error. Parts that were looked at before, and are reused in a later tree, are not looked at again. */
export class SoundTrees {
  private readonly known = new WeakSet<Tree>();

  /** Whether no error starts before this offset. Where a parse was stopped, the parser notes errors of its own. */
  includes(tree: Tree, end: number): boolean {
    return this.errorBefore(tree, end) === undefined;
  }

  /** Where the first error of the tree is that starts before `end`, both counted from the tree's start. */
  private errorBefore(tree: Tree, end: number): number | undefined {
    if (this.known.has(tree)) return undefined;
    if (tree.type.isError) return 0;
    let isSound = true;
    for (const [at, child] of tree.children.entries()) {
      const from = tree.positions[at] ?? 0;
      const error = child instanceof Tree ? this.errorBefore(child, Infinity) : errorInBuffer(child);
      if (error === undefined) continue;
      if (from + error < end) return from + error;
      isSound = false;
    }
    if (isSound) this.known.add(tree);
    return undefined;
  }
}

/** A buffer holds four numbers per node: type, start, end, where its children end. */
function errorInBuffer({ buffer, set }: TreeBuffer): number | undefined {
  for (let at = 0; at < buffer.length; at += 4) {
    if (set.types[buffer[at] ?? 0]?.isError) return buffer[at + 1];
  }
  return undefined;
}
