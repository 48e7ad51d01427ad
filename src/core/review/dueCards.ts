import { has, type CardColumns } from './cardColumns';
import type { CardState } from './cardState';
import { interleave } from './interleave';
import { largerColumn } from './largerColumn';
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
function isResting(state: CardState, now: number): boolean {
  return state.suspended || (state.buriedUntil !== undefined && state.buriedUntil > now);
}

/**
 * Whether a card with a date is due. Steps of a sitting count by the minute; an interval of days is over when its study day
 * begins (`endOfDay` is the next one's start), so that a card answered in the evening is not missing the next morning.
 */
export function isDue(state: CardState, now: number, endOfDay: number): boolean {
  if (state.due === undefined || state.interval === undefined || isResting(state, now)) return false;
  return isOver(state.due, state.interval, state.ahead, now, endOfDay);
}

function isOver(due: number, interval: number, ahead: boolean, now: number, endOfDay: number): boolean {
  return ahead || due <= now || (interval >= day && due < endOfDay);
}

/** Lets one card of each sibling group through, the first that asks. */
class Siblings {
  private readonly asked = new Map<string, string>();
  private readonly groups = new Set<string>();
  buried = 0;

  /** `numbers`: of these cards in the columns. To look at each id would take as long as all the rest. */
  constructor(cards: readonly StudyCard[], numbers: Int32Array, { marks }: CardColumns) {
    for (let at = 0; at < cards.length; at++) {
      const number = numbers[at] ?? -1;
      if (number >= 0 && ((marks[number] ?? 0) & has.siblings) === 0) continue;
      const group = siblingGroup(cards[at]?.id ?? '');
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

/** Cards that wait, and beside each its key: lower is asked first. A backlog may be a hundred times longer than a day. */
class Waiting {
  private readonly cards: StudyCard[] = [];
  private keys = new Float64Array(256);

  get length(): number {
    return this.cards.length;
  }

  add(card: StudyCard, key: number): void {
    if (this.length === this.keys.length) this.keys = largerColumn(this.keys, 2 * this.length);
    this.keys[this.length] = key;
    this.cards.push(card);
  }

  /** At least the first `count` in order. Sorting bare numbers, to see which these are, costs a tenth of sorting all cards. */
  first(count = this.length): readonly StudyCard[] {
    const keys = this.keys.subarray(0, this.length);
    const limit = count < this.length ? (keys.slice().sort()[Math.max(0, count - 1)] ?? 0) : Infinity;
    const places: number[] = [];
    keys.forEach((key, place) => {
      if (key <= limit) places.push(place);
    });
    return places.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0)).flatMap((place) => this.cards[place] ?? []);
  }
}

/** What a card waits for. `undefined`: it rests, or its time has not come. */
export type Waits = (card: string) => 'due' | 'new' | undefined;

/** `number`: the card's place in the columns; -1 for one without history. */
export function waitsFor(columns: CardColumns, number: number, now: number, endOfDay: number): ReturnType<Waits> {
  const mark = columns.marks[number] ?? 0;
  if (mark === 0) return 'new';
  if ((mark & has.rest) !== 0 || (columns.buriedUntil[number] ?? Number.NaN) > now) return undefined;
  const due = columns.due[number] ?? Number.NaN;
  if (Number.isNaN(due) && Number.isNaN(columns.stability[number] ?? Number.NaN)) return 'new';
  return isOver(due, columns.interval[number] ?? Number.NaN, (mark & has.clockAhead) !== 0, now, endOfDay) ? 'due' : undefined;
}

/** All cards with history, as columns, and where each is found in them. */
export interface ListedCards {
  readonly columns: CardColumns;
  /** -1 for a card without history. */
  numberOf(card: string): number;
}

/**
 * The queue of a day: steps of the sitting first, then reviews, then new cards. Where more is due than `limits` allow, those most likely
 * still remembered come first, because each of them costs least and saves most (what Anki's manual recommends for a backlog), and
 * no new cards are begun.
 */
export function dueCards(cards: readonly StudyCard[], listed: ListedCards, today: Today, limits: Limits): DueCards {
  return inOrder(waitingCards(cards, listed, today), today, limits);
}

function inOrder({ steps, reviews, unseen, siblings }: WaitingCards, today: Today, limits: Limits): DueCards {
  const asked = steps.first();
  const room = roomFor(limits.reviewsPerDay, today.reviewsDone);
  const known = reviews.first(siblings.exist ? undefined : room).filter(siblings.isFirst);
  const chosen = known.slice(0, room);
  const hiddenReviews = (siblings.exist ? known.length : reviews.length) - chosen.length;
  const startable = siblings.exist ? unseen.filter(siblings.isFirst) : unseen;
  const begun = hiddenReviews > 0 ? [] : startable.slice(0, roomFor(limits.newPerDay, today.newDone));
  return {
    queue: [...asked, ...interleave(chosen), ...interleave(begun)].map(({ id }) => id),
    due: asked.length + chosen.length,
    fresh: begun.length,
    hiddenReviews,
    hiddenNew: startable.length - begun.length,
    buriedSiblings: siblings.buried,
  };
}

/** As many as `dueCards` would bring of both, found without putting them in order. */
export function countDue(cards: readonly StudyCard[], listed: ListedCards, today: Today, limits: Limits): Pick<DueCards, 'due' | 'fresh'> {
  const waiting = waitingCards(cards, listed, today);
  // Which of several siblings waits follows from the order.
  if (waiting.siblings.exist) return inOrder(waiting, today, limits);
  const { steps, reviews, unseen } = waiting;
  const room = roomFor(limits.reviewsPerDay, today.reviewsDone);
  return { due: steps.length + Math.min(room, reviews.length), fresh: reviews.length > room ? 0 : Math.min(unseen.length, roomFor(limits.newPerDay, today.newDone)) };
}

function roomFor(perDay: number, done: number): number {
  return Math.max(0, perDay - done);
}

interface WaitingCards {
  readonly steps: Waiting;
  readonly reviews: Waiting;
  readonly unseen: readonly StudyCard[];
  readonly siblings: Siblings;
}

function waitingCards(cards: readonly StudyCard[], { columns, numberOf }: ListedCards, today: Today): WaitingCards {
  const steps = new Waiting();
  const reviews = new Waiting();
  const unseen: StudyCard[] = [];
  const numbers = new Int32Array(cards.length);
  cards.forEach(({ id }, at) => (numbers[at] = numberOf(id)));
  const siblings = new Siblings(cards, numbers, columns);
  const { marks, due, lastReview, stability } = columns;
  for (let at = 0; at < cards.length; at++) {
    const card = cards[at];
    const number = numbers[at] ?? -1;
    if (!card) continue;
    switch (waitsFor(columns, number, today.now, today.end)) {
      case 'new':
        unseen.push(card);
        break;
      case 'due':
        if (((marks[number] ?? 0) & has.step) === 0) reviews.add(card, forgotten(lastReview[number] ?? Number.NaN, stability[number] ?? Number.NaN, today.now));
        else {
          siblings.wasAskedToday(card.id);
          steps.add(card, due[number] ?? 0);
        }
        break;
      case undefined:
        if ((lastReview[number] ?? Number.NaN) >= today.start) siblings.wasAskedToday(card.id);
    }
  }
  return { steps, reviews, unseen, siblings };
}

/** Grows as predicted recall falls: recall depends on elapsed time over stability alone, so the curve itself need not be computed. */
function forgotten(lastReview: number, stability: number, now: number): number {
  const elapsed = Number.isNaN(lastReview) ? 0 : Math.max(0, now - lastReview);
  return elapsed / (Number.isNaN(stability) ? 0.001 : stability);
}
