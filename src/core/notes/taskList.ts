import type { Block } from './blocks';

/** A class for the reason told in blockScanner.ts. */
export class TaskItem {
  /** Offset of the text behind `[x] `. */
  readonly textStart: number;

  constructor(
    readonly item: Block,
    readonly done: boolean,
  ) {
    this.textStart = item.textStart + 4;
  }
}

/** The items of the list at `index`, or `undefined` where it is no task list. */
export function taskItems(text: string, blocks: readonly Block[], index: number): readonly TaskItem[] | undefined {
  const list = blocks[index];
  if (list?.kind !== 'list') return undefined;
  const items: TaskItem[] = [];
  for (let i = index + 1; i < blocks.length; i += 1) {
    const item = blocks[i];
    if (!item || item.depth <= list.depth) break;
    if (item.depth !== list.depth + 1) continue;
    if (!isTask(text, item)) return undefined;
    items.push(new TaskItem(item, text.charAt(item.textStart + 1) !== ' '));
  }
  return items;
}

/** Whether these are the options of a multiple choice: at least one right and one wrong. All open or all done is a to-do list. */
export function areOptions(items: readonly TaskItem[]): boolean {
  return items.some(({ done }) => done) && items.some(({ done }) => !done);
}

export function isTask(text: string, item: Block): boolean {
  const { textStart: at, end } = item;
  if (end < at + 4 || text.charCodeAt(at) !== 91 || text.charCodeAt(at + 2) !== 93) return false;
  return ' xX'.includes(text.charAt(at + 1)) && ' \t'.includes(text.charAt(at + 3));
}
