import { CardListing } from './cardListing';
import { cardOrder } from './cardOrder';
import { CardRecords, type CardRecord } from './cardRecords';
import { CardProgress } from './cardState';
import { FiledEvents } from './filedEvents';
import { GradeTable } from './gradeTable';
import { LinkedCards } from './linkedCards';
import { PackedReviews } from './packedReviews';
import type { ReviewEvent } from './reviewEvent';
import type { Scheduler } from './scheduler';
import { compareEntries, type Entry } from './writerEvents';

/** Events on their cards: one that simply comes next is applied on the spot, and whatever else an event changes is replayed when somebody asks. */
export class CardReplay {
  readonly events = new FiledEvents();
  readonly records = new CardRecords();
  readonly links = new LinkedCards((entry) => this.events.isActive(entry));
  readonly table = new GradeTable();
  private readonly packed = new PackedReviews((row) => this.records.nameOf(this.table.cardOf(row)));
  readonly listing = new CardListing(this.records, (record) => this.progressOf(record));
  private readonly stale = new Set<CardRecord>();

  constructor(private scheduler: Scheduler) {}

  /** Takes an event; a known one changes nothing. Adds the cards whose state may have changed to `changed`. */
  add(event: ReviewEvent, changed: Set<string> | undefined): void {
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
    this.listing.unlist(record);
    record.entries.push(entry);
    shareText(entry.event, record.card);
    if (entry.after !== undefined) record.isBound = true;
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
    entry.pack(this.packed);
  }

  private recordOf(card: string): CardRecord {
    return this.records.get(card) ?? this.records.add(card, new CardProgress(this.scheduler));
  }

  private forget(record: CardRecord): void {
    this.listing.unlist(record);
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
    for (const card of this.events.cardsOf(entry.event)) {
      this.forget(this.recordOf(card));
      changed?.add(card);
      if (this.links.hasSuccessor(card)) this.forgetSuccessors(card, changed);
    }
  }

  private apply(progress: CardProgress, entry: Entry, card: string): void {
    progress.apply(entry, card, this.events.regradeOf(entry), this.table);
  }

  /** A card's events in order, with those of the cards it continues. */
  ordered(record: CardRecord): readonly Entry[] {
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

  /** Replays the card where that is due. */
  progressOf(record: CardRecord): CardProgress {
    return record.progress ?? this.replay(record);
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

  /** Replays what has changed, a card per step, so that the caller may pause in between. Optional: `progressOf` does it on demand. */
  *settle(): Generator<void> {
    for (const record of this.stale) {
      this.replay(record);
      yield;
    }
  }

  settleAll(): void {
    for (const record of this.stale) this.replay(record);
  }

  /** Other weights change what memories are worth. `sameMemory`: they do not. */
  use(scheduler: Scheduler, sameMemory: boolean): void {
    this.scheduler = scheduler;
    if (!sameMemory) for (const record of this.records) this.forget(record);
  }
}

/** Lets all events of a card hold the same text. */
function shareText(event: ReviewEvent & { card?: string; tz?: string }, card: string): void {
  if (event.card === card) event.card = card;
}
