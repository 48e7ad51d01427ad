import type { CardProgress } from './cardState';
import type { Entry } from './writerEvents';

/** What is known of one card. */
export interface CardRecord {
  readonly card: string;
  /** Place of the card in columns of numbers. */
  readonly number: number;
  readonly entries: Entry[];
  /** Absent where the card must be replayed. */
  progress?: CardProgress;
  last?: Entry;
  /** Effective time of `last`. */
  latest: number;
  /** One of its events says which other it follows: where a new one belongs, only a replay tells. */
  isBound: boolean;
  /** False while the card's row of columns is out of date. */
  isListed: boolean;
}

/** The cards with history, numbered in the order in which they came up. */
export class CardRecords {
  private readonly numbers = new Map<string, number>();
  private readonly records: CardRecord[] = [];

  get size(): number {
    return this.records.length;
  }

  /** -1 for a card of which nothing is known. */
  numberOf(card: string): number {
    return this.numbers.get(card) ?? -1;
  }

  get(card: string): CardRecord | undefined {
    const number = this.numbers.get(card);
    return number === undefined ? undefined : this.records[number];
  }

  add(card: string, progress: CardProgress): CardRecord {
    const record: CardRecord = { card, number: this.records.length, entries: [], progress, last: undefined, latest: 0, isBound: false, isListed: true };
    this.numbers.set(card, record.number);
    this.records.push(record);
    return record;
  }

  [Symbol.iterator](): Iterator<CardRecord> {
    return this.records[Symbol.iterator]();
  }
}
