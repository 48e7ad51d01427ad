import * as vscode from 'vscode';
import { addHoverName } from '../../core/python/addHoverName';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { starterScheme } from '../library/starterNotes';
import { plainText } from '../plainText';
import type { PythonDocuments } from './pythonDocuments';
import { symbolAtCursor } from './symbolAtCursor';

/** Lets the user choose what the word under the cursor is called in a note, and the note; then adds the one to the other. */
export async function linkSymbolAtCursor(library: Library, documents: PythonDocuments): Promise<void> {
  const names = await symbolAtCursor(documents);
  const forms = [...new Set(names?.map(({ form }) => form))];
  const name = forms.length > 1 ? await vscode.window.showQuickPick(forms, { title: vscode.l10n.t('Which name should lead to the note?') }) : forms[0];
  if (name !== undefined) await linkSymbol(name, library);
}

/** Adds a name to the `hover` of a note of the user's choice, and to nothing else of it. */
export async function linkSymbol(name: string, library: Library): Promise<void> {
  const uri = await chooseOwnNote(name, library);
  if (!uri) return;
  const problem = await addToNote(uri, name);
  if (problem === undefined) vscode.window.setStatusBarMessage(plainText(vscode.l10n.t('Hovers over {0} show this note from now on.', name)), 5000);
  else void vscode.window.showWarningMessage(plainText(problem));
}

/** Returns why nothing was written, or `undefined`. A file without other unsaved changes is saved. */
async function addToNote(uri: vscode.Uri, name: string): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const change = addHoverName(document.getText(), name);
  if (change === 'already') return vscode.l10n.t('This note has {0} already.', name);
  if (!change) {
    await vscode.window.showTextDocument(document);
    return vscode.l10n.t('The front matter of this note is written in a way that only you should change. Add {0} to its hover names.', name);
  }
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(change.range.start), document.positionAt(change.range.end)), change.text);
  if (!(await vscode.workspace.applyEdit(edit))) return vscode.l10n.t('This file cannot be changed.');
  if (wasSaved && !(await document.save())) return vscode.l10n.t('The name was added, but the file could not be saved.');
  return undefined;
}

/** Starter notes are read-only: who wants to add to one makes a copy first. */
async function chooseOwnNote(name: string, library: Library): Promise<vscode.Uri | undefined> {
  await library.ready;
  const isOwn = (note: Note) => library.uriOf(note).scheme !== starterScheme;
  const items = library.index.notes().filter(isOwn).map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join('/')), note }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('You have no notes of your own yet. Make a copy of a starter note, or add a folder of notes.'));
    return undefined;
  }
  const title = plainText(vscode.l10n.t('Add {0} to which note?', name));
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return picked && library.uriOf(picked.note);
}
