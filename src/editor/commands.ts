import type { Card, Note } from '../core/notes/note';

/** Features meet here: the commands one feature offers another, with the arguments it may pass. Handlers re-check every argument against the index. */

/** Opens a note for reading. Arguments: note id, and optionally a card's anchor or a heading's slug. */
export const openNoteCommand = 'interviewStudy.openNote';

/** Starts a quiz. Argument: an optional `QuizScope`. */
export const startQuizCommand = 'interviewStudy.startQuiz';

/** Opens a comparison. Arguments: optional note id, the things (column titles) to show, and `{ beside: true }` to open in a second column without taking the focus. */
export const compareCommand = 'interviewStudy.compare';

/** Makes a note. Argument: optionally what is wished of it, such as its title; the rest is asked. */
export const newNoteCommand = 'interviewStudy.newNote';

/** What a quiz asks about. Without any field: everything. */
export interface QuizScope {
  /** Topic path such as `python/concurrency`, with everything below it. */
  readonly topic?: string;
  /** Note id. */
  readonly note?: string;
  /** Card ids. */
  readonly cards?: readonly string[];
}

/** What a command gets from a row of a tree: the note, and the card where the row is one. */
export interface NoteArgument {
  readonly note: Note;
  readonly card?: Card;
}

/** Narrows a command's first argument; palette and keys hand over nothing, VS Code's own menus something else. */
export function isNoteArgument(value: unknown): value is NoteArgument {
  return typeof value === 'object' && value !== null && 'note' in value && typeof value.note === 'object' && value.note !== null && 'cards' in value.note;
}
