/**
 * How many cards are due and new in each note and topic. Everything is counted once, in slices where there is much; after that, a
 * changed note or a graded card costs only itself, however many notes there are.
 */
import type { Note } from '../notes/note';
import { hiddenDepth } from './hiddenTopics';

/** `new`: never reviewed. `later`: not due yet. `aside`: suspended or buried. */
export type CardStanding = 'due' | 'new' | 'later' | 'aside';

export interface StudyCount {
  readonly due: number;
  readonly fresh: number;
  /** All cards, also those set aside. */
  readonly cards: number;
  readonly notes: number;
}

const nothing: StudyCount = { due: 0, fresh: 0, cards: 0, notes: 0 };

export class StudyCounts {
  private entries: readonly Entry[] = [];
  /** The notes of the entries, side by side: comparing these touches no note. */
  private seen: readonly Note[] = [];
  private byId = new Map<string, Entry>();
  private readonly topics = new Map<string, Sum>();
  /** Sums by a topic's segments, so that they are looked up once for all notes of a topic. */
  private readonly sumsOf = new Map<string, readonly Sum[]>();
  private hidden: ReadonlySet<string> = new Set();
  private waiting: Entry[] = [];

  constructor(private readonly standingOf: (cardId: string) => CardStanding) {}

  /** Of what is not hidden. */
  get total(): StudyCount {
    return this.topics.get('') ?? nothing;
  }

  ofNote(note: Note): StudyCount {
    return this.byId.get(note.id) ?? nothing;
  }

  /** With everything below the topic that is not hidden. A hidden topic counts for itself, but not for the topics above it. */
  ofTopic(path: string): StudyCount {
    return this.topics.get(path) ?? nothing;
  }

  /** `notes`: all there are. Notes and cards are counted at once; what is due among those that are new or changed, by `countSome`. */
  useNotes(notes: readonly Note[]): void {
    const before = this.seen;
    this.seen = notes;
    if (notes.length !== before.length || !this.replaceEach(before, notes)) this.rebuild(notes);
  }

  /** `hidden`: paths of topics that are not for the interview. */
  hide(hidden: ReadonlySet<string>): void {
    this.hidden = hidden;
    this.topics.clear();
    this.sumsOf.clear();
    for (const entry of this.entries) {
      entry.sums = this.sumsFor(entry.note.topic);
      entry.addTo(1);
    }
  }

  /** After reviews of these cards, or when their time came. */
  recount(cardIds: Iterable<string>): void {
    const entries = new Set<Entry>();
    for (const id of cardIds) {
      const entry = this.byId.get(id.slice(0, Math.max(0, id.lastIndexOf('#'))));
      if (entry) entries.add(entry);
    }
    for (const entry of entries) this.count(entry);
  }

  /** When anything may have changed: `countSome` then goes through all notes; until it has, they count as before. */
  recountAll(): void {
    this.waiting = [...this.entries].reverse();
  }

  /** Goes on with what waits to be counted, for this many notes. True while more waits. */
  countSome(most: number): boolean {
    for (let counted = 0; counted < most; counted += 1) {
      const entry = this.waiting.pop();
      if (!entry) return false;
      // It may have gone meanwhile.
      if (this.byId.get(entry.note.id) === entry) this.count(entry);
    }
    return this.waiting.length > 0;
  }

  /** False where notes came, went or moved. */
  private replaceEach(before: readonly Note[], notes: readonly Note[]): boolean {
    for (let at = 0; at < notes.length; at += 1) {
      const note = notes[at];
      if (!note || note === before[at]) continue;
      const entry = this.entries[at];
      if (entry?.note.id !== note.id) return false;
      this.replace(entry, note);
    }
    return true;
  }

  private rebuild(notes: readonly Note[]): void {
    const before = this.byId;
    const byId = new Map<string, Entry>();
    this.entries = notes.map((note) => {
      const known = before.get(note.id);
      const entry = known ?? new Entry(note, this.sumsFor(note.topic));
      if (!known) {
        entry.addTo(1);
        this.waiting.push(entry);
      } else if (known.note !== note) this.replace(known, note);
      byId.set(note.id, entry);
      return entry;
    });
    for (const [id, entry] of before) if (!byId.has(id)) entry.addTo(-1);
    this.byId = byId;
  }

  private replace(entry: Entry, note: Note): void {
    entry.addTo(-1);
    entry.note = note;
    entry.cards = note.cards.length;
    entry.sums = this.sumsFor(note.topic);
    entry.addTo(1);
    this.waiting.push(entry);
  }

  private count(entry: Entry): void {
    let due = 0;
    let fresh = 0;
    for (const { id } of entry.note.cards) {
      const standing = this.standingOf(id);
      if (standing === 'due') due += 1;
      else if (standing === 'new') fresh += 1;
    }
    if (due === entry.due && fresh === entry.fresh) return;
    entry.addTo(-1);
    entry.due = due;
    entry.fresh = fresh;
    entry.addTo(1);
  }

  private sumsFor(topic: readonly string[]): readonly Sum[] {
    const path = topic.join('/');
    const known = this.sumsOf.get(path);
    if (known) return known;
    const sums: Sum[] = [];
    for (let depth = hiddenDepth(topic, this.hidden); depth <= topic.length; depth += 1) {
      const above = topic.slice(0, depth).join('/');
      const sum = this.topics.get(above) ?? new Sum();
      this.topics.set(above, sum);
      sums.push(sum);
    }
    this.sumsOf.set(path, sums);
    return sums;
  }
}

class Sum implements StudyCount {
  due = 0;
  fresh = 0;
  cards = 0;
  notes = 0;
}

class Entry implements StudyCount {
  due = 0;
  fresh = 0;
  cards: number;
  readonly notes = 1;

  constructor(
    public note: Note,
    /** What it is part of: its topic and those above it, as far as it counts there. */
    public sums: readonly Sum[],
  ) {
    this.cards = note.cards.length;
  }

  addTo(sign: 1 | -1): void {
    for (const sum of this.sums) {
      sum.due += sign * this.due;
      sum.fresh += sign * this.fresh;
      sum.cards += sign * this.cards;
      sum.notes += sign;
    }
  }
}
