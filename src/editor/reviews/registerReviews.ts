import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { UnsavedError, type Reviews, type UndoneAction } from '../library/reviews';
import { plainText } from '../plainText';
import { showCardHistory } from './cardHistory';
import { checkReviewFiles } from './checkReviewFiles';
import { exportReviews } from './exportReviews';
import { fetchLateReviews, moveReviews } from './moveReviews';
import { reschedule } from './reschedule';
import type { ReviewPlaces } from './reviewPlaces';
import { reviewSettings } from './reviewSettings';
import { showReviewFiles } from './showReviewFiles';

/** Keeps the reviews in step with the settings and with other windows, and offers undo, history and the way to the files. */
export function registerReviews(reviews: Reviews, library: Library, places: ReviewPlaces, now: () => number): vscode.Disposable {
  const files = () => places.filesIn(places.current);
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) =>
    vscode.commands.registerCommand(`interviewStudy.${name}`, async (argument: unknown) => {
      await library.ready;
      await reviews.ready;
      await run(argument);
    });
  void reviews.ready.then(() => fetchLateReviews(places)).then((found) => (found ? reviews.refresh() : undefined), () => undefined);
  // Other windows and machines append to files of their own beside ours.
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(places.current, '*.jsonl'), false, false, true);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(() => void reviews.refresh()),
    watcher.onDidChange(() => void reviews.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy')) reviews.useSettings(reviewSettings());
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void reviews.refresh();
    }),
    reviews.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', 'interviewStudy.unsavedReviews', reviews.unsaved > 0);
    }),
    command('undoReview', async () => {
      const action = await savedLater(reviews.undo());
      say(action, library, (questions) => vscode.l10n.t('Undone: {0}', questions), vscode.l10n.t('There is no review to undo.'));
    }),
    command('redoReview', async () => {
      const action = await savedLater(reviews.redo());
      say(action, library, (questions) => vscode.l10n.t('Done again: {0}', questions), vscode.l10n.t('There is no undone review.'));
    }),
    command('cardHistory', (argument) => showCardHistory(argument, reviews, library, async (write) => void (await savedLater(write)))),
    command('reschedule', () => reschedule(reviews, library, now)),
    command('showReviewFiles', () => showReviewFiles(places)),
    command('moveReviews', () => moveReviews(places)),
    command('checkReviewFiles', () => checkReviewFiles(files(), places.current, () => reviews.refresh())),
    command('exportReviews', () => exportReviews(files())),
  );
}

/** What could not be written yet counts all the same; the reviews keep trying. */
async function savedLater<Result>(write: Promise<Result>): Promise<Result | undefined> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof UnsavedError)) throw error;
    void vscode.window.showWarningMessage(plainText(vscode.l10n.t('This could not be saved yet and is tried again: {0}', error.message)));
    return undefined;
  }
}

function say(action: UndoneAction | undefined, library: Library, done: (questions: string) => string, nothing: string): void {
  void vscode.window.showInformationMessage(plainText(action ? done(questionsOf(action, library)) : nothing));
}

function questionsOf(action: UndoneAction, library: Library): string {
  const fronts = action.cards.map((id) => library.index.card(id)?.card.front ?? id);
  return fronts.length === 1 ? (fronts[0] ?? '') : vscode.l10n.t('{0} questions', fronts.length);
}
