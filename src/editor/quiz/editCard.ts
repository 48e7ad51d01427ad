import * as vscode from 'vscode';
import { isNoteArgument } from '../commands';
import type { Library } from '../library/library';
import { plainText } from '../plainText';

/** Opens a card where it is written. Argument: note and card, as a row of the tree has them. */
export const editCardCommand = 'interviewStudy.editCard';

export function registerEditCard(library: Library): vscode.Disposable {
  return vscode.commands.registerCommand(editCardCommand, async (argument: unknown) => {
    if (!isNoteArgument(argument)) return;
    const note = library.index.note(argument.note.id);
    const card = note?.cards.find(({ anchor }) => anchor === argument.card?.anchor);
    if (!note) return;
    // Starter notes are read-only.
    if (library.uriOf(note).scheme === 'interview-study') {
      const copy = vscode.l10n.t('Make my own copy');
      const answer = await vscode.window.showInformationMessage(plainText(vscode.l10n.t('“{0}” is a starter note. Your own copy can be edited and keeps its reviews.', note.title)), copy);
      if (answer === copy) await vscode.commands.executeCommand('interviewStudy.makeOwnCopy', { note });
      return;
    }
    await vscode.commands.executeCommand('interviewStudy.openSource', { note, card });
  });
}
