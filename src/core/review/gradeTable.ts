import { largerColumn } from './largerColumn';
import type { Rating } from './reviewEvent';
import type { Phase } from './scheduler';

/** A graded answer and how the card stood before it, as numbers. */
export interface GradeRow {
  readonly card: number;
  readonly rating: Rating;
  readonly phaseBefore: Phase;
  /** Study day, and study days since the card's grade before. */
  readonly day: number;
  readonly elapsed: number;
  /** Predicted recall, 0-1; NaN for a new card. */
  readonly recallBefore: number;
  /** Milliseconds; 0 where it was not measured. */
  readonly duration: number;
}

/** Graded answers as columns of numbers, as long as `length`; each has more room than that. */
export interface Grades {
  readonly length: number;
  readonly cards: Int32Array;
  /** 0 where the answer does not count: it was undone. */
  readonly ratings: Uint8Array;
  /** Index into `phases`. */
  readonly phases: Uint8Array;
  readonly days: Int32Array;
  readonly elapsed: Int32Array;
  readonly recalls: Float32Array;
  readonly durations: Float64Array;
  /** By card number: 1 where the card's answers are meant. Absent: all are. */
  readonly chosen?: Uint8Array;
}

export const phases: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];
const ratings: readonly (Rating | undefined)[] = [undefined, 1, 2, 3, 4];

/**
 * All graded answers as columns of numbers. Summing up 100,000 of them takes a millisecond or two this way, and twenty times
 * longer as objects that lie about in memory.
 */
export class GradeTable {
  private length = 0;
  private cards = new Int32Array(1_024);
  /** 0 where the answer does not count. */
  private ratings = new Uint8Array(1_024);
  private phases = new Uint8Array(1_024);
  private days = new Int32Array(1_024);
  private elapsed = new Int32Array(1_024);
  private recalls = new Float32Array(1_024);
  private durations = new Float64Array(1_024);

  /** Makes a row that does not count yet. */
  add(card: number, duration: number): number {
    const row = this.length++;
    if (row === this.cards.length) this.grow(2 * row);
    this.cards[row] = card;
    this.durations[row] = duration;
    return row;
  }

  private grow(length: number): void {
    this.cards = largerColumn(this.cards, length);
    this.ratings = largerColumn(this.ratings, length);
    this.phases = largerColumn(this.phases, length);
    this.days = largerColumn(this.days, length);
    this.elapsed = largerColumn(this.elapsed, length);
    this.recalls = largerColumn(this.recalls, length);
    this.durations = largerColumn(this.durations, length);
  }

  set(row: number, rating: Rating, phaseBefore: Phase, day: number, elapsed: number, recallBefore: number): void {
    this.ratings[row] = rating;
    this.phases[row] = phases.indexOf(phaseBefore);
    this.days[row] = day;
    this.elapsed[row] = elapsed;
    this.recalls[row] = recallBefore;
  }

  /** The answer was undone. */
  clear(row: number): void {
    this.ratings[row] = 0;
  }

  /** Number of the card that a row is about. */
  cardOf(row: number): number {
    return this.cards[row] ?? -1;
  }

  /** `undefined` where the answer does not count. */
  get(row: number): GradeRow | undefined {
    const rating = ratings[this.ratings[row] ?? 0];
    if (rating === undefined) return undefined;
    return {
      card: this.cards[row] ?? 0,
      rating,
      phaseBefore: phases[this.phases[row] ?? 0] ?? 'new',
      day: this.days[row] ?? 0,
      elapsed: this.elapsed[row] ?? 0,
      recallBefore: this.recalls[row] ?? Number.NaN,
      duration: this.durations[row] ?? 0,
    };
  }

  /** What is in the table now. The columns change with the table. */
  get columns(): Grades {
    const { length, cards, ratings, phases, days, elapsed, recalls, durations } = this;
    return { length, cards, ratings, phases, days, elapsed, recalls, durations };
  }
}
