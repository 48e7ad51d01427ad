import type { Note } from '../../../src/core/notes/note';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';

/** A parsed note: its path decides its id, `front` its front matter, and each question becomes a card. */
export function aNote(path: string, front: string, ...questions: readonly string[]): Note {
  const cards = questions.map((question) => `\n## ${question}?\n\nBecause.\n`).join('');
  return parseNote(notePlace('test', path), `---\n${front}\n---\n# ${path}\n${cards}`);
}
