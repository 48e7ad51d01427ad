import * as vscode from 'vscode';
import { findInText } from '../../core/search/bodySearch';
import type { LooseSearch } from '../../core/search/looseSearch';
import type { NoteSearch, SearchHit } from '../../core/search/noteSearch';
import { searchWords } from '../../core/search/searchWords';
import type { Note } from '../../core/notes/note';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { hitItem, lineItem, type SearchItem } from './searchItem';

const mostHits = 50;
const mostLines = 30;
const longestBreath = 12;
/** Texts are read once a person pauses. */
const pauseBeforeTexts = 150;
const shortestInTexts = 3;

export interface SearchEngines {
  readonly notes: NoteSearch;
  /** Loaded and built only once a query is met nowhere. */
  loose(): Promise<LooseSearch>;
}

/** A quick pick over names, questions, headings and symbols of all notes, and their texts below. */
export function searchNotes(library: Library, engines: SearchEngines, query = ''): void {
  const pick = vscode.window.createQuickPick<SearchItem>();
  pick.title = vscode.l10n.t('Search notes');
  pick.placeholder = vscode.l10n.t('Titles, questions, Python names, any text');
  // The order is ours: VS Code would sort by where it finds the letters in the label.
  Object.assign(pick, { sortByLabel: false });
  pick.value = query;
  let turn = 0;

  const search = async () => {
    const mine = ++turn;
    const isCurrent = () => mine === turn;
    const text = pick.value;
    pick.busy = true;
    const found = engines.notes.find(text, mostHits);
    const hits = found.length > 0 ? found : await looseHits(text, isCurrent);
    if (!isCurrent()) return;
    pick.items = hits.map((hit) => hitItem(hit));
    await showLines(text, hits, isCurrent);
    if (isCurrent()) pick.busy = false;
  };

  const looseHits = async (text: string, isCurrent: () => boolean): Promise<readonly SearchHit[]> => {
    if (searchWords(text).length === 0) return [];
    const loose = await engines.loose();
    loose.useNotes(library.index.notes());
    await inBreaths(() => loose.indexSome(50), isCurrent);
    return isCurrent() ? loose.find(text, mostHits) : [];
  };

  const showLines = async (text: string, hits: readonly SearchHit[], isCurrent: () => boolean) => {
    const words = searchWords(text);
    if (words.join('').length < shortestInTexts) return;
    await new Promise((resolve) => setTimeout(resolve, pauseBeforeTexts));
    const lines: SearchItem[] = [];
    const shown = hits.map((hit) => hitItem(hit));
    const show = () => {
      const heading = { label: vscode.l10n.t('In the text'), kind: vscode.QuickPickItemKind.Separator };
      const [active] = pick.activeItems;
      pick.items = [...shown, heading, ...lines];
      const kept = pick.items.find((item) => item.key !== undefined && item.key === active?.key);
      if (kept) pick.activeItems = [kept];
    };
    let last = performance.now();
    const named = new Set(hits.filter(({ kind }) => kind === 'note').map(({ note }) => note.id));
    for (const note of library.index.notes()) {
      if (!isCurrent() || lines.length >= mostLines) break;
      if (named.has(note.id)) continue;
      const body = await library.textOf(note).catch(() => '');
      const found = findInText(body.slice(note.bodyStart), words);
      if (found) lines.push(lineItem(note, { ...found, line: found.line + linesBefore(body, note) }));
      if (performance.now() - last < longestBreath) continue;
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
    }
    if (isCurrent() && lines.length > 0) show();
  };

  const open = async (item: SearchItem, asSource: boolean) => {
    const note = item.noteId === undefined ? undefined : library.index.note(item.noteId);
    if (!note) return;
    if (!asSource) await vscode.commands.executeCommand(openNoteCommand, note.id, item.place ?? placeAbove(note, item.line, await library.textOf(note).catch(() => '')));
    else await vscode.window.showTextDocument(library.uriOf(note), { selection: await rangeOf(note, item, library) });
  };

  pick.onDidChangeValue(() => void search());
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (!item) return;
    pick.hide();
    void open(item, false);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void open(item, true);
  });
  pick.onDidHide(() => {
    turn += 1;
    pick.dispose();
  });
  pick.busy = true;
  pick.show();
  void library.ready.then(async () => {
    engines.notes.useNotes(library.index.notes());
    await inBreaths(() => engines.notes.readSome(300), () => true);
    if (pick.value !== '') await search();
    else pick.busy = false;
  });
}

/** Works on until nothing is left, and lets the editor have its turn in between. */
async function inBreaths(work: () => boolean, isWanted: () => boolean): Promise<void> {
  while (isWanted() && work()) await new Promise((resolve) => setTimeout(resolve));
}

function linesBefore(text: string, { bodyStart }: Note): number {
  return text.slice(0, bodyStart).split(/\r\n|\r|\n/).length - 1;
}

/** Slug of the heading above a line. */
function placeAbove(note: Note, line: number | undefined, text: string): string | undefined {
  if (line === undefined) return undefined;
  let at = 0;
  for (let left = line; left > 0; left -= 1) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = at;
    if (!end.exec(text)) break;
    at = end.lastIndex;
  }
  return note.headings.filter(({ range }) => range.start <= at).at(-1)?.slug;
}

async function rangeOf(note: Note, { place, line }: SearchItem, library: Library): Promise<vscode.Range> {
  const document = await vscode.workspace.openTextDocument(library.uriOf(note));
  if (line !== undefined) return document.lineAt(Math.min(line, document.lineCount - 1)).range;
  const card = note.cards.find(({ anchor }) => anchor === place);
  const heading = note.headings.find(({ slug }) => slug === place);
  const start = document.positionAt((card ?? heading)?.range.start ?? note.bodyStart);
  return new vscode.Range(start, start);
}
