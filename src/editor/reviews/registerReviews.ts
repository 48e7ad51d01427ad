import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { UnsavedError, type Reviews, type UndoneAction } from '../library/reviews';
import { plainText } from '../plainText';
import { reviewSettings } from './reviewSettings';

/** Keeps the reviews in step with the settings and with other windows, and offers undo and the way to the files. */
export function registerReviews(reviews: Reviews, library: Library, folder: vscode.Uri): vscode.Disposable {
  const say = (action: UndoneAction | undefined, done: (questions: string) => string, nothing: string) => {
    void vscode.window.showInformationMessage(plainText(action ? done(questionsOf(action, library)) : nothing));
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy')) reviews.useSettings(reviewSettings());
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void reviews.refresh();
    }),
    reviews.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', 'interviewStudy.unsavedReviews', reviews.unsaved > 0);
    }),
    vscode.commands.registerCommand('interviewStudy.undoReview', async () =>
      say(await savedLater(reviews.undo()), (questions) => vscode.l10n.t('Undone: {0}', questions), vscode.l10n.t('There is no review to undo.')),
    ),
    vscode.commands.registerCommand('interviewStudy.redoReview', async () =>
      say(await savedLater(reviews.redo()), (questions) => vscode.l10n.t('Done again: {0}', questions), vscode.l10n.t('There is no undone review.')),
    ),
    vscode.commands.registerCommand('interviewStudy.showReviewFiles', () => showReviewFiles(folder)),
  );
}

/** An undo that could not be written yet counts all the same; the reviews keep trying. */
async function savedLater(action: Promise<UndoneAction | undefined>): Promise<UndoneAction | undefined> {
  try {
    return await action;
  } catch (error) {
    if (!(error instanceof UnsavedError)) throw error;
    void vscode.window.showWarningMessage(plainText(vscode.l10n.t('This could not be saved yet and is tried again: {0}', error.message)));
    return undefined;
  }
}

function questionsOf(action: UndoneAction, library: Library): string {
  const fronts = action.cards.map((id) => library.index.card(id)?.card.front ?? id);
  return fronts.length === 1 ? (fronts[0] ?? '') : vscode.l10n.t('{0} questions', fronts.length);
}

async function showReviewFiles(folder: vscode.Uri): Promise<void> {
  const exists = await vscode.workspace.fs.stat(folder).then(() => true, () => false);
  if (!exists) {
    void vscode.window.showInformationMessage(plainText(vscode.l10n.t('Reviews will be kept in {0} from the first answer on.', folder.fsPath)));
    return;
  }
  const open = vscode.l10n.t('Open folder');
  const answer = await vscode.window.showInformationMessage(plainText(vscode.l10n.t('Your reviews are in {0}', folder.fsPath)), open);
  if (answer === open) await vscode.commands.executeCommand('revealFileInOS', folder);
}
