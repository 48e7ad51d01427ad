import { LinkNames } from './linkNames';
import { NameTable } from './nameTable';
import type { Card, Note } from './note';
import { resolvedLink, type ResolvedLink } from './resolveLink';
import { TopicTable, type TopicNode } from './topicTable';

export type { TopicNode } from './topicTable';
export type { ResolvedLink } from './resolveLink';

/**
 * All notes, and the ways to find them. Changing one note costs the same however many there are. Notes of one id in several languages
 * are one note, shown in the language that the reader prefers. A note that says it is a copy of another stands in its place: the original can
 * still be asked for by its id, but is not listed, so that nobody is asked the same question twice.
 */
export class NoteIndex {
  /** All languages of the notes that have several. */
  private readonly several = new Map<string, readonly Note[]>();
  private readonly shown = new Map<string, Note>();
  /** Ids of the copies of a note, which need not be there itself. */
  private readonly copies = new Map<string, Set<string>>();
  private readonly hovers = new NameTable();
  private readonly names = new LinkNames(() => [...this.shown.keys()].map((id) => ({ id, notes: this.listing(id).notes })));
  private readonly table = new TopicTable();
  private list: readonly Note[] | undefined;
  private languages: readonly string[];

  /** `languages`: codes such as `ko`, the most preferred first. */
  constructor(languages: readonly string[] = []) {
    this.languages = languages;
  }

  /** Number of notes that are listed; languages of one note count once. */
  get size(): number {
    return this.notes().length;
  }

  setLanguages(languages: readonly string[]): void {
    this.languages = languages;
    for (const [id, notes] of this.several) this.put(id, notes, notes);
  }

  /** Adds the note, or replaces the one with its id and language. */
  set(note: Note): void {
    if (!this.shown.has(note.id)) {
      this.add(note);
      return;
    }
    const before = this.variants(note.id);
    const others = before.filter(({ language }) => language !== note.language);
    this.put(note.id, before, others.length === 0 ? [note] : [...others, note]);
  }

  /** Removes the note in this language; without one, the note whose file name names no language. */
  delete(id: string, language?: string): void {
    const before = this.variants(id);
    if (before.length > 0) this.put(id, before, before.filter((note) => note.language !== language));
  }

  /** One note per id, in the order in which they came. */
  notes(): readonly Note[] {
    this.list ??= this.copies.size === 0 ? [...this.shown.values()] : [...this.shown.values()].filter(({ id }) => !this.isReplaced(id));
    return this.list;
  }

  note(id: string): Note | undefined {
    return this.shown.get(id);
  }

  /** False for a note that is not there, and for one whose copy stands in its place. */
  isListed(id: string): boolean {
    return this.shown.has(id) && !this.isReplaced(id);
  }

  /** The note in each of its languages. */
  variants(id: string): readonly Note[] {
    const only = this.shown.get(id);
    return only ? (this.several.get(id) ?? [only]) : none;
  }

  card(cardId: string): { readonly note: Note; readonly card: Card } | undefined {
    const hash = cardId.lastIndexOf('#');
    const note = hash < 0 ? undefined : this.shown.get(cardId.slice(0, hash));
    const card = note?.cards.find(({ anchor }) => anchor === cardId.slice(hash + 1));
    return note && card && { note, card };
  }

  cards(): readonly Card[] {
    return this.notes().flatMap((note) => note.cards);
  }

  /** The root of the topics: its own notes are those without a topic. */
  topics(): TopicNode {
    return this.table.root;
  }

  /** Every name that some note wants to be found by in code. */
  hoverNames(): Iterable<string> {
    return this.hovers.names();
  }

  notesByHover(name: string): readonly Note[] {
    return this.byIds(this.hovers.ids(name));
  }

  /** Where a link in a note leads: looked up in the index, never on the disk. `undefined`: nowhere. */
  resolveLink(fromNoteId: string, target: string): ResolvedLink | undefined {
    return resolvedLink(fromNoteId, target, (id) => this.shown.get(id), (name) => this.byIds(this.names.ids(name)));
  }

  /** Makes the first link by name quick, a note per step, so that the caller may pause in between. Optional. */
  prepareLinks(): Generator<void> {
    return this.names.prepare();
  }

  /** What most calls come to, and tens of thousands at the start. */
  private add(note: Note): void {
    this.shown.set(note.id, note);
    this.list = undefined;
    if (!this.isReplaced(note.id)) {
      this.hovers.replace(note.id, none, note.hover);
      this.names.replace(note.id, none, [note]);
      this.table.replace(undefined, note);
    }
    if (note.copyOf !== undefined) this.followCopies(note.id, none, [note]);
  }

  private put(id: string, before: readonly Note[], notes: readonly Note[]): void {
    const listed = this.listing(id);
    if (notes.length > 1) this.several.set(id, notes);
    else this.several.delete(id);
    const note = preferred(notes, this.languages);
    if (note) this.shown.set(id, note);
    else this.shown.delete(id);
    this.relist(id, listed);
    this.followCopies(id, before, notes);
  }

  /** The first copy of a note takes it off the lists, the last that goes puts it back. */
  private followCopies(id: string, before: readonly Note[], notes: readonly Note[]): void {
    const [old, now] = [originals(before), originals(notes)];
    for (const original of new Set([...old, ...now])) {
      const listed = this.listing(original);
      const copies = this.copies.get(original) ?? new Set();
      if (now.has(original)) copies.add(id);
      else copies.delete(id);
      if (copies.size > 0) this.copies.set(original, copies);
      else this.copies.delete(original);
      this.relist(original, listed);
    }
  }

  /** Copies are never replaced themselves, so that no two notes can hide each other. */
  private isReplaced(id: string): boolean {
    return this.copies.size > 0 && this.copies.has(id) && this.shown.get(id)?.copyOf === undefined;
  }

  private listing(id: string): Listing {
    return this.isReplaced(id) ? nothing : { notes: this.variants(id), shown: this.shown.get(id) };
  }

  private relist(id: string, before: Listing): void {
    const now = this.listing(id);
    this.hovers.replace(id, hoverNames(before.notes), hoverNames(now.notes));
    this.names.replace(id, before.notes, now.notes);
    if (before.shown === now.shown) return;
    this.table.replace(before.shown, now.shown);
    this.list = undefined;
  }

  private byIds(ids: Iterable<string>): Note[] {
    const notes: Note[] = [];
    for (const id of ids) {
      const note = this.shown.get(id);
      if (note) notes.push(note);
    }
    return notes;
  }
}

/** What the lists have of an id: its notes, and the one that shows. */
interface Listing {
  readonly notes: readonly Note[];
  readonly shown: Note | undefined;
}

const none: readonly never[] = [];
const nothing: Listing = { notes: none, shown: undefined };

function preferred(notes: readonly Note[], languages: readonly string[]): Note | undefined {
  for (const language of languages) {
    const same = notes.find((note) => note.language === language) ?? notes.find((note) => note.language?.split('-')[0] === language.split('-')[0]);
    if (same) return same;
  }
  return notes.find(({ language }) => language === undefined) ?? notes[0];
}

function originals(notes: readonly Note[]): ReadonlySet<string> {
  return new Set(notes.flatMap(({ copyOf }) => copyOf ?? []));
}

function hoverNames(notes: readonly Note[]): readonly string[] {
  const [only] = notes;
  return notes.length === 1 && only ? only.hover : notes.flatMap(({ hover }) => hover);
}
