import * as vscode from 'vscode';
import { answered, isAskedAgain, questionNumber, skipped, withoutLastAnswer, type QuizSession } from '../../core/quiz/quizSession';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { UnsavedError, type Reviews } from '../library/reviews';
import { plainText } from '../plainText';
import { askCard } from './askCard';
import { CardView } from './cardView';
import { KeyPick } from './keyPick';
import { prepareCard, type PreparedCard } from './preparedCard';

export interface QuizTools {
  readonly extensionUri: vscode.Uri;
  readonly library: Library;
  readonly reviews: Reviews;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A sitting as it is kept between its questions. `practice` does not touch the schedule. */
export interface Sitting {
  readonly session: QuizSession;
  readonly practice: boolean;
}

/** Asks until the queue is empty or the user leaves. Every answer is on disk before the next question shows. */
export async function runQuiz(sitting: Sitting, tools: QuizTools, keep: (sitting: Sitting) => Thenable<void>): Promise<Sitting> {
  const pick = new KeyPick();
  const view = new CardView(tools.extensionUri);
  try {
    let session = sitting.session;
    await tools.reviews.refresh();
    for (let cardId = session.queue[0]; cardId !== undefined; cardId = session.queue[0]) {
      const prepared = await prepareCard(cardId, tools.library, session.seed);
      if (!prepared) {
        session = skipped(session);
        continue;
      }
      const id = cardId;
      const outcome = await askCard(
        {
          prepared,
          place: placeOf(session, prepared),
          canUndo: session.answers.length > 0,
          choices: () => tools.reviews.choices(id),
          now: tools.now,
        },
        pick,
        view,
      );
      switch (outcome.type) {
        case 'graded':
          await saved(tools.reviews.grade({ card: id, rating: outcome.rating, duration: outcome.milliseconds, practice: sitting.practice }));
          session = answered(session, outcome.rating);
          break;
        case 'undo':
          await saved(tools.reviews.undo());
          session = withoutLastAnswer(session);
          break;
        case 'openNote':
          void vscode.commands.executeCommand(openNoteCommand, prepared.note.id, prepared.card.anchor);
          return { ...sitting, session };
        case 'paused':
          return { ...sitting, session };
      }
      await keep({ ...sitting, session });
    }
    return { ...sitting, session };
  } finally {
    pick.dispose();
    view.dispose();
  }
}

/** An answer that could not be written is kept in memory and tried again; the user knows, and may go on. */
async function saved(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof UnsavedError)) throw error;
    void vscode.window.showWarningMessage(plainText(vscode.l10n.t('This answer could not be saved yet and is tried again: {0}', error.message)));
  }
}

function placeOf(session: QuizSession, { note }: PreparedCard): string {
  const number = vscode.l10n.t('{0} of {1}', questionNumber(session), session.size);
  const again = isAskedAgain(session) ? vscode.l10n.t('again') : undefined;
  return [number, again, note.topic.join(' / ')].filter(Boolean).join(' · ');
}
