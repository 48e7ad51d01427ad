import { levels, noteKinds, type Level, type Note, type NoteKind } from '../notes/note';

export const studyStates = ['due', 'new', 'unread', 'stale'] as const;
/** `due` and `new`: has such a card. `unread`: was never opened. `stale`: was verified too long ago. */
export type StudyState = (typeof studyStates)[number];

/** Which notes the tree shows. A note must meet each field that is not empty, by any of its values. */
export interface NoteFilter {
  readonly levels: readonly Level[];
  readonly kinds: readonly NoteKind[];
  readonly tags: readonly string[];
  readonly states: readonly StudyState[];
}

export const groupings = ['topic', 'level', 'tag'] as const;
/** What the outermost rows of the tree are. */
export type Grouping = (typeof groupings)[number];

export const noFilter: NoteFilter = { levels: [], kinds: [], tags: [], states: [] };

export function isFiltering({ levels: wanted, kinds, tags, states }: NoteFilter): boolean {
  return wanted.length + kinds.length + tags.length + states.length > 0;
}

/** `isIn` is asked only where the filter names states. */
export function passesFilter(note: Note, filter: NoteFilter, isIn: (note: Note, state: StudyState) => boolean): boolean {
  return (
    meets(filter.levels, note.levels) &&
    (filter.kinds.length === 0 || filter.kinds.includes(note.kind)) &&
    meets(filter.tags, note.tags) &&
    (filter.states.length === 0 || filter.states.some((state) => isIn(note, state)))
  );
}

/** A filter out of storage, which another version may have written. */
export function storedFilter(value: unknown): NoteFilter {
  if (typeof value !== 'object' || value === null) return noFilter;
  const texts = (key: string): readonly unknown[] => {
    const list: unknown = new Map<string, unknown>(Object.entries(value)).get(key);
    return Array.isArray(list) ? list : [];
  };
  return {
    levels: levels.filter((level) => texts('levels').includes(level)),
    kinds: noteKinds.filter((kind) => texts('kinds').includes(kind)),
    tags: texts('tags').filter((tag) => typeof tag === 'string'),
    states: studyStates.filter((state) => texts('states').includes(state)),
  };
}

function meets<T>(wanted: readonly T[], present: readonly T[]): boolean {
  return wanted.length === 0 || wanted.some((value) => present.includes(value));
}
