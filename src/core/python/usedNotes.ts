import type { Note, TextRange } from '../notes/note';
import { type HoverSettings, notesForNames } from './notesForNames';
import type { PythonName } from './pythonName';

/** A name as a note writes it, and the words of a text that stand for it. */
export interface UsedName {
  readonly name: string;
  /** In the order of the text. */
  readonly places: readonly TextRange[];
}

export interface UsedNote {
  readonly note: Note;
  /** The most used first. */
  readonly names: readonly UsedName[];
}

/** Collects the notes behind the names of a text, stretch by stretch: to each word the one note that a hover would show first. */
export class UsedNotes {
  private readonly byNote = new Map<string, { readonly note: Note; readonly names: Map<string, TextRange[]> }>();
  /** Few different names make up most of a text. */
  private readonly known = new Map<string, { readonly name: string; readonly note: Note } | undefined>();

  constructor(
    private readonly notesByHover: (name: string) => readonly Note[],
    private readonly settings: HoverSettings,
  ) {}

  /** Several candidates for one word stand next to each other, best first. */
  add(names: readonly PythonName[]): void {
    for (let at = 0; at < names.length; ) {
      const start = names[at]?.start;
      let end = at + 1;
      while (end < names.length && names[end]?.start === start) end++;
      this.addWord(names.slice(at, end));
      at = end;
    }
  }

  /** Forgets the text, so that another one can be looked through with what is known of its names. */
  startAnew(): void {
    this.byNote.clear();
  }

  get notes(): readonly UsedNote[] {
    return [...this.byNote.values()].map(({ note, names }) => ({
      note,
      names: [...names].map(([name, places]) => ({ name, places })).sort((one, other) => other.places.length - one.places.length),
    }));
  }

  private addWord(candidates: readonly PythonName[]): void {
    const [word] = candidates;
    const found = this.noteOf(candidates);
    if (!word || !found) return;
    const used = this.byNote.get(found.note.id) ?? { note: found.note, names: new Map<string, TextRange[]>() };
    this.byNote.set(found.note.id, used);
    const place = { start: word.start, end: word.end };
    const places = used.names.get(found.name);
    if (places) places.push(place);
    else used.names.set(found.name, [place]);
  }

  private noteOf(candidates: readonly PythonName[]) {
    const key = candidates.map(({ kind, form, confidence }) => `${kind} ${form} ${confidence}`).join('|');
    if (this.known.has(key)) return this.known.get(key);
    const named = notesForNames(candidates, this.notesByHover, this.settings);
    const [note] = named?.notes ?? [];
    const found = named && note && { name: named.name, note };
    this.known.set(key, found);
    return found;
  }
}

/** How often the names of a note are used. */
export function usesOf({ names }: UsedNote): number {
  return names.reduce((sum, { places }) => sum + places.length, 0);
}

/**
 * What is worth studying first: uses times the share that is probably forgotten. `recallOf` gives 0-1, `undefined` for a note that was never
 * asked about, which counts as forgotten. A note without questions can only be read, so it counts half.
 */
export function mostUsedAndWeakestFirst<Used extends { readonly note: Note; readonly uses: number }>(
  notes: readonly Used[],
  recallOf: (note: Note) => number | undefined,
): readonly Used[] {
  const worth = ({ note, uses }: Used) => uses * (note.cards.length === 0 ? 0.5 : 1 - (recallOf(note) ?? 0));
  return notes
    .map((used) => ({ used, worth: worth(used) }))
    .sort((one, other) => other.worth - one.worth || other.used.uses - one.used.uses || one.used.note.title.localeCompare(other.used.note.title))
    .map(({ used }) => used);
}
