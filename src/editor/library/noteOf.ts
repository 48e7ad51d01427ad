import { cardContent } from '../../core/notes/cardContent';
import type { CardContent, Note } from '../../core/notes/note';
import { notePlace } from '../../core/notes/notePlace';
import { parseNote } from '../../core/notes/parseNote';
import type { FileProblem, FileText } from './decodeNote';
import type { ShelfFile } from './noteShelf';

/** The note of a file. One that cannot be read is a note with a problem: shown, never silently missing. `describe` says in the reader's language why. */
export function noteOf({ path, source }: ShelfFile, content: FileText, describe: (problem: FileProblem) => string): Note {
  const place = notePlace(source.root, path);
  if ('text' in content) return parseNote(place, content.text, { headings: source.headings === true });
  const note = parseNote(place, content.head ?? '');
  return { ...note, problems: [...note.problems, { code: 'unreadable', message: describe(content.problem), severity: 'error', range: { start: 0, end: 0 } }] };
}

/** What a card holds, out of its file's text, which may have moved on since the index saw it: places are found anew. `undefined`: it is no longer there. */
export function contentOf({ path, source }: ShelfFile, text: string, anchor: string): CardContent | undefined {
  const note = parseNote(notePlace(source.root, path), text, { headings: source.headings === true });
  const card = note.cards.find((each) => each.anchor === anchor);
  return card && cardContent(text, card);
}
