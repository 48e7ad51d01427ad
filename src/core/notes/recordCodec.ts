import type { TextRange } from './note';

/** Texts, and numbers from 0 on, in the order in which they were written. */
export type WrittenRecord = readonly [texts: string, numbers: readonly number[]];

/** Stands after each text. JSON writes it as it is, and no keyboard does: what holds it is not written. */
const mark = '\u007f';
const none: readonly never[] = [];
/** Files of notes are smaller. */
const largestNumber = 0x3fffffff;

/** Lists that many notes have in common, such as their topics: written once, and one list in memory. */
export class SharedLists {
  readonly lists: (readonly string[])[] = [];
  private readonly places = new Map<string, number>();

  placeOf(list: readonly string[]): number {
    const text = JSON.stringify(list);
    const known = this.places.get(text) ?? this.lists.push(list) - 1;
    this.places.set(text, known);
    return known;
  }
}

export class RecordWriter {
  private all = '';
  private count = 0;
  private readonly list: number[] = [];

  texts(...texts: readonly string[]): void {
    for (const text of texts) this.all += text + mark;
    this.count += texts.length;
  }

  numbers(...numbers: readonly number[]): void {
    this.list.push(...numbers);
  }

  optional(text: string | undefined): void {
    this.numbers(Number(text !== undefined));
    if (text !== undefined) this.texts(text);
  }

  each<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.numbers(items.length);
    items.forEach(write);
  }

  /** `undefined` where a text holds the mark. */
  written(): WrittenRecord | undefined {
    let marks = 0;
    for (let at = this.all.indexOf(mark); at >= 0; at = this.all.indexOf(mark, at + 1)) marks++;
    return marks === this.count ? [this.all, this.list] : undefined;
  }
}

/** Hands out what a record holds, whatever that is: a wrong record is one in which something is missing, left over or not as it should be. */
export class RecordReader {
  /** False once something was not as it should be. */
  isRight = true;
  private textAt = 0;
  private numberAt = 0;

  /** `undefined` for what was never a record. */
  static of(record: unknown): RecordReader | undefined {
    if (!Array.isArray(record)) return undefined;
    const [texts, numbers] = record as readonly unknown[];
    return typeof texts === 'string' && Array.isArray(numbers) ? new RecordReader(texts, numbers) : undefined;
  }

  private constructor(
    private readonly all: string,
    private readonly numbers: readonly unknown[],
  ) {}

  /** Whether everything was there, and nothing more. */
  get isDone(): boolean {
    return this.isRight && this.textAt === this.all.length && this.numberAt === this.numbers.length;
  }

  text(): string {
    const start = this.textAt;
    const end = this.all.indexOf(mark, start);
    if (end < 0) this.isRight = false;
    else this.textAt = end + 1;
    return end < 0 ? '' : this.all.slice(start, end);
  }

  number(most = largestNumber, least = 0): number {
    const number = this.numbers[this.numberAt++];
    if (typeof number === 'number' && number >= least && number <= most && Number.isInteger(number)) return number;
    this.isRight = false;
    return least;
  }

  optional(): string | undefined {
    return this.number(1) === 1 ? this.text() : undefined;
  }

  oneOf<T>(values: readonly [T, ...T[]]): T {
    return values[this.number(values.length - 1)] ?? values[0];
  }

  range(): TextRange {
    const start = this.number();
    const end = this.number();
    if (start > end) this.isRight = false;
    return { start, end };
  }

  oneOfShared(lists: readonly (readonly string[])[]): readonly string[] {
    const list = lists[this.number()];
    if (!list) this.isRight = false;
    return list ?? none;
  }

  list(): readonly string[] {
    return this.each(readText);
  }

  each<Item>(read: (record: this) => Item): readonly Item[] {
    const count = this.number();
    if (count === 0) return none;
    const items: Item[] = [];
    // A wrong record ends at once: its count may be anything.
    while (items.length < count && this.isRight) items.push(read(this));
    return items;
  }
}

function readText(record: RecordReader): string {
  return record.text();
}
