import type { Card, Note } from './note';
import { plainLowerLine, withoutInvisible } from './oneLine';
import { NameTable } from './nameTable';
import { resolvedLink, type ResolvedLink } from './resolveLink';
import { TopicTable, type TopicNode } from './topicTable';

export type { TopicNode } from './topicTable';
export type { ResolvedLink } from './resolveLink';

/**
 * All notes, and the ways to find them. Changing one note costs the same however many there are. Notes of one id in several languages
 * are one note, shown in the language that the reader prefers.
 */
export class NoteIndex {
  /** All languages of the notes that have several. */
  private readonly several = new Map<string, readonly Note[]>();
  private readonly shown = new Map<string, Note>();
  private readonly hovers = new NameTable();
  private readonly names = new NameTable();
  private readonly table = new TopicTable();
  private list: readonly Note[] | undefined;
  private languages: readonly string[];

  /** `languages`: codes such as `ko`, the most preferred first. */
  constructor(languages: readonly string[] = []) {
    this.languages = languages;
  }

  /** Number of notes; languages of one note count once. */
  get size(): number {
    return this.shown.size;
  }

  setLanguages(languages: readonly string[]): void {
    this.languages = languages;
    for (const [id, notes] of this.several) this.show(id, notes);
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
    this.list ??= [...this.shown.values()];
    return this.list;
  }

  note(id: string): Note | undefined {
    return this.shown.get(id);
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

  /** What most calls come to, and tens of thousands at the start. */
  private add(note: Note): void {
    this.hovers.replace(note.id, none, note.hover);
    this.names.replace(note.id, none, linkNames([note]));
    this.shown.set(note.id, note);
    this.table.replace(undefined, note);
    this.list = undefined;
  }

  private put(id: string, before: readonly Note[], notes: readonly Note[]): void {
    this.hovers.replace(id, hoverNames(before), hoverNames(notes));
    this.names.replace(id, linkNames(before), linkNames(notes));
    if (notes.length > 1) this.several.set(id, notes);
    else this.several.delete(id);
    this.show(id, notes);
  }

  private show(id: string, notes: readonly Note[]): void {
    const before = this.shown.get(id);
    const note = preferred(notes, this.languages);
    if (note === before) return;
    if (note) this.shown.set(id, note);
    else this.shown.delete(id);
    this.table.replace(before, note);
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

const none: readonly never[] = [];

function preferred(notes: readonly Note[], languages: readonly string[]): Note | undefined {
  for (const language of languages) {
    const same = notes.find((note) => note.language === language) ?? notes.find((note) => note.language?.split('-')[0] === language.split('-')[0]);
    if (same) return same;
  }
  return notes.find(({ language }) => language === undefined) ?? notes[0];
}

function hoverNames(notes: readonly Note[]): readonly string[] {
  const [only] = notes;
  return notes.length === 1 && only ? only.hover : notes.flatMap(({ hover }) => hover);
}

/** What a wiki link may call the note: title, aliases and file name, whatever their case. */
function linkNames(notes: readonly Note[]): readonly string[] {
  const names: string[] = [];
  for (const { id, title, aliases } of notes) {
    names.push(linkName(title));
    for (const alias of aliases) names.push(linkName(alias));
    names.push(linkName(id.slice(Math.max(id.lastIndexOf('/'), id.indexOf(':')) + 1)));
  }
  return names;
}

/** Names that a reader would call equal. */
function linkName(name: string): string {
  return plainLowerLine(name) ?? withoutInvisible(name.normalize('NFC')).trim().toLowerCase();
}
