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
  const anchors = new Map<CardDraft, string>();
  const prefix = `${noteId}#`;
  const cards: Card[] = [];
  for (const draft of drafts) {
    const base = bases.get(blockOf(draft));
    if (!base) continue;
    const anchor = draft.sibling ? ownText(base.anchor + draft.sibling.suffix) : base.anchor;
    anchors.set(draft, anchor);
    const parent = draft.parent && anchors.get(draft.parent);
    // Properties are added one by one and only where they are needed: a library holds a hundred thousand of these.
    const card: { -readonly [K in keyof Card]: Card[K] } = {
      id: prefix + anchor,
      anchor,
      explicit: base.explicit,
      kind: draft.kind,
      front: draft.form === 'heading' ? draft.front : ownText(draft.front),
      range: draft.range,
      answerHash: base.hash ?? textHash(text, draft.answer),
    };
    if (draft.form !== 'heading') card.form = draft.form;
    if (draft.cuts) card.cuts = draft.cuts;
    if (parent !== undefined) card.parent = parent;
    cards.push(card);
  }
  return exactList(cards);
}

/** What the anchors of a block's cards start with. */
interface Base {
  anchor: string;
  readonly explicit: boolean;
  /** Of the answer, where it was needed for the anchor. */
  hash?: string;
}

/** The first cards of their blocks decide. A block without a base repeats another. */
function basesOf(text: string, drafts: readonly CardDraft[], problems: NoteProblem[]): ReadonlyMap<object, Base> {
  const bases = new Map<object, Base>();
  const times = new Map<string, number>();
  for (const [block, anchor] of explicitAnchors(drafts, problems)) {
    bases.set(block, { anchor, explicit: true });
    times.set(anchor, 1);
  }
  const derived: CardDraft[] = [];
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (bases.has(block)) continue;
    const anchor = draft.sibling ? anchorOf(draft.sibling.block.front) : anchorOf(draft.front, draft.slug);
    bases.set(block, { anchor, explicit: false });
    derived.push(draft);
    times.set(anchor, (times.get(anchor) ?? 0) + 1);
  }
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
  return bases;
}

/** Ids that authors wrote, by block, in lower case. Of two equal ones the first keeps it. */
function explicitAnchors(drafts: readonly CardDraft[], problems: NoteProblem[]): ReadonlyMap<object, string> {
  const anchors = new Map<object, string>();
  const taken = new Set<string>();
  const seen = new Set<object>();
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (!draft.id || seen.has(block)) continue;
    seen.add(block);
    const id = ownText(draft.id.text.toLowerCase());
    if (taken.has(id)) {
      problems.push({ code: 'duplicate-id', message: `The id ^${draft.id.text} is already used above. Give this card another one.`, severity: 'error', range: draft.id.range });
      continue;
    }
    taken.add(id);
    anchors.set(block, id);
  }
  return anchors;
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
