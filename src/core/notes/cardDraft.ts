import type { Block, BlockScan } from './blocks';
import type { CardForm, CardKind, TextRange } from './note';

/** More are not written by a person, and no quiz can use them. */
export const mostCards = 5000;

/** A card before it has its id: the rules for ids look at all cards of a note. */
export interface CardDraft {
  readonly form: CardForm;
  readonly kind: CardKind;
  readonly front: string;
  /** Of the front, where it has been built already. */
  readonly slug?: string;
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
  /** The blocks at depth 0, in order. */
  readonly top: readonly Block[];
}

export function cardText(text: string, scan: BlockScan): CardText {
  return { text, scan, top: scan.blocks.filter(({ depth }) => depth === 0) };
}
