import { cardContent } from '../../../src/core/notes/cardContent';
import type { CardContent, Note } from '../../../src/core/notes/note';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';

export const place = notePlace('mine', 'python/gil.md');

/** A note whose headings are read as questions. */
export function study(body: string): Note {
  return parseNote(place, `---\ntopic: python\n---\n${body}`);
}

/** A file that does not say it is for studying. */
export function plain(body: string): Note {
  return parseNote(place, body);
}

/** Its cards as `anchor: front`. */
export function cardLines(note: Note): string[] {
  return note.cards.map(({ anchor, front }) => `${anchor}: ${front}`);
}

export function fronts(note: Note): string[] {
  return note.cards.map(({ front }) => front);
}

export function problemCodes(note: Note): string[] {
  return note.problems.map(({ code }) => code);
}

/** The contents of the cards of a study note. */
export function contents(body: string): CardContent[] {
  const text = `---\ntopic: python\n---\n${body}`;
  return parseNote(place, text).cards.map((card) => cardContent(text, card));
}
