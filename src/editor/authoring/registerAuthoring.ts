import * as vscode from 'vscode';
import { newNoteCommand } from '../commands';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { starterScheme } from '../library/starterNotes';
import { registerNoteDiagnostics } from './noteDiagnostics';
import { registerNoteHelp } from './registerNoteHelp';
import { registerOpenNoteChecks } from './openNoteChecks';

const writing = () => import('./writingCommands');

/** What helps with writing notes: folders, new notes and questions, front matter, links, diagnostics with their fixes, ids. */
export function registerAuthoring(library: Library, reviews: Reviews): vscode.Disposable {
  return vscode.Disposable.from(
    registerNoteDiagnostics(library),
    registerNoteHelp(library),
    registerOpenNoteChecks(library),
    followEditor(library),
    vscode.commands.registerCommand('interviewStudy.addNoteFolder', async (folder: unknown) => {
      const { addNoteFolder, useFolder } = await writing();
      await (folder instanceof vscode.Uri ? useFolder(library, folder) : addNoteFolder(library));
    }),
    vscode.commands.registerCommand('interviewStudy.useStarterNotes', () => switchStarterNotes(true)),
    vscode.commands.registerCommand('interviewStudy.hideStarterNotes', () => switchStarterNotes(false)),
    vscode.commands.registerCommand(newNoteCommand, async (wishes: unknown) => {
      const { newNote, wishesOf } = await writing();
      await newNote(library, wishesOf(wishes));
    }),
    vscode.commands.registerCommand('interviewStudy.addQuestion', async () => (await writing()).addQuestionFromSelection(library)),
    vscode.commands.registerCommand('interviewStudy.pinCardIds', async () => (await writing()).pinIdsInActiveNote(library, reviews)),
  );
}

/** Tells the menus whether the active editor holds a note that can be written to. */
function followEditor(library: Library): vscode.Disposable {
  const tell = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isOwn = uri !== undefined && uri.scheme !== starterScheme && library.noteAt(uri) !== undefined;
    void vscode.commands.executeCommand('setContext', 'interviewStudy.editingNote', isOwn);
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), library.onDidChange(tell));
}

/** Where the workspace says something else than the user, it would win: then the workspace is told. */
async function switchStarterNotes(on: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  const inWorkspace = settings.inspect('starterNotes')?.workspaceValue !== undefined;
  await settings.update('starterNotes', on, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
