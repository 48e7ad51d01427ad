import * as vscode from 'vscode';
import { scanBlocks } from '../../core/notes/blocks';
import type { Note } from '../../core/notes/note';
import { noteLinks } from '../../core/notes/noteLinks';
import type { Library } from '../library/library';

/** More do not help to choose. */
const mostNotes = 300;

// Links between notes. VS Code itself follows relative links to files; ours are by name, to cards, and without `.md`.

/** A link that knows where it leads before its line is looked up. */
class LinkToNote extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly note: Note,
    readonly offset: number,
  ) {
    super(range);
    this.tooltip = note.title;
  }
}

export function noteLinksIn(document: vscode.TextDocument, library: Library): vscode.DocumentLink[] | undefined {
  const note = library.noteAt(document.uri);
  if (!note) return undefined;
  const text = document.getText();
  return noteLinks(text, scanBlocks(text, note.bodyStart).blocks).flatMap(({ kind, target, range }) => {
    const path = target.split('#', 1)[0] ?? '';
    const isOurs = kind === 'wiki' || target.includes('#^') || (path !== '' && !/\.md$/i.test(path));
    const resolved = isOurs ? library.index.resolveLink(note.id, target) : undefined;
    if (!resolved) return [];
    const card = resolved.note.cards.find(({ anchor }) => anchor === resolved.anchor);
    const offset = (card ?? resolved.heading)?.range.start ?? 0;
    return [new LinkToNote(new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), resolved.note, offset)];
  });
}

export async function resolveNoteLink(link: vscode.DocumentLink, library: Library): Promise<vscode.DocumentLink> {
  if (!(link instanceof LinkToNote)) return link;
  const text = link.offset > 0 ? await library.textOf(link.note).catch(() => '') : '';
  const line = text.slice(0, link.offset).split(/\r\n|\r|\n/).length;
  link.target = library.uriOf(link.note).with({ fragment: `L${line}` });
  return link;
}

export function completeLink(document: vscode.TextDocument, position: vscode.Position, library: Library): vscode.CompletionList | undefined {
  const before = document.lineAt(position).text.slice(0, position.character);
  const [, wiki, wikiHash, wikiPart = ''] = /\[\[([^\]|#]*)(#([^\]|]*))?$/.exec(before) ?? [];
  const [, path, pathHash, pathPart = ''] = /\]\(([^)\s#:]*)(#([^)\s]*))?$/.exec(before) ?? [];
  const written = wiki ?? path;
  const from = written === undefined ? undefined : library.noteAt(document.uri);
  if (!from || written === undefined) return undefined;
  const isWiki = wiki !== undefined;
  const hash = isWiki ? wikiHash : pathHash;
  const part = isWiki ? wikiPart : pathPart;
  const range = new vscode.Range(position.translate(0, -(hash === undefined ? written : part).length), position);
  if (hash === undefined) return isWiki ? notesByName(library, from, written, range) : notesByPath(library, from, document.uri, written, range);
  const target = library.index.resolveLink(from.id, written === '' ? '#' : written)?.note;
  return target && new vscode.CompletionList(places(target, isWiki, range));
}

function notesByName(library: Library, from: Note, typed: string, range: vscode.Range): vscode.CompletionList {
  return noteItems(library, from, typed, range, (note) => (library.index.resolveLink(from.id, note.title)?.note === note && !/[[\]|#^]/.test(note.title) ? note.title : pathIn(note, from)));
}

function notesByPath(library: Library, from: Note, uri: vscode.Uri, typed: string, range: vscode.Range): vscode.CompletionList {
  return noteItems(library, from, typed, range, (note) => {
    const target = library.uriOf(note);
    return target.scheme === uri.scheme && target.authority === uri.authority ? encodeURI(relativePath(uri.path, target.path)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')) : undefined;
  });
}

function noteItems(library: Library, from: Note, typed: string, range: vscode.Range, write: (note: Note) => string | undefined): vscode.CompletionList {
  const wanted = typed.toLowerCase().split('/').at(-1) ?? '';
  const fits = (note: Note) => note !== from && [note.title, ...note.aliases, note.id].some((name) => name.toLowerCase().includes(wanted));
  const found: Note[] = [];
  for (const note of library.index.notes()) {
    if (fits(note)) found.push(note);
    if (found.length > mostNotes) break;
  }
  const items = found.slice(0, mostNotes).flatMap((note) => {
    const insert = write(note);
    if (insert === undefined) return [];
    const item = new vscode.CompletionItem({ label: note.title, description: note.topic.join(' / ') }, vscode.CompletionItemKind.Reference);
    item.range = range;
    item.insertText = insert;
    item.filterText = [typed, note.title, ...note.aliases, note.id].join(' ');
    return [item];
  });
  return new vscode.CompletionList(items, found.length > mostNotes);
}

/** Cards that have ids of their own, and headings. VS Code completes headings of files itself. */
function places(note: Note, isWiki: boolean, range: vscode.Range): vscode.CompletionItem[] {
  const cards = note.cards.filter(({ explicit }) => explicit).map(({ anchor, front }) => ({ insert: `^${anchor}`, front }));
  const headings = isWiki ? note.headings.map(({ text }) => ({ insert: text, front: '' })) : [];
  return [...cards, ...headings].map(({ insert, front }) => {
    const item = new vscode.CompletionItem({ label: insert, description: front }, vscode.CompletionItemKind.Reference);
    item.range = range;
    item.insertText = insert;
    item.filterText = `${insert} ${front}`;
    return item;
  });
}

function pathIn(note: Note, from: Note): string {
  const root = from.id.slice(0, from.id.indexOf(':') + 1);
  return note.id.startsWith(root) ? note.id.slice(root.length) : note.id;
}

function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
