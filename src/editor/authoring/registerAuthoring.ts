import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { addNoteFolder } from './addNoteFolder';
import { registerNoteDiagnostics } from './noteDiagnostics';

/** What helps with writing notes: folders, diagnostics. */
export function registerAuthoring(library: Library): vscode.Disposable {
  return vscode.Disposable.from(
    registerNoteDiagnostics(library),
    vscode.commands.registerCommand('interviewStudy.addNoteFolder', () => addNoteFolder(library)),
    vscode.commands.registerCommand('interviewStudy.useStarterNotes', () =>
      vscode.workspace.getConfiguration('interviewStudy').update('starterNotes', true, vscode.ConfigurationTarget.Global),
    ),
  );
}
