import * as vscode from 'vscode';
import { isNoteArgument } from '../commands';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';

/** Suspending and resuming outside a quiz: a card from the tree, or any of the suspended ones from a list. */
export function registerSuspendedCards(library: Library, reviews: Reviews): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.suspendCard', async (argument: unknown) => {
      const card = isNoteArgument(argument) ? argument.card : undefined;
      if (!card || !library.index.card(card.id)) return;
      const isSuspended = reviews.stateOf(card.id)?.suspended ?? false;
      await (isSuspended ? reviews.unsuspend(card.id) : reviews.suspend(card.id));
      const text = isSuspended ? vscode.l10n.t('Resumed: {0}', card.front) : vscode.l10n.t('Suspended: {0}', card.front);
      vscode.window.setStatusBarMessage(plainText(text), 5000);
    }),
    vscode.commands.registerCommand('interviewStudy.resumeCards', async () => {
      await library.ready;
      await reviews.ready;
      await resumeCards(library, reviews);
    }),
  );
}

async function resumeCards(library: Library, reviews: Reviews): Promise<void> {
  const items = library.index.notes().flatMap((note) =>
    note.cards
      .filter(({ id }) => reviews.stateOf(id)?.suspended)
      .map(({ id, front }) => ({ label: plainText(front), description: plainText(note.title), id })),
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No question is suspended.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Resume suspended cards'),
    placeHolder: vscode.l10n.t('Choose what you want to be asked again'),
    canPickMany: true,
  });
  if (picked && picked.length > 0) await reviews.record(...picked.map(({ id }) => ({ kind: 'unsuspend' as const, card: id })));
}
