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
  const segments = segmentsOf(path.normalize('NFC'));
  const last = segments.pop() ?? '';
  const file = last.slice(-3).toLowerCase() === '.md' ? last.slice(0, -3) : last;
  const { name, language } = withoutLanguage(file);
  const rootName = root.normalize('NFC');
  const notePath = [...segments, name].join('/');
  // Joined, because two texts put together with a colon would be kept beside the whole.
  return { id: [rootName, notePath].join(':'), root: rootName, path: notePath, ...(language && { language }), folderTopic: segments, fileName: name };
}

function segmentsOf(path: string): string[] {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  return slashed.split('/').filter((segment) => segment !== '' && segment !== '.');
}

/** Splits `gil.ko` or `gil.zh-cn` into name and language. */
export function withoutLanguage(file: string): { readonly name: string; readonly language?: string } {
  const suffix = file.includes('.') ? /^(.+)\.([a-z]{2})(-[a-z]{2,4})?$/i.exec(file) : undefined;
  const language = suffix?.[2]?.toLowerCase();
  if (!suffix?.[1] || !language || !languages.has(language)) return { name: file };
  return { name: suffix[1], language: language + (suffix[3]?.toLowerCase() ?? '') };
}
