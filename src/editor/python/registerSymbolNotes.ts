import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { linkSymbolAtCursor } from './linkSymbol';
import { openNoteForSymbol } from './openNoteForSymbol';
import type { PythonDocuments } from './pythonDocuments';

/** What can be done with the word under the cursor: open its note, make one, or lead it to one. */
export function registerSymbolNotes(library: Library, documents: PythonDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.openNoteForSymbol', () => openNoteForSymbol(library, documents)),
    vscode.commands.registerCommand('interviewStudy.addHoverName', () => linkSymbolAtCursor(library, documents)),
  );
}
