import * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { SearchEngines } from './searchNotes';

/** `Search notes`. Argument of the command: what to search for, if another feature knows. */
export function registerSearch(library: Library): vscode.Disposable {
  let loose: ReturnType<SearchEngines['loose']> | undefined;
  let engines: Promise<SearchEngines> | undefined;
  const find = () =>
    (engines ??= import('../../core/search/noteSearch').then(({ NoteSearch }) => ({
      notes: new NoteSearch(),
      loose: () => (loose ??= import('../../core/search/looseSearch').then(({ LooseSearch }) => new LooseSearch())),
    })));
  return vscode.commands.registerCommand('interviewStudy.searchNotes', async (query: unknown) => {
    const { searchNotes } = await import('./searchNotes');
    searchNotes(library, await find(), typeof query === 'string' ? query : '');
  });
}
