import * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { PythonDocuments } from './pythonDocuments';

/** What can be done with the word under the cursor: open its note, make one, or lead it to one. */
export function registerSymbolNotes(library: Library, documents: PythonDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.openNoteForSymbol', async () => (await import('./symbolCommands')).openNoteForSymbol(library, documents)),
    vscode.commands.registerCommand('interviewStudy.addHoverName', async () => (await import('./symbolCommands')).linkSymbolAtCursor(library, documents)),
  );
}
