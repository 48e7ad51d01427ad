import * as vscode from 'vscode';
import { NoteSearch } from '../../core/search/noteSearch';
import type { Library } from '../library/library';
import { searchNotes, type SearchEngines } from './searchNotes';

/** `Search notes`. Argument of the command: what to search for, if another feature knows. */
export function registerSearch(library: Library): vscode.Disposable {
  const notes = new NoteSearch();
  let loose: ReturnType<SearchEngines['loose']> | undefined;
  const engines: SearchEngines = {
    notes,
    loose: () => (loose ??= import('../../core/search/looseSearch').then(({ LooseSearch }) => new LooseSearch())),
  };
  return vscode.commands.registerCommand('interviewStudy.searchNotes', (query: unknown) => searchNotes(library, engines, typeof query === 'string' ? query : ''));
}
