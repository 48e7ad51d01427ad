/**
 * Where cards went that are no longer there: whose question was corrected, whose note was renamed, which were moved to another note. Only what
 * is sure is linked; what is only likely is left to a person, because a wrong link gives one card the history of another.
 */
import type { Card, Note } from './note';
import { isCorrected, likeness } from './likeness';

/** What is remembered of a card. */
export interface KnownCard {
  readonly id: string;
  readonly explicit: boolean;
  readonly kind: Card['kind'];
  readonly front: string;
  readonly answerHash: string;
  /** UTF-16 units of the whole card: how much an equal answer says. */
  readonly size: number;
}

export interface CardMoves {
  readonly links: readonly CardLink[];
  readonly questions: readonly CardQuestion[];
}

export interface CardLink {
  readonly from: string;
  readonly to: string;
}

export interface CardQuestion {
  readonly from: KnownCard;
  /** The likeliest first, at most five. */
  readonly candidates: readonly KnownCard[];
}

/** An equal answer of this length is no coincidence. A shorter one may be a plain "Yes." */
const tellingAnswer = 60;
const unmistakableAnswer = 160;
/** A shorter question, such as "What is it?", is asked in many notes. */
const tellingFront = 24;
const alike = 0.6;
const mostCandidates = 5;
const leastLikely = 0.5;

export function knownCards(note: Note): readonly KnownCard[] {
  return note.cards.map(({ id, explicit, kind, front, answerHash, range, cuts = [] }) => {
    const size = range.end - range.start - cuts.reduce((sum, cut) => sum + cut.end - cut.start, 0);
    return { id, explicit, kind, front, answerHash, size };
  });
}

/** `gone` and `added` must not share ids. Ties are questions, never links. */
export function similarCards(gone: readonly KnownCard[], added: readonly KnownCard[]): CardMoves {
  const pairs = pairsOf(gone, added);
  const links: CardLink[] = [];
  const [left, taken] = [new Set<KnownCard>(), new Set<KnownCard>()];
  for (const proof of proofs) {
    const sure = pairs.filter(({ from, to, evidence }) => evidence === proof && !left.has(from) && !taken.has(to));
    const [froms, tos] = [timesOf(sure.map(({ from }) => from)), timesOf(sure.map(({ to }) => to))];
    for (const { from, to } of sure) {
      if (froms.get(from) !== 1 || tos.get(to) !== 1) continue;
      links.push({ from: from.id, to: to.id });
      left.add(from);
      taken.add(to);
    }
  }
  const questions = new Map<KnownCard, Pair[]>();
  for (const pair of pairs) {
    if (left.has(pair.from) || taken.has(pair.to)) continue;
    questions.set(pair.from, [...(questions.get(pair.from) ?? []), pair]);
  }
  return {
    links,
    questions: [...questions].map(([from, candidates]) => ({
      from,
      candidates: candidates.sort((a, b) => rank(a) - rank(b) || b.likeness - a.likeness).slice(0, mostCandidates).map(({ to }) => to),
    })),
  };
}

/** What makes a pair sure, the strongest first. */
const proofs = ['same card', 'same content', 'same id', 'corrected'] as const;
type Evidence = (typeof proofs)[number] | 'likely';

interface Pair {
  readonly from: KnownCard;
  readonly to: KnownCard;
  readonly evidence: Evidence;
  readonly likeness: number;
}

function rank({ evidence }: Pair): number {
  return evidence === 'likely' ? proofs.length : proofs.indexOf(evidence);
}

/** Only cards with an answer, an anchor or a note in common are compared, so that a moved folder costs no more than its cards. */
function pairsOf(gone: readonly KnownCard[], added: readonly KnownCard[]): Pair[] {
  const groups = new Map<string, KnownCard[]>();
  for (const card of added) {
    for (const key of keysOf(card)) {
      const group = groups.get(key);
      if (group) group.push(card);
      else groups.set(key, [card]);
    }
  }
  const pairs: Pair[] = [];
  for (const from of gone) {
    const candidates = new Set(keysOf(from).flatMap((key) => groups.get(key) ?? []));
    for (const to of candidates) {
      const like = likeness(from.front, to.front);
      const evidence = evidenceOf(from, to, like);
      if (evidence) pairs.push({ from, to, evidence, likeness: like });
    }
  }
  return pairs;
}

function keysOf(card: KnownCard): readonly string[] {
  return [`answer ${card.answerHash}`, `anchor ${anchorOf(card)}`, `note ${noteIdOf(card)}`];
}

function evidenceOf(from: KnownCard, to: KnownCard, like: number): Evidence | undefined {
  const sameAnswer = from.answerHash === to.answerHash;
  const sameAnchor = anchorOf(from) === anchorOf(to);
  const sameNote = noteIdOf(from) === noteIdOf(to);
  if (from.kind === 'cloze' || to.kind === 'cloze') return from.kind === to.kind ? gapEvidence(like, sameAnswer && suffixOf(from) === suffixOf(to), sameAnchor, sameNote) : undefined;
  if (suffixOf(from) !== suffixOf(to)) return undefined;
  if (sameAnswer && sameAnchor && like >= alike) return 'same card';
  const answerSize = Math.min(from.size - from.front.length, to.size - to.front.length);
  if (sameAnswer && (like === 1 || (like >= alike && answerSize >= tellingAnswer) || answerSize >= unmistakableAnswer)) return 'same content';
  if (sameAnchor && from.explicit && to.explicit && like >= alike) return 'same id';
  if (sameAnchor && like === 1 && from.front.length >= tellingFront) return 'same id';
  if (isCorrected(from.front, to.front) && (sameNote || sameAnswer)) return 'corrected';
  return sameAnswer || (sameAnchor && like >= leastLikely) || (sameNote && like >= leastLikely) ? 'likely' : undefined;
}

/** All gaps of a paragraph ask nearly the same, so that only what they hide tells them apart. */
function gapEvidence(like: number, sameGap: boolean, sameAnchor: boolean, sameNote: boolean): Evidence | undefined {
  if (sameGap && sameAnchor) return 'same card';
  if (sameGap && like === 1) return 'same content';
  if (sameGap && sameNote && like >= alike) return 'corrected';
  return sameNote && (sameAnchor || like >= leastLikely) ? 'likely' : undefined;
}

function anchorOf({ id }: KnownCard): string {
  return id.slice(id.lastIndexOf('#') + 1);
}

function noteIdOf({ id }: KnownCard): string {
  return id.slice(0, id.lastIndexOf('#'));
}

/** `c1`, `r`: which of the cards of one block this is. */
function suffixOf(card: KnownCard): string {
  const anchor = anchorOf(card);
  const slash = anchor.lastIndexOf('/');
  return slash < 0 ? '' : anchor.slice(slash);
}

function timesOf(cards: readonly KnownCard[]): ReadonlyMap<KnownCard, number> {
  const times = new Map<KnownCard, number>();
  for (const card of cards) times.set(card, (times.get(card) ?? 0) + 1);
  return times;
}
