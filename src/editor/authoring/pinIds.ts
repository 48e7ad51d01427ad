import * as vscode from 'vscode';
import { pinCardIds } from '../../core/authoring/pinCardIds';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { starterScheme } from '../library/starterNotes';
import { plainText } from '../plainText';
import { parseAs } from './parseAs';

/** Writes ids into the note of the active editor. The document is left unsaved, so that a person sees what was written. */
export async function pinIdsInActiveNote(library: Library, reviews: Reviews): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const note = editor && library.noteAt(editor.document.uri);
  if (!note || editor.document.uri.scheme === starterScheme) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open one of your own notes first.'));
    return;
  }
  const { document } = editor;
  const { edits, renamed, left } = pinCardIds(document.getText(), parseAs(note));
  if (edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of edits) edit.insert(document.uri, document.positionAt(range.start), text);
    if (!(await vscode.workspace.applyEdit(edit))) return;
    for (const { was, is } of renamed) if (reviews.stateOf(was)) await reviews.link(was, is);
  }
  void vscode.window.showInformationMessage(plainText(pinned(edits.length, left.length)));
}

function pinned(written: number, left: number): string {
  if (written === 0 && left === 0) return vscode.l10n.t('Every card of this note has its id already.');
  const done = written === 1 ? vscode.l10n.t('1 id written.') : vscode.l10n.t('{0} ids written.', written);
  return left === 0 ? done : `${done} ${vscode.l10n.t('{0} cards stand where no id can be written.', left)}`;
}
