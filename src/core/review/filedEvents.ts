import type { WriterEnd } from './checkpoint';
import type { RegradedEvent, ReviewEvent } from './reviewEvent';
import { UndoneEvents } from './undoneEvents';
import { Entry, WriterEvents, compareEntries, sameContent } from './writerEvents';

/** What came of filing an event that was not there before. */
export interface Filing {
  readonly entry: Entry;
  /** Other events whose time, or whether they count, may have changed by it. */
  readonly shaken: readonly Entry[];
}

/** All events that are known, each once, by writer and number, with what they say about each other: which were undone, and which grades edited. */
export class FiledEvents {
  private readonly writers = new Map<string, WriterEvents>();
  private readonly regrades = new Map<string, Entry[]>();
  private readonly undone = new UndoneEvents((id) => this.find(id));
  private readonly twins = new Set<string>();
  private count = 0;
  private lastWriter = new WriterEvents('');

  /** Number of different events. */
  get size(): number {
    return this.count;
  }

  /** Ids that stand for two different events. */
  get conflicts(): readonly string[] {
    return [...this.twins].sort();
  }

  find(id: string): readonly Entry[] {
    const dash = id.lastIndexOf('-');
    return this.writers.get(id.slice(0, dash))?.find(Number(id.slice(dash + 1))) ?? [];
  }

  /** `undefined` for an event that is there already. */
  add(event: ReviewEvent): Filing | undefined {
    const dash = event.id.lastIndexOf('-');
    const writer = this.writerOf(event.id, dash);
    const number = numberAfter(event.id, dash);
    const known = writer.find(number);
    if (known.length > 0) {
      if (known.some((entry) => sameContent(entry.event, event))) return undefined;
      this.twins.add(event.id);
    }
    const entry = new Entry(event, writer.writer, number);
    this.count += 1;
    const moved = writer.add(entry);
    if (event.kind === 'regrade') this.addRegrade(event.of, entry);
    if (event.kind !== 'undo') return { entry, shaken: moved };
    return { entry, shaken: [...moved, ...this.undone.add(entry)] };
  }

  private writerOf(id: string, dash: number): WriterEvents {
    // Lines of one writer follow each other, and comparing is faster than looking up.
    const { lastWriter } = this;
    if (lastWriter.writer.length === dash && id.startsWith(lastWriter.writer)) return lastWriter;
    const name = id.slice(0, dash);
    let writer = this.writers.get(name);
    if (!writer) this.writers.set(name, (writer = new WriterEvents(name)));
    this.lastWriter = writer;
    return writer;
  }

  private addRegrade(of: string, entry: Entry): void {
    const others = this.regrades.get(of);
    if (others) others.push(entry);
    else this.regrades.set(of, [entry]);
  }

  /** Whether no undo that counts names it. */
  isActive(entry: Entry): boolean {
    return this.undone.isActive(entry);
  }

  /** Already edited or undone before it arrived, or bound to follow another event. */
  isSpecial({ id, after }: Entry): boolean {
    return this.undone.isNamed(id) || (this.regrades.size > 0 && this.regrades.has(id)) || after !== undefined;
  }

  /** The edit of a review's grade that counts, if any. */
  regradeOf(entry: Entry): RegradedEvent | undefined {
    if (this.regrades.size === 0) return undefined;
    const edits = this.regrades.get(entry.id)?.filter((edit) => this.undone.isActive(edit));
    const last = edits?.sort(compareEntries).at(-1)?.event;
    return last?.kind === 'regrade' ? last : undefined;
  }

  /** Cards that an event acts on. For an undo: what it takes back, as far as that is known. */
  cardsOf(event: ReviewEvent): readonly string[] {
    switch (event.kind) {
      case 'reschedule':
        return event.moves.map(([card]) => card);
      case 'link':
        return [event.to];
      case 'regrade':
        return this.find(event.of).flatMap(({ event: review }) => (review.kind === 'review' ? [review.card] : []));
      case 'undo': {
        const cards: string[] = [];
        const seen = new Set<string>();
        for (let id: string | undefined = event.undoes; id !== undefined && !seen.has(id); ) {
          seen.add(id);
          const target: ReviewEvent | undefined = this.find(id)[0]?.event;
          id = target?.kind === 'undo' ? target.undoes : undefined;
          if (target && target.kind !== 'undo') cards.push(...this.cardsOf(target));
        }
        return cards;
      }
      case 'other':
        return [];
      default:
        return [event.card];
    }
  }

  /** Where each writer's events end. */
  writerEnds(): readonly WriterEnd[] {
    return [...this.writers].flatMap(([name, { last }]) => (last ? [[name, last.number, last.effective] as const] : []));
  }

  /** Ids that an undo or a regrade names and that are not here. */
  awaited(): readonly string[] {
    return [...this.undone.named(), ...this.regrades.keys()].filter((id) => this.find(id).length === 0);
  }

  *[Symbol.iterator](): Iterator<Entry> {
    for (const writer of this.writers.values()) yield* writer;
  }

  /** Those since a moment (ms), each writer's latest first, without looking at those before it. */
  *since(moment: number): Iterable<Entry> {
    for (const writer of this.writers.values()) {
      for (const entry of writer.backwards()) {
        if (entry.effective < moment) break;
        yield entry;
      }
    }
  }
}

/** The number after a dash, without making a text of it first. */
function numberAfter(id: string, dash: number): number {
  let number = 0;
  for (let index = dash + 1; index < id.length; index++) number = number * 10 + id.charCodeAt(index) - 48;
  return number;
}
