import type { Note } from '../notes/note';
import { trivialKeywords } from './keywords';
import { lookupNames } from './lookupNames';
import type { PythonName } from './pythonName';

export interface HoverSettings {
  /** Keywords and builtins. */
  readonly keywords: boolean;
  /** Imported names and what hangs on them. */
  readonly libraries: boolean;
  /** Also `if`, `for`, `def`, … */
  readonly trivialKeywords: boolean;
  /** As a note's `hover` writes them. */
  readonly mutedNames: readonly string[];
}

export interface NamedNotes {
  /** The form under which the first note was found: what *Mute this name* mutes. */
  readonly name: string;
  /** Of the same word, for the place of the hover. */
  readonly found: PythonName;
  /** Best first, at least one. */
  readonly notes: readonly Note[];
}

const atMost = 3;

/** The notes behind the candidates of one word, which come best first; `undefined` where there are none or they are not wanted. */
export function notesForNames(
  names: readonly PythonName[],
  notesByHover: (name: string) => readonly Note[],
  settings: HoverSettings,
): NamedNotes | undefined {
  const muted = new Set(settings.mutedNames);
  const notes = new Map<string, Note>();
  let first: Pick<NamedNotes, 'name' | 'found'> | undefined;
  for (const found of names) {
    // A guess beside a certain answer is noise.
    if (first && found.confidence * 2 < first.found.confidence) break;
    if (!isWanted(found, settings)) continue;
    const forms = lookupNames(found);
    // Whoever mutes a name does not want to see a weaker candidate in its place.
    if (forms.some((form) => muted.has(form))) break;
    for (const name of forms) {
      for (const note of mostSpecificFirst(notesByHover(name))) {
        if (!notes.has(note.id)) notes.set(note.id, note);
        first ??= { name, found };
      }
    }
  }
  return first && { ...first, notes: [...notes.values()].slice(0, atMost) };
}

function isWanted({ kind, form }: PythonName, settings: HoverSettings): boolean {
  switch (kind) {
    case 'keyword':
      return settings.keywords && (settings.trivialKeywords || !trivialKeywords.has(form));
    case 'builtin':
      return settings.keywords;
    case 'decorator':
      return form.includes('.') ? settings.libraries : settings.keywords;
    default:
      return settings.libraries;
  }
}

/** A note about few names says more about each of them than one that mentions many; comparisons have their own button. */
function mostSpecificFirst(notes: readonly Note[]): readonly Note[] {
  const rank = (note: Note) => (note.kind === 'note' ? 0 : 1000) + note.hover.length;
  return [...notes].sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title));
}
