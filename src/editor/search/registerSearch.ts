import * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { SearchEngines } from './searchNotes';

/** `Search notes`. Argument of the command: what to search for, if another feature knows. */
export function registerSearch(library: Library): vscode.Disposable {
  let engines: SearchEngines | undefined;
  return vscode.commands.registerCommand('interviewStudy.searchNotes', async (query: unknown) => {
    const { NoteSearch, searchNotes } = await import('./search');
    let loose: ReturnType<SearchEngines['loose']> | undefined;
    engines ??= { notes: new NoteSearch(), loose: () => (loose ??= import('../../core/search/looseSearch').then(({ LooseSearch }) => new LooseSearch())) };
    searchNotes(library, engines, typeof query === 'string' ? query : '');
  });
}
