import type { Block, BlockScan } from './blocks';
import type { CardForm, CardKind, TextRange } from './note';

/** More are not written by a person, and no quiz can use them. */
export const mostCards = 5000;

/** A card before it has its id: the rules for ids look at all cards of a note. */
export interface CardDraft {
  readonly form: CardForm;
  readonly kind: CardKind;
  readonly front: string;
  readonly range: TextRange;
  readonly cuts?: readonly TextRange[];
  /** What the hash is made of. */
  readonly answer: readonly TextRange[];
  readonly id?: WrittenId;
  readonly parent?: CardDraft;
  /** Cards of one block share its id and front, and differ by a suffix such as `/r`. */
  readonly sibling?: { readonly block: SiblingBlock; readonly suffix: string };
}

export interface SiblingBlock {
  /** What a derived id is made of. */
  readonly front: string;
  readonly range: TextRange;
}

export interface WrittenId {
  /** As written. */
  readonly text: string;
  /** With what marks it: ` ^id` or the comment. */
  readonly range: TextRange;
}

/** A text as the card rules see it. */
export interface CardText {
  readonly text: string;
  readonly scan: BlockScan;
  /** The blocks at depth 0, in order, with their index in `scan.blocks`. */
  readonly top: readonly TopBlock[];
}

export interface TopBlock {
  readonly block: Block;
  readonly index: number;
}

export function cardText(text: string, scan: BlockScan): CardText {
  const top: TopBlock[] = [];
  scan.blocks.forEach((block, index) => {
    if (block.depth === 0) top.push({ block, index });
  });
  return { text, scan, top };
}
