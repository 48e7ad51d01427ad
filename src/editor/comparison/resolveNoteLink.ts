import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';

export interface ResolvedLink {
  readonly note: Note;
  /** Heading slug or `^id` after the `#`; empty where there is none. */
  readonly place: string;
}

/** The note a link leads to, found in the index and never on the disk: `choosing.md`, `../web/wsgi-and-asgi.md#interface`, `[[gil]]`. */
export function resolveNoteLink(library: Library, from: Note, target: string): ResolvedLink | undefined {
  const hash = target.indexOf('#');
  const path = decode(hash < 0 ? target : target.slice(0, hash)).replace(/\.md$/i, '');
  const place = hash < 0 ? '' : decode(target.slice(hash + 1));
  if (path === '') return { note: from, place };
  const colon = from.id.indexOf(':');
  const root = from.id.slice(0, colon);
  const segments = from.id.slice(colon + 1).split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  const note = library.index.note(`${root}:${segments.join('/').normalize('NFC')}`) ?? byName(library, path);
  return note === undefined ? undefined : { note, place: place.replace(/^\^/, '') };
}

/** As in Foam and Obsidian: a bare name means the note whose path ends in it. */
function byName(library: Library, name: string): Note | undefined {
  const wanted = name.normalize('NFC').toLowerCase();
  for (const note of library.index.notes()) {
    const path = note.id.slice(note.id.indexOf(':') + 1).toLowerCase();
    if (path === wanted || path.endsWith(`/${wanted}`)) return note;
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone `%` is part of the name.
    return text;
  }
}
