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
  /** By number: the id as it was asked for last, and the number of the card that was asked for next, -1 where none was. */
  private readonly names: string[] = [];
  private readonly next: number[] = [];
  private last = -1;

  get size(): number {
    return this.records.length;
  }

  /** -1 for a card of which nothing is known. */
  numberOf(card: string): number {
    // Who asks for many cards has them in the order of the notes, each time. Whether the one that followed last time follows again
    // is one comparison, mostly of a string with itself; looking it up in a table of 50,000 waits for memory.
    const likely = this.last < 0 ? -1 : (this.next[this.last] ?? -1);
    if (likely >= 0 && this.names[likely] === card) {
      this.last = likely;
      return likely;
    }
    const number = this.numbers.get(card);
    if (number === undefined) return -1;
    if (this.last >= 0) this.next[this.last] = number;
    this.names[number] = card;
    this.last = number;
    return number;
  }

  /** Empty for a number that no card has. */
  nameOf(number: number): string {
    return this.records[number]?.card ?? '';
  }

  get(card: string): CardRecord | undefined {
    const number = this.numbers.get(card);
    return number === undefined ? undefined : this.records[number];
  }

  /** As `get`, for who asks about many cards in the order of the notes. */
  getNext(card: string): CardRecord | undefined {
    return this.records[this.numberOf(card)];
  }

  add(card: string, progress: CardProgress): CardRecord {
    const record: CardRecord = { card, number: this.records.length, entries: [], progress, last: undefined, latest: 0, isBound: false, isListed: true };
    this.numbers.set(card, record.number);
    this.names.push(card);
    this.next.push(-1);
    this.records.push(record);
    return record;
  }

  [Symbol.iterator](): Iterator<CardRecord> {
    return this.records[Symbol.iterator]();
  }
}
