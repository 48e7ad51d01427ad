import type { CardState } from './cardState';
import { interleave } from './interleave';
import { siblingGroup } from './siblings';

/** A card as the queue needs it. */
export interface StudyCard {
  readonly id: string;
  /** Cards of one topic are not asked in a row where there are others. Absent: a topic of its own. */
  readonly topic?: string;
}

export interface Limits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** A study day as limits in milliseconds, UTC, with what was done in it so far. */
export interface Today {
  readonly now: number;
  readonly start: number;
  /** Start of the next study day. */
  readonly end: number;
  readonly newDone: number;
  readonly reviewsDone: number;
}

export interface DueCards {
  /** Card ids in the order to ask. */
  readonly queue: readonly string[];
  /** Due and new cards in the queue. */
  readonly due: number;
  readonly fresh: number;
  /** Cards that the limits keep for another day. */
  readonly hiddenReviews: number;
  readonly hiddenNew: number;
  /** Cards that wait for tomorrow because a sibling of theirs is asked or was asked today. */
  readonly buriedSiblings: number;
}

const day = 86_400_000;

/** Suspended, or hidden until later. */
export function isResting(state: CardState, now: number): boolean {
  return state.suspended || (state.buriedUntil !== undefined && state.buriedUntil > now);
}

/**
 * Whether a card with a date is due. Steps of a sitting count by the minute; an interval of days is over when its study day
 * begins (`endOfDay` is the next one's start), so that a card answered in the evening is not missing the next morning.
 */
export function isDue(state: CardState, now: number, endOfDay: number): boolean {
  if (state.due === undefined || state.interval === undefined || isResting(state, now)) return false;
  return state.ahead || state.due <= now || (state.interval >= day && state.due < endOfDay);
}

interface Waiting {
  readonly card: StudyCard;
  /** Lower is asked first. */
  readonly key: number;
}

/** Lets one card of each sibling group through, the first that asks. */
class Siblings {
  private readonly asked = new Map<string, string>();
  private readonly groups = new Set<string>();
  buried = 0;

  constructor(cards: readonly StudyCard[]) {
    for (const { id } of cards) {
      const group = siblingGroup(id);
      if (group !== undefined) this.groups.add(group);
    }
  }

  get exist(): boolean {
    return this.groups.size > 0;
  }

  private groupOf(card: string): string | undefined {
    if (this.groups.size === 0) return undefined;
    return siblingGroup(card) ?? (this.groups.has(card) ? card : undefined);
  }

  wasAskedToday(card: string): void {
    const group = this.groupOf(card);
    if (group !== undefined) this.asked.set(group, card);
  }

  readonly isFirst = ({ id }: StudyCard): boolean => {
    const group = this.groupOf(id);
    if (group === undefined) return true;
    const first = this.asked.get(group);
    if (first === undefined) this.asked.set(group, id);
    if (first === undefined || first === id) return true;
    this.buried += 1;
    return false;
  };
}

const byKey = (one: Waiting, other: Waiting): number => one.key - other.key;

/** At least the first `count` in order. A backlog may be a hundred times longer than a day, and sorting bare numbers costs a tenth. */
function firstByKey(waiting: readonly Waiting[], count: number): readonly Waiting[] {
  if (waiting.length <= 2 * count) return [...waiting].sort(byKey);
  const limit = Float64Array.from(waiting, ({ key }) => key).sort()[Math.max(0, count - 1)] ?? 0;
  return waiting.filter(({ key }) => key <= limit).sort(byKey);
}

/**
 * The queue of a day: steps of the sitting first, then reviews, then new cards. Where more is due than `limits` allow, those most likely
 * still remembered come first, because each of them costs least and saves most (what Anki's manual recommends for a backlog), and
 * no new cards are begun. `stateOf` gives `undefined` for cards without history.
 */
export function dueCards(cards: readonly StudyCard[], stateOf: (card: string) => CardState | undefined, today: Today, limits: Limits): DueCards {
  const steps: Waiting[] = [];
  const reviews: Waiting[] = [];
  const unseen: StudyCard[] = [];
  const siblings = new Siblings(cards);
  for (const card of cards) {
    const state = stateOf(card.id);
    if (isNew(state)) {
      if (!state || !isResting(state, today.now)) unseen.push(card);
      continue;
    }
    if (!isDue(state, today.now, today.end)) {
      if (state.lastReview !== undefined && state.lastReview >= today.start) siblings.wasAskedToday(card.id);
    } else if (state.step !== undefined) {
      siblings.wasAskedToday(card.id);
      steps.push({ card, key: state.due ?? 0 });
    } else {
      reviews.push({ card, key: forgotten(state, today.now) });
    }
  }
  const asked = steps.sort(byKey).map(({ card }) => card);
  const room = Math.max(0, limits.reviewsPerDay - today.reviewsDone);
  const known = (siblings.exist ? reviews.sort(byKey) : firstByKey(reviews, room)).map(({ card }) => card).filter(siblings.isFirst);
  const chosen = known.slice(0, room);
  const hiddenReviews = (siblings.exist ? known.length : reviews.length) - chosen.length;
  const startable = unseen.filter(siblings.isFirst);
  const begun = hiddenReviews > 0 ? [] : startable.slice(0, Math.max(0, limits.newPerDay - today.newDone));
  return {
    queue: [...asked, ...interleave(chosen), ...interleave(begun)].map(({ id }) => id),
    due: asked.length + chosen.length,
    fresh: begun.length,
    hiddenReviews,
    hiddenNew: startable.length - begun.length,
    buriedSiblings: siblings.buried,
  };
}

function isNew(state: CardState | undefined): state is undefined | (CardState & { due: undefined }) {
  return !state || (state.due === undefined && !state.memory);
}

/** Grows as predicted recall falls: recall depends on elapsed time over stability alone, so the curve itself need not be computed. */
function forgotten(state: CardState, now: number): number {
  return Math.max(0, now - (state.lastReview ?? now)) / (state.memory?.stability ?? 0.001);
}
