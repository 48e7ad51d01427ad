import type { CardDraft } from './cardDraft';
import type { Card, NoteProblem } from './note';
import { exactList, ownText } from './ownText';
import { anchorOf } from './slug';
import { textHash } from './textHash';

/**
 * Gives each card its anchor: the id its author wrote, else a slug. Equal slugs get digits of their answers' hashes, all of them:
 * numbers in the order of the text would hand one card's history to another when a third is put between them.
 */
export function anchoredCards(noteId: string, text: string, drafts: readonly CardDraft[], problems: NoteProblem[]): readonly Card[] {
  if (drafts.length === 0) return none;
  const bases = basesOf(text, drafts, problems);
  const prefix = `${noteId}#`;
  const cards: Card[] = [];
  for (const draft of drafts) {
    const base = bases.get(blockOf(draft));
    if (!base) continue;
    const { form, kind, range, cuts } = draft;
    const anchor = draft.sibling ? ownText(base.anchor + draft.sibling.suffix) : base.anchor;
    const { explicit, hash: answerHash = textHash(text, draft.answer) } = base;
    const id = prefix + anchor;
    const front = form === 'heading' ? draft.front : ownText(draft.front);
    const parent = draft.parent && bases.get(draft.parent)?.anchor;
    // Only properties that are needed, in a literal where they are common: a library holds a hundred thousand of these.
    const card: { -readonly [K in keyof Card]: Card[K] } =
      parent === undefined ? { id, anchor, explicit, kind, front, range, answerHash } : { id, anchor, explicit, kind, front, range, answerHash, parent };
    if (form !== 'heading') card.form = form;
    if (cuts) card.cuts = cuts;
    cards.push(card);
  }
  return exactList(cards);
}

/** What the anchors of a block's cards start with. A class for the reason told in blockScanner.ts. */
class Base {
  /** Of the answer, where it was needed for the anchor. */
  hash: string | undefined;

  constructor(
    public anchor: string,
    readonly explicit: boolean,
  ) {}
}

/** The first cards of their blocks decide. A block without a base repeats another. */
function basesOf(text: string, drafts: readonly CardDraft[], problems: NoteProblem[]): ReadonlyMap<object, Base> {
  const bases = new Map<object, Base>();
  const anchors = new Set<string>();
  addWrittenIds(drafts, bases, anchors, problems);
  const derived: CardDraft[] = [];
  let hasEqual = false;
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (bases.has(block)) continue;
    const anchor = draft.sibling ? anchorOf(draft.sibling.block.front) : anchorOf(draft.front, draft.slug);
    bases.set(block, new Base(anchor, false));
    derived.push(draft);
    hasEqual ||= anchors.has(anchor);
    anchors.add(anchor);
  }
  if (hasEqual) makeDistinct(text, derived, bases, problems);
  return bases;
}

function makeDistinct(text: string, derived: readonly CardDraft[], bases: Map<object, Base>, problems: NoteProblem[]): void {
  const times = new Map<string, number>();
  for (const { anchor } of bases.values()) times.set(anchor, (times.get(anchor) ?? 0) + 1);
  // Taken are the ids that authors wrote, then what this loop gives away.
  const taken = new Set<string>();
  for (const { anchor, explicit } of bases.values()) if (explicit || times.get(anchor) === 1) taken.add(anchor);
  const seen = new Set<string>();
  for (const draft of derived) {
    const block = blockOf(draft);
    const base = bases.get(block);
    if (!base || times.get(base.anchor) === 1) continue;
    const hash = textHash(text, draft.sibling ? [draft.sibling.block.range] : draft.answer);
    const anchor = distinct(base.anchor, hash, taken, seen);
    if (anchor === undefined) {
      problems.push({ code: 'duplicate-card', message: 'The same question with the same answer stands above.', severity: 'warning', range: draft.range });
      bases.delete(block);
      continue;
    }
    taken.add(anchor);
    base.anchor = anchor;
    if (!draft.sibling) base.hash = hash;
  }
}

/** Ids that authors wrote, in lower case. Of two equal ones the first keeps it. */
function addWrittenIds(drafts: readonly CardDraft[], bases: Map<object, Base>, anchors: Set<string>, problems: NoteProblem[]): void {
  const refused = new Set<object>();
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (!draft.id || bases.has(block) || refused.has(block)) continue;
    const id = ownText(draft.id.text.toLowerCase());
    if (anchors.has(id)) {
      refused.add(block);
      problems.push({ code: 'duplicate-id', message: `The id ^${draft.id.text} is already used above. Give this card another one.`, severity: 'error', range: draft.id.range });
      continue;
    }
    anchors.add(id);
    bases.set(block, new Base(id, true));
  }
}

/** What cards of one block have in common. */
function blockOf(draft: CardDraft): object {
  return draft.sibling?.block ?? draft;
}

/** `undefined` where the same question with the same answer has been seen. */
function distinct(slug: string, hash: string, taken: ReadonlySet<string>, seen: Set<string>): string | undefined {
  const whole = `${slug}~${hash}`;
  if (seen.has(whole)) return undefined;
  seen.add(whole);
  const short = `${slug}~${hash.slice(0, 4)}`;
  return taken.has(short) ? whole : short;
}

const none: readonly never[] = [];
