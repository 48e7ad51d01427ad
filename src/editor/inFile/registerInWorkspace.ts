import * as vscode from 'vscode';
import type { NoteFiles } from '../library/noteFiles';
import type { InFileTools } from './fileNotes';

/** What looks through all Python files of the workspace: studying what it imports, and finding where it uses the names of a note. */
export function registerInWorkspace(tools: InFileTools, files: NoteFiles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.studyWorkspace', async () => (await import('./workspaceCommands')).studyWorkspace(tools, files)),
    vscode.commands.registerCommand('interviewStudy.findInWorkspace', async (argument?: unknown) => (await import('./workspaceCommands')).findInWorkspace(argument, tools.library, files)),
  );
}
