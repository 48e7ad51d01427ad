import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { UnsavedError, type Reviews, type UndoneAction } from '../library/reviews';
import { plainText } from '../plainText';
import type { ReviewPlaces } from './reviewPlaces';
import { reviewSettings } from './reviewSettings';

const rare = () => import('./rareCommands');

/** Keeps the reviews in step with the settings and with other windows, and offers undo, history and the way to the files. */
export function registerReviews(reviews: Reviews, library: Library, places: ReviewPlaces, now: () => number): vscode.Disposable {
  const files = () => places.filesIn(places.current);
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) =>
    vscode.commands.registerCommand(`interviewStudy.${name}`, async (argument: unknown) => {
      await library.ready;
      await reviews.ready;
      await run(argument);
    });
  const fetchLate = async () => {
    await reviews.ready;
    const { fetchLateReviews } = await rare();
    if (await fetchLateReviews(places)) await reviews.refresh();
  };
  // What cannot be fetched now is fetched at the next start.
  if (places.current.toString() !== places.own.toString()) void fetchLate().catch(() => undefined);
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
    command('cardHistory', async (argument) => (await rare()).showCardHistory(argument, reviews, library, async (write) => void (await savedLater(write)))),
    command('reschedule', async () => (await rare()).reschedule(reviews, library, now)),
    command('showReviewFiles', async () => (await rare()).showReviewFiles(places)),
    command('moveReviews', async () => (await rare()).moveReviews(places)),
    command('checkReviewFiles', async () => (await rare()).checkReviewFiles(files(), places.current, () => reviews.refresh())),
    command('exportReviews', async () => (await rare()).exportReviews(files())),
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
