import { CardReplay } from './cardReplay';
import { CardProgress, newCard, type CardState } from './cardState';
import type { Checkpoint, SavedCard } from './checkpoint';
import type { ListedCards } from './dueCards';
import type { GradeRow, Grades } from './gradeTable';
import type { RegradedEvent, ReviewEvent, ReviewedEvent } from './reviewEvent';
import type { Scheduler } from './scheduler';

/**
 * A card's state is never stored; it is replayed from its events. The events form a set: it does not matter how often or in
 * which order they arrive, from which files or machines, so logs may be copied and merged by anything that keeps lines.
 */

export interface HistoryItem {
  readonly event: ReviewEvent;
  /** Milliseconds, UTC: the event's time in order. */
  readonly effective: number;
  /** False where it was undone. */
  readonly active: boolean;
  /** The edit of its grade that counts, if any. */
  readonly regrade?: RegradedEvent;
}

export class ReviewHistory {
  private readonly replay: CardReplay;

  constructor(private scheduler: Scheduler) {
    this.replay = new CardReplay(scheduler);
  }

  /** Number of different events. */
  get size(): number {
    return this.replay.events.size;
  }

  /** Ids that stand for two different events, which only happens to damaged or forged logs. Both are kept and count. */
  get conflicts(): readonly string[] {
    return this.replay.events.conflicts;
  }

  /** Whether anything is known about a card. */
  has(card: string): boolean {
    return this.replay.records.numberOf(card) >= 0;
  }

  /** The events of an id: none, one, or several where logs contradict each other. */
  eventsOf(id: string): readonly ReviewEvent[] {
    return this.replay.events.find(id).map((entry) => entry.event);
  }

  /** Cards with at least one event. */
  *cards(): Iterable<string> {
    for (const record of this.replay.records) yield record.card;
  }

  /** Takes events in any order; known ones change nothing. Returns the cards whose state may have changed. */
  add(events: Iterable<ReviewEvent>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const event of events) this.replay.add(event, changed);
    return changed;
  }

  /** `add` for a whole log, when nobody waits to hear which cards it is about. */
  load(events: Iterable<ReviewEvent>): void {
    for (const event of events) this.replay.add(event, undefined);
  }

  /** One step of `add`; equal to replaying everything from the start. */
  advance(event: ReviewEvent): ReadonlySet<string> {
    return this.add([event]);
  }

  /** Cards that an event acts on. For an undo: what it takes back, as far as that is known. */
  cardsOf(event: ReviewEvent): readonly string[] {
    return this.replay.events.cardsOf(event);
  }

  /** Replays what has changed, a card per step, so that the caller may pause in between. Optional: `stateOf` does it on demand. */
  settle(): Generator<void> {
    return this.replay.settle();
  }

  /** How a card stands at `now` (ms, UTC). A card without events is new. */
  stateOf(card: string, now: number): CardState {
    const record = this.replay.records.get(card);
    if (!record) return newCard;
    return this.replay.progressOf(record).stateAt(now);
  }

  /** As `stateOf`; `undefined` for a card of which nothing is known. */
  findState(card: string, now: number): CardState | undefined {
    const record = this.replay.records.getNext(card);
    return record && this.replay.progressOf(record).stateAt(now);
  }

  /** Everything that happened to a card, earliest first, with what was undone. */
  historyOf(card: string): readonly HistoryItem[] {
    const record = this.replay.records.get(card);
    if (!record) return [];
    return this.replay.ordered(record).map((entry) => ({
      event: entry.event,
      effective: entry.effective,
      active: this.replay.events.isActive(entry),
      regrade: this.replay.events.regradeOf(entry),
    }));
  }

  /** Id of the card's last event and its time where that is later than `now`: a new event must say that it follows it. */
  lastAhead(card: string, now: number): string | undefined {
    const record = this.replay.records.get(card);
    const last = record && this.replay.ordered(record).at(-1);
    if (!last) return undefined;
    return last.effective > now || last.after !== undefined ? last.id : undefined;
  }

  /** The graded answers, of all cards or some. They hold until the next event comes. */
  grades(cards?: Iterable<string>): Grades {
    this.replay.settleAll();
    if (!cards) return this.replay.table.columns;
    const chosen = new Uint8Array(this.replay.records.size);
    for (const card of cards) chosen[this.numberOf(card)] = 1;
    return { ...this.replay.table.columns, chosen };
  }

  /** The number by which grades name a card. -1 for a card of which nothing is known. */
  numberOf(card: string): number {
    return this.replay.records.numberOf(card);
  }

  /** The answers that count since a moment (ms), without looking at those before it. */
  *gradesSince(since: number): Iterable<GradeRow & { readonly effective: number }> {
    this.replay.settleAll();
    for (const { effective, row } of this.replay.events.since(since)) {
      const found = row < 0 ? undefined : this.replay.table.get(row);
      if (found) yield { ...found, effective };
    }
  }

  /** How all cards with history stand at `now`, as columns. They hold until the next event comes. */
  listed(now: number): ListedCards {
    return this.replay.listing.at(now);
  }

  /** Makes `listed` quick, a card per step, so that the caller may pause in between. Optional. */
  list(now: number): Generator<void> {
    return this.replay.listing.list(now);
  }

  /** Cards that carry a flag. */
  flagged(now: number): readonly string[] {
    return this.replay.listing.flagged(now);
  }

  /** States of all cards, or of those given that have history. */
  *states(now: number, cards?: Iterable<string>): Iterable<CardState> {
    if (!cards) {
      for (const record of this.replay.records) yield this.replay.progressOf(record).stateAt(now);
      return;
    }
    for (const card of cards) {
      const state = this.findState(card, now);
      if (state) yield state;
    }
  }

  /** Every event with its place; for the search for what can be undone. */
  *filed(): Iterable<{ readonly event: ReviewEvent; readonly effective: number; readonly active: boolean }> {
    for (const entry of this.replay.events) yield { event: entry.event, effective: entry.effective, active: this.replay.events.isActive(entry) };
  }

  /** Other weights change what memories are worth, and no due time. `sameMemory`: only how new intervals are computed has changed. */
  use(scheduler: Scheduler, sameMemory = false): void {
    this.scheduler = scheduler;
    this.replay.use(scheduler, sameMemory);
  }

  /** Everything that a checkpoint holds. Replays what is stale on the way. */
  checkpoint(): Checkpoint {
    const unsteady = new Set(this.replay.links.cards());
    for (const { card, isBound } of this.replay.records) if (isBound) unsteady.add(card);
    return {
      memory: this.scheduler.memoryKey,
      writers: this.replay.events.writerEnds(),
      awaited: this.replay.events.awaited(),
      unsteady: [...unsteady],
      cards: this.savedCards(),
    };
  }

  private *savedCards(): Iterable<SavedCard> {
    for (const record of this.replay.records) {
      const progress = this.replay.progressOf(record);
      yield [record.card, record.latest, ...progress.saved()];
    }
  }

  /** How the card stood just before a review of it. For editing the review's grade. */
  stateBefore(review: ReviewedEvent): CardState {
    const record = this.replay.records.get(review.card);
    const progress = new CardProgress(this.scheduler);
    for (const entry of record ? this.replay.ordered(record) : []) {
      if (entry.id === review.id) break;
      if (this.replay.events.isActive(entry)) progress.apply(entry, review.card, this.replay.events.regradeOf(entry));
    }
    return progress.stateAt(review.at);
  }
}
