import type { Heading, Note } from './note';
import { withoutLanguage } from './notePlace';
import { slugOf } from './slug';

export interface ResolvedLink {
  readonly note: Note;
  /** Of the card that the link names. */
  readonly anchor?: string;
  /** The heading that the link names. */
  readonly heading?: Heading;
}

/**
 * `gil`, `python/gil`, `../python/gil.md`, each with `#heading`, `#slug` or `#^id` behind it, or that alone. Paths are looked up among
 * the notes and never joined to a disk, so that no form of `..` leads out. A fragment that names nothing leads to the note itself.
 */
export function resolvedLink(
  fromNoteId: string,
  target: string,
  byId: (id: string) => Note | undefined,
  byName: (name: string) => readonly Note[],
): ResolvedLink | undefined {
  const hash = target.indexOf('#');
  const path = decoded(hash < 0 ? target : target.slice(0, hash)).normalize('NFC').trim();
  const note = path === '' ? byId(fromNoteId) : noteAt(fromNoteId, path, byId, byName);
  if (!note) return undefined;
  return hash < 0 ? { note } : { note, ...placeIn(note, decoded(target.slice(hash + 1)).normalize('NFC').trim()) };
}

function noteAt(from: string, path: string, byId: (id: string) => Note | undefined, byName: (name: string) => readonly Note[]): Note | undefined {
  const colon = from.indexOf(':');
  const root = from.slice(0, colon);
  const folder = from.slice(colon + 1).split('/').slice(0, -1);
  const bare = path.replace(/\.md$/i, '');
  for (const segments of [normalized([...(bare.startsWith('/') ? [] : folder), ...bare.split('/')]), normalized(bare.split('/'))]) {
    const id = segments && `${root}:${segments.join('/')}`;
    const found = id === undefined ? undefined : (byId(id) ?? byId(withoutSuffix(id)));
    if (found) return found;
  }
  // What says where it lies is not looked for elsewhere.
  if (/(?:^|\/)\.{1,2}\//.test(path)) return undefined;
  return byId(bare) ?? nearest(byName(bare.slice(bare.lastIndexOf('/') + 1)).filter((note) => bare === path || note.id.startsWith(`${root}:`)), bare, root, folder);
}

/** Of the notes that go by a name, the one whose path ends as written, then of the same root, then nearest in the folders. */
function nearest(notes: readonly Note[], written: string, root: string, folder: readonly string[]): Note | undefined {
  const segments = written.toLowerCase().split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const candidates = segments.length < 2 ? notes : notes.filter(({ id }) => id.toLowerCase().endsWith(segments.join('/')));
  const distance = ({ id }: Note): number => {
    const own = id.slice(id.indexOf(':') + 1).split('/').slice(0, -1);
    let shared = 0;
    while (shared < own.length && own[shared] === folder[shared]) shared += 1;
    return (id.startsWith(`${root}:`) ? 0 : 1000) + own.length + folder.length - 2 * shared;
  };
  return [...candidates].sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))[0];
}

function placeIn(note: Note, fragment: string): Pick<ResolvedLink, 'anchor' | 'heading'> {
  const isId = fragment.startsWith('^');
  const wanted = (isId ? fragment.slice(1) : fragment).toLowerCase();
  const card = note.cards.find(({ anchor }) => anchor === wanted);
  if (isId) return card ? { anchor: card.anchor } : {};
  const slug = slugOf(fragment.split('#').at(-1) ?? '');
  const heading = note.headings.find((known) => known.slug === wanted) ?? note.headings.find((known) => known.slug === slug);
  return { ...(card && { anchor: card.anchor }), ...(heading && { heading }) };
}

/** Folds `.` and `..`; `undefined` where the path leaves the root. */
function normalized(segments: readonly string[]): readonly string[] | undefined {
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') path.push(segment);
    else if (path.pop() === undefined) return undefined;
  }
  return path;
}

function withoutSuffix(id: string): string {
  const slash = id.lastIndexOf('/') + 1;
  return id.slice(0, slash) + withoutLanguage(id.slice(slash)).name;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded after all: a title such as "100 % sure".
    return text;
  }
}
