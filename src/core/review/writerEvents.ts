import type { FiledEvent } from './cardState';
import type { PackedReviews } from './packedReviews';
import type { ReviewEvent } from './reviewEvent';

/** An event in its place: by writer and number, with the time that its order follows. */
export class Entry implements FiledEvent {
  /** Where the writer's clock went back: the time before it. Absent: the event's own time is in order. */
  private later: number | undefined = undefined;
  /** Whether no undo that counts names it. `undefined` until asked. */
  active: boolean | undefined = undefined;
  /** Part of a ring of undos that take each other back, which no program of ours writes: none of them counts. */
  circular = false;
  row = -1;
  /** Of these two one is there. */
  private whole: ReviewEvent | undefined;
  private packed: PackedReviews | undefined = undefined;

  constructor(
    event: ReviewEvent,
    readonly writer: string,
    readonly number: number,
  ) {
    this.whole = event;
  }

  /** Made anew at each call where it is packed: two answers are equal, and need not be the same object. */
  get event(): ReviewEvent {
    if (this.whole) return this.whole;
    if (!this.packed) throw new Error('an entry without an event');
    return this.packed.event(this.row, this.id);
  }

  get id(): string {
    return this.whole?.id ?? `${this.writer}-${this.number}`;
  }

  /** The event's own time. */
  get at(): number {
    return this.whole ? this.whole.at : (this.packed?.at(this.row) ?? Number.NaN);
  }

  /** Id of the event that this one says it follows. */
  get after(): string | undefined {
    return this.whole?.after;
  }

  get effective(): number {
    return this.later ?? this.at;
  }

  /** Not before the writer's previous event. */
  follow(previous: number): void {
    this.later = previous > this.at ? previous : undefined;
  }

  /** Lets a plain review go, which `reviews` can make again. */
  pack(reviews: PackedReviews): void {
    if (this.whole?.kind !== 'review' || !reviews.keep(this.row, this.whole)) return;
    this.packed = reviews;
    this.whole = undefined;
  }
}

/** Same facts, whatever the order of unknown fields' own contents. Only asked for events of one id. */
export function sameContent(one: ReviewEvent, other: ReviewEvent): boolean {
  if (one === other) return true;
  const left = one as unknown as Readonly<Record<string, unknown>>;
  const right = other as unknown as Readonly<Record<string, unknown>>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => {
    const [a, b] = [left[key], right[key]];
    return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
  });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By number; two events of one id by what they say, so that every machine puts them into the same order. */
function compareNumbers(one: Entry, other: Entry): number {
  return one.number - other.number || (one === other ? 0 : compareText(inOrderOfKeys(one.event), inOrderOfKeys(other.event)));
}

function inOrderOfKeys(event: ReviewEvent): string {
  return JSON.stringify(Object.entries(event).sort(([one], [other]) => compareText(one, other)));
}

/** The order of all events: effective time, then id. */
export function compareEntries(one: Entry, other: Entry): number {
  return one.effective - other.effective || compareText(one.writer, other.writer) || compareNumbers(one, other);
}

/** One writer's events by number. A clock that goes back within a window does not reorder what that window saw. */
export class WriterEvents {
  private readonly entries: Entry[] = [];

  constructor(readonly writer: string) {}

  /** The one with the highest number. */
  get last(): Entry | undefined {
    return this.entries.at(-1);
  }

  /** The events of a number: none, one, or several where logs contradict each other. */
  find(number: number): readonly Entry[] {
    const last = this.entries.at(-1);
    if (!last || last.number < number) return nothing;
    const found: Entry[] = [];
    for (let index = this.place(number); this.entries[index]?.number === number; index++) {
      const entry = this.entries[index];
      if (entry) found.push(entry);
    }
    return found;
  }

  /** Index of the first entry whose number is at least this one. Numbers rise without gaps in a whole log, so the first guess is mostly right. */
  private place(number: number): number {
    const { entries } = this;
    const guess = number - (entries[0]?.number ?? 0);
    if (entries[guess]?.number === number && entries[guess - 1]?.number !== number) return guess;
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = entries[middle];
      if (at && at.number < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts an entry into its place and corrects the times that follow from it. Returns the later entries whose time moved. */
  add(entry: Entry): readonly Entry[] {
    const { entries } = this;
    const last = entries.at(-1);
    if (!last || last.number < entry.number) {
      if (last) entry.follow(last.effective);
      entries.push(entry);
      return nothing;
    }
    let index = this.place(entry.number);
    for (let other = entries[index]; other && compareNumbers(other, entry) < 0; other = entries[index]) index += 1;
    entries.splice(index, 0, entry);
    return this.settle(index);
  }

  private settle(from: number): readonly Entry[] {
    const moved: Entry[] = [];
    let previous = this.entries[from - 1]?.effective ?? 0;
    for (let index = from; index < this.entries.length; index++) {
      const entry = this.entries[index];
      if (!entry) break;
      const effective = Math.max(entry.at, previous);
      // Times only rise when an event joins, and from the first one that does not, nothing behind it does.
      if (index > from) {
        if (effective === entry.effective) break;
        moved.push(entry);
      }
      entry.follow(previous);
      previous = effective;
    }
    return moved;
  }

  /** From the latest back. Times never rise on the way. */
  *backwards(): Iterable<Entry> {
    for (let index = this.entries.length - 1; index >= 0; index--) {
      const entry = this.entries[index];
      if (entry) yield entry;
    }
  }

  [Symbol.iterator](): Iterator<Entry> {
    return this.entries[Symbol.iterator]();
  }
}

const nothing: readonly Entry[] = [];
