import type { Note } from '../../core/notes/note';
import { notePlace } from '../../core/notes/notePlace';
import { parseNote } from '../../core/notes/parseNote';
import { noteFolders } from '../library/noteSources';

/** Reads other texts as this note would be read: same id, same rules of its folder. */
export function parseAs({ id, language }: Note): (text: string) => Note {
  const colon = id.indexOf(':');
  const root = id.slice(0, colon);
  const place = notePlace(root, `${id.slice(colon + 1)}${language === undefined ? '' : `.${language}`}.md`);
  const headings = noteFolders().find((folder) => folder.root === root)?.headings;
  return (text) => parseNote(place, text, { headings });
}
