import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { addNoteFolder } from './addNoteFolder';
import { registerNoteDiagnostics } from './noteDiagnostics';

/** What helps with writing notes: folders, diagnostics. */
export function registerAuthoring(library: Library): vscode.Disposable {
  return vscode.Disposable.from(
    registerNoteDiagnostics(library),
    vscode.commands.registerCommand('interviewStudy.addNoteFolder', () => addNoteFolder(library)),
    vscode.commands.registerCommand('interviewStudy.useStarterNotes', () => switchStarterNotes(true)),
    vscode.commands.registerCommand('interviewStudy.hideStarterNotes', () => switchStarterNotes(false)),
  );
}

/** Where the workspace says something else than the user, it would win: then the workspace is told. */
async function switchStarterNotes(on: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  const inWorkspace = settings.inspect('starterNotes')?.workspaceValue !== undefined;
  await settings.update('starterNotes', on, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
