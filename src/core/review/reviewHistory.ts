import { CardColumns, has } from './cardColumns';
import { cardOrder } from './cardOrder';
import { CardRecords, type CardRecord } from './cardRecords';
import { CardProgress, newCard, type CardState } from './cardState';
import type { Checkpoint, SavedCard } from './checkpoint';
import type { ListedCards } from './dueCards';
import { FiledEvents } from './filedEvents';
import { GradeTable, type GradeRow, type Grades } from './gradeTable';
import { LinkedCards } from './linkedCards';
import type { RegradedEvent, ReviewEvent, ReviewedEvent } from './reviewEvent';
import type { Scheduler } from './scheduler';
import { compareEntries, type Entry } from './writerEvents';

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
  private readonly events = new FiledEvents();
  private readonly records = new CardRecords();
  private readonly stale = new Set<CardRecord>();
  private readonly links = new LinkedCards((entry) => this.events.isActive(entry));
  private readonly table = new GradeTable();
  private readonly columns = new CardColumns();
  private unlisted: CardRecord[] = [];
  private listedAt = 0;

  constructor(private scheduler: Scheduler) {}

  /** Number of different events. */
  get size(): number {
    return this.events.size;
  }

  /** Ids that stand for two different events, which only happens to damaged or forged logs. Both are kept and count. */
  get conflicts(): readonly string[] {
    return this.events.conflicts;
  }

  /** Whether anything is known about a card. */
  has(card: string): boolean {
    return this.records.numberOf(card) >= 0;
  }

  /** The events of an id: none, one, or several where logs contradict each other. */
  eventsOf(id: string): readonly ReviewEvent[] {
    return this.events.find(id).map((entry) => entry.event);
  }

  /** Cards with at least one event. */
  *cards(): Iterable<string> {
    for (const record of this.records) yield record.card;
  }

  /** Takes events in any order; known ones change nothing. Returns the cards whose state may have changed. */
  add(events: Iterable<ReviewEvent>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const event of events) this.file(event, changed);
    return changed;
  }

  /** `add` for a whole log, when nobody waits to hear which cards it is about. */
  load(events: Iterable<ReviewEvent>): void {
    for (const event of events) this.file(event, undefined);
  }

  /** One step of `add`; equal to replaying everything from the start. */
  advance(event: ReviewEvent): ReadonlySet<string> {
    return this.add([event]);
  }

  private file(event: ReviewEvent, changed: Set<string> | undefined): void {
    const filing = this.events.add(event);
    if (!filing) return;
    const { entry, shaken } = filing;
    for (const other of shaken) this.touch(other, changed);
    switch (event.kind) {
      case 'link':
        this.links.add(entry);
        this.touch(entry, changed);
        break;
      case 'regrade':
        this.touch(entry, changed);
        break;
      case 'reschedule':
        for (const card of new Set(event.moves.map(([moved]) => moved))) this.place(card, entry, changed);
        break;
      case 'undo':
      case 'other':
        break;
      default:
        this.place(event.card, entry, changed);
    }
  }

  /** Adds an entry to a card, on the spot where it simply comes next. */
  private place(card: string, entry: Entry, changed: Set<string> | undefined): void {
    const record = this.recordOf(card);
    const { progress, last } = record;
    this.unlist(record);
    record.entries.push(entry);
    shareText(entry.event, record.card);
    if (entry.event.after !== undefined) record.isBound = true;
    if (entry.event.kind === 'review') entry.row = this.table.add(record.number, entry.event.duration ?? 0);
    changed?.add(card);
    const comesNext = progress && (!last || entry.effective > record.latest || compareEntries(last, entry) < 0) && !record.isBound && !this.events.isSpecial(entry) && !this.links.continuesAny(card);
    if (comesNext) {
      this.apply(progress, entry, card);
      record.last = entry;
      record.latest = entry.effective;
    } else {
      this.forget(record);
    }
    if (this.links.hasSuccessor(card)) this.forgetSuccessors(card, changed);
  }

  private recordOf(card: string): CardRecord {
    return this.records.get(card) ?? this.records.add(card, new CardProgress(this.scheduler));
  }

  private unlist(record: CardRecord): void {
    if (record.isListed) this.unlisted.push(record);
    record.isListed = false;
  }

  private forget(record: CardRecord): void {
    this.unlist(record);
    record.progress = undefined;
    record.last = undefined;
    this.stale.add(record);
  }

  private forgetSuccessors(card: string, changed: Set<string> | undefined): void {
    for (const successor of this.links.successors(card)) {
      this.forget(this.recordOf(successor));
      changed?.add(successor);
    }
  }

  /** Marks what an event acts on for replay, because the event's place or whether it counts has changed. */
  private touch(entry: Entry, changed: Set<string> | undefined): void {
    for (const card of this.cardsOf(entry.event)) {
      this.forget(this.recordOf(card));
      changed?.add(card);
      if (this.links.hasSuccessor(card)) this.forgetSuccessors(card, changed);
    }
  }

  /** Cards that an event acts on. For an undo: what it takes back, as far as that is known. */
  cardsOf(event: ReviewEvent): readonly string[] {
    return this.events.cardsOf(event);
  }

  private apply(progress: CardProgress, entry: Entry, card: string): void {
    progress.apply(entry, card, this.events.regradeOf(entry), this.table);
  }

  /** A card's events in order, with those of the cards it continues. */
  private ordered(record: CardRecord): readonly Entry[] {
    let entries: Entry[] = record.entries;
    if (this.links.continuesAny(record.card)) {
      entries = [...entries];
      for (const [card, limit] of this.links.predecessors(record.card)) {
        for (const entry of this.records.get(card)?.entries ?? []) if (compareEntries(entry, limit) < 0) entries.push(entry);
      }
      entries = [...new Set(entries)];
    }
    return cardOrder(entries);
  }

  private replay(record: CardRecord): CardProgress {
    const progress = new CardProgress(this.scheduler);
    const entries = this.ordered(record);
    for (const entry of entries) {
      if (this.events.isActive(entry)) this.apply(progress, entry, record.card);
      else if (entry.row >= 0) this.table.clear(entry.row);
    }
    record.progress = progress;
    record.last = entries.at(-1);
    record.latest = record.last?.effective ?? 0;
    this.stale.delete(record);
    return progress;
  }

  /** Replays what has changed, a card per step, so that the caller may pause in between. Optional: `stateOf` does it on demand. */
  *settle(): Generator<void> {
    for (const record of this.stale) {
      this.replay(record);
      yield;
    }
  }

  private settleAll(): void {
    for (const record of this.stale) this.replay(record);
  }

  /** How a card stands at `now` (ms, UTC). A card without events is new. */
  stateOf(card: string, now: number): CardState {
    const record = this.records.get(card);
    if (!record) return newCard;
    return (record.progress ?? this.replay(record)).stateAt(now);
  }

  /** As `stateOf`; `undefined` for a card of which nothing is known. */
  findState(card: string, now: number): CardState | undefined {
    const record = this.records.get(card);
    return record && (record.progress ?? this.replay(record)).stateAt(now);
  }

  /** Everything that happened to a card, earliest first, with what was undone. */
  historyOf(card: string): readonly HistoryItem[] {
    const record = this.records.get(card);
    if (!record) return [];
    return this.ordered(record).map((entry) => ({
      event: entry.event,
      effective: entry.effective,
      active: this.events.isActive(entry),
      regrade: this.events.regradeOf(entry),
    }));
  }

  /** Id of the card's last event and its time where that is later than `now`: a new event must say that it follows it. */
  lastAhead(card: string, now: number): string | undefined {
    const record = this.records.get(card);
    const last = record && this.ordered(record).at(-1);
    if (!last) return undefined;
    return last.effective > now || last.event.after !== undefined ? last.event.id : undefined;
  }

  /** The graded answers, of all cards or some. They hold until the next event comes. */
  grades(cards?: Iterable<string>): Grades {
    this.settleAll();
    if (!cards) return this.table.columns;
    const chosen = new Uint8Array(this.records.size);
    for (const card of cards) chosen[this.numberOf(card)] = 1;
    return { ...this.table.columns, chosen };
  }

  /** The number by which grades name a card. -1 for a card of which nothing is known. */
  numberOf(card: string): number {
    return this.records.numberOf(card);
  }

  /** The answers that count since a moment (ms), without looking at those before it. */
  *gradesSince(since: number): Iterable<GradeRow & { readonly effective: number }> {
    this.settleAll();
    for (const { effective, row } of this.events.since(since)) {
      const found = row < 0 ? undefined : this.table.get(row);
      if (found) yield { ...found, effective };
    }
  }

  /** How all cards with history stand at `now`, as columns. They hold until the next event comes. */
  listed(now: number): ListedCards {
    for (const steps = this.list(now); !steps.next().done; );
    return { columns: this.columns, numberOf: (card) => this.records.numberOf(card) };
  }

  /** Brings the columns up to date, a card per step, so that the caller may pause in between. Optional: `listed` does it on demand. */
  *list(now: number): Generator<void> {
    if (now < this.listedAt) for (const record of this.records) this.unlist(record);
    this.listedAt = now;
    // What a clock in the future dated is looked at again each time.
    const changing: CardRecord[] = [];
    for (let record = this.unlisted.pop(); record; record = this.unlisted.pop()) {
      const progress = record.progress ?? this.replay(record);
      this.columns.set(record.number, progress.stateAt(now));
      if (progress.changesAfter(now)) changing.push(record);
      else record.isListed = true;
      yield;
    }
    this.unlisted = changing;
  }

  /** Cards that carry a flag. */
  flagged(now: number): readonly string[] {
    const { marks } = this.listed(now).columns;
    return [...this.records].flatMap(({ card, number }) => ((marks[number] ?? 0) & has.flag ? [card] : []));
  }

  /** States of all cards, or of those given that have history. */
  *states(now: number, cards?: Iterable<string>): Iterable<CardState> {
    if (!cards) {
      for (const record of this.records) yield (record.progress ?? this.replay(record)).stateAt(now);
      return;
    }
    for (const card of cards) {
      const state = this.findState(card, now);
      if (state) yield state;
    }
  }

  /** Every event with its place; for the search for what can be undone. */
  *filed(): Iterable<{ readonly event: ReviewEvent; readonly effective: number; readonly active: boolean }> {
    for (const entry of this.events) yield { event: entry.event, effective: entry.effective, active: this.events.isActive(entry) };
  }

  /** Other weights change what memories are worth, and no due time. `sameMemory`: only how new intervals are computed has changed. */
  use(scheduler: Scheduler, sameMemory = false): void {
    this.scheduler = scheduler;
    if (!sameMemory) for (const record of this.records) this.forget(record);
  }

  /** Everything that a checkpoint holds. Replays what is stale on the way. */
  checkpoint(): Checkpoint {
    const unsteady = new Set(this.links.cards());
    for (const { card, isBound } of this.records) if (isBound) unsteady.add(card);
    return {
      memory: this.scheduler.memoryKey,
      writers: this.events.writerEnds(),
      awaited: this.events.awaited(),
      unsteady: [...unsteady],
      cards: this.savedCards(),
    };
  }

  private *savedCards(): Iterable<SavedCard> {
    for (const record of this.records) {
      const progress = record.progress ?? this.replay(record);
      yield [record.card, record.latest, ...progress.saved()];
    }
  }

  /** How the card stood just before a review of it. For editing the review's grade. */
  stateBefore(review: ReviewedEvent): CardState {
    const record = this.records.get(review.card);
    const progress = new CardProgress(this.scheduler);
    for (const entry of record ? this.ordered(record) : []) {
      if (entry.event.id === review.id) break;
      if (this.events.isActive(entry)) progress.apply(entry, review.card, this.events.regradeOf(entry));
    }
    return progress.stateAt(review.at);
  }
}

/** Lets all events of a card hold the same text, so that 100,000 copies of it are gone before the garbage collector has to move them. */
function shareText(event: ReviewEvent & { card?: string; tz?: string }, card: string): void {
  if (event.card === card) event.card = card;
}
