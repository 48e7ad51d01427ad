import { CardProgress, type CardState } from './cardState';
import type { ReviewEvent } from './reviewEvent';
import type { Scheduler } from './scheduler';

/**
 * What a replay of the logs came to, so that a start need not wait for the next one. It is a cache: it may be deleted at any time, whatever
 * does not fit is thrown away, and the logs alone say what happened.
 */
export interface Checkpoint {
  /** `Scheduler.memoryKey` of who replayed. */
  readonly memory: string;
  readonly writers: readonly WriterEnd[];
  /** Ids that an undo or an edited grade names and that no log has had so far. */
  readonly awaited: readonly string[];
  /** Cards for which only a replay tells where a new event belongs: renamed ones, and those with a clock far ahead. */
  readonly unsteady: readonly string[];
  readonly cards: Iterable<SavedCard>;
}

/** Name, highest number, and the effective time of that event (ms). */
export type WriterEnd = readonly [writer: string, number: number, effective: number];

/** Name, effective time of the last event (ms), and `CardProgress.saved()`. */
export type SavedCard = readonly [card: string, latest: number, ...progress: (number | undefined)[]];

interface KnownCard {
  readonly progress: CardProgress;
  latest: number;
}

/** How cards stand by a checkpoint and the events since. */
export class CheckpointedCards {
  private readonly cards = new Map<string, KnownCard>();
  private readonly writers = new Map<string, { number: number; effective: number }>();
  private readonly awaited: ReadonlySet<string>;
  private readonly unsteady: ReadonlySet<string>;

  /** `head` without its cards, which `take` hands over. */
  constructor(
    private readonly scheduler: Scheduler,
    { writers, awaited, unsteady }: Pick<Checkpoint, 'writers' | 'awaited' | 'unsteady'>,
  ) {
    this.awaited = new Set(awaited);
    this.unsteady = new Set(unsteady);
    for (const [writer, number, effective] of writers) this.writers.set(writer, { number, effective });
  }

  /** Takes saved cards of whatever shape. False where they are none. */
  take(rows: unknown): boolean {
    return Array.isArray(rows) && rows.every((row) => this.takeCard(row));
  }

  private takeCard(row: unknown): boolean {
    if (!Array.isArray(row)) return false;
    const [card, latest, ...values] = row as readonly unknown[];
    const progress = CardProgress.restored(values, this.scheduler);
    if (typeof card !== 'string' || typeof latest !== 'number' || !progress || this.cards.has(card)) return false;
    this.cards.set(card, { progress, latest });
    return true;
  }

  /** As `ReviewHistory.findState`. */
  findState(card: string, now: number): CardState | undefined {
    return this.cards.get(card)?.progress.stateAt(now);
  }

  /** Takes an event that comes after everything so far. False where only a replay can tell what it changes; nothing here counts then. */
  advance(event: ReviewEvent): boolean {
    const dash = event.id.lastIndexOf('-');
    const [name, number] = [event.id.slice(0, dash), Number(event.id.slice(dash + 1))];
    const writer = this.writers.get(name);
    if ((writer && number <= writer.number) || this.awaited.has(event.id) || event.after !== undefined) return false;
    const effective = Math.max(event.at, writer?.effective ?? 0);
    this.writers.set(name, { number, effective });
    switch (event.kind) {
      case 'undo':
      case 'regrade':
      case 'link':
      case 'reschedule':
        return false;
      case 'other':
        return true;
      default:
        return this.advanceCard(event, event.card, effective);
    }
  }

  private advanceCard(event: ReviewEvent, card: string, effective: number): boolean {
    if (this.unsteady.has(card)) return false;
    const known = this.cards.get(card) ?? { progress: new CardProgress(this.scheduler), latest: -1 };
    if (effective <= known.latest) return false;
    known.progress.apply({ event, effective, row: -1 }, card);
    known.latest = effective;
    this.cards.set(card, known);
    return true;
  }
}
