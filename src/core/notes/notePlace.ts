import { ownText, remembered } from './ownText';

/** Where a note belongs, told from its root's name and its path alone. */
export interface NotePlace {
  /** `<root>:<path>`, path in NFC with `/`, without `.md` and language suffix. */
  readonly id: string;
  readonly root: string;
  /** The path part of the id. */
  readonly path: string;
  /** From a suffix such as `.ko`; absent where the file name has none. */
  readonly language?: string;
  /** The folders that the note lies in, outermost first. */
  readonly folderTopic: readonly string[];
  /** Last segment of the path part. */
  readonly fileName: string;
}

/** Languages people write notes in. A closed list, because `node.js.md`, `main.go.md` and `asp.io.md` have suffixes too. */
const languages = new Set(
  'af ar az be bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk km kn ko ky lt lv mk mn mr ms my nb ne nl nn no pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur uz vi zh'.split(' '),
);

/** `path` is the file's path below the root, with `/` or `\`, with or without `.md`. */
export function notePlace(root: string, path: string): NotePlace {
  const { folders, last } = segmentsOf(path.normalize('NFC'));
  const file = last.slice(-3).toLowerCase() === '.md' ? last.slice(0, -3) : last;
  const { name, language } = withoutLanguage(file);
  const rootName = root.normalize('NFC');
  const notePath = [...folders, name].join('/');
  // Joined, because two texts put together with a colon would be kept beside the whole.
  return { id: [rootName, notePath].join(':'), root: rootName, path: notePath, ...(language && { language }), folderTopic: folders, fileName: name };
}

function segmentsOf(path: string): { readonly folders: readonly string[]; readonly last: string } {
  const slash = path.lastIndexOf('/');
  const last = path.slice(slash + 1);
  if (last !== '' && last !== '.' && !path.includes('\\')) return { folders: slash < 0 ? none : foldersOf(path.slice(0, slash)), last };
  const segments = [...foldersOf(path)];
  return { last: segments.pop() ?? '', folders: segments };
}

/** The notes of a folder share it. */
const foldersOf = remembered((path): readonly string[] => path.replaceAll('\\', '/').split('/').filter((segment) => segment !== '' && segment !== '.').map(ownText));
const none: readonly never[] = [];

/** Splits `gil.ko` or `gil.zh-cn` into name and language. */
export function withoutLanguage(file: string): { readonly name: string; readonly language?: string } {
  const suffix = file.includes('.') ? /^(.+)\.([a-z]{2})(-[a-z]{2,4})?$/i.exec(file) : undefined;
  const language = suffix?.[2]?.toLowerCase();
  if (!suffix?.[1] || !language || !languages.has(language)) return { name: file };
  return { name: suffix[1], language: language + (suffix[3]?.toLowerCase() ?? '') };
}
