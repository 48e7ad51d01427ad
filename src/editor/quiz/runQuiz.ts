import * as vscode from 'vscode';
import { isLeech } from '../../core/quiz/leech';
import { answered, isAskedAgain, questionNumber, setAside, skipped, timeLeft, withNextCard, withoutLastAnswer, type QuizSession, type Rating } from '../../core/quiz/quizSession';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { UnsavedError, type Reviews } from '../library/reviews';
import { plainText } from '../plainText';
import { askAboutLeech } from './askAboutLeech';
import { askCard, type Outcome } from './askCard';
import { CardView } from './cardView';
import { editCardCommand } from './editCard';
import { KeyPick } from '../keyPick';
import { prepareCard, type PreparedCard } from './preparedCard';
import type { WiderScope } from './quizScope';

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
  /** What it was started with, to go on with more of it. */
  readonly scope: WiderScope;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** Milliseconds after which a question that was forgotten in practice comes again. */
const practiceStep = 60_000;

/** Asks until the queue is empty or the user leaves. Every answer is on disk before the next question shows. */
export async function runQuiz(sitting: Sitting, tools: QuizTools, keep: (sitting: Sitting) => Thenable<void>): Promise<Sitting> {
  const pick = new KeyPick();
  const view = new CardView(tools.extensionUri);
  const { library, reviews, now } = tools;
  try {
    let session = sitting.session;
    await reviews.refresh();
    for (;;) {
      session = withNextCard(session, now());
      const id = session.queue[0];
      if (id === undefined) return { ...sitting, session };
      const prepared = await prepareCard(id, library, session.seed);
      if (!prepared) {
        session = skipped(session);
        continue;
      }
      const place = placeOf(sitting.practice, session, prepared);
      const isFlagged = () => reviews.stateOf(id)?.flagged ?? false;
      const outcome = await askCard(
        {
          prepared,
          place,
          canUndo: session.answers.length > 0,
          isFlagged,
          flag: () => saved(isFlagged() ? reviews.unflag(id) : reviews.flag(id)),
          choices: () => reviews.choices(id),
          practice: sitting.practice,
          now,
        },
        pick,
        view,
      );
      let next: LeavingOutcome | undefined;
      switch (outcome.type) {
        case 'graded': {
          const before = reviews.stateOf(id)?.lapses ?? 0;
          const due = await graded(id, outcome.rating, outcome.milliseconds, sitting.practice, tools);
          session = answered(session, outcome.rating, due, outcome.milliseconds);
          await keep({ ...sitting, session });
          const lapses = reviews.stateOf(id)?.lapses ?? 0;
          if (lapses > before && isLeech(lapses)) {
            const chosen = await askAboutLeech(prepared, place, lapses, pick);
            if (chosen === 'suspend') {
              await saved(reviews.suspend(id));
              session = { ...session, waiting: session.waiting.filter(({ card }) => card !== id) };
            } else if (chosen !== 'goOn') next = chosen;
          }
          break;
        }
        case 'setAside':
          await saved(outcome.how === 'suspend' ? reviews.suspend(id) : reviews.bury(id));
          session = setAside(session);
          break;
        case 'undo':
          session = await undone(session, reviews);
          break;
        default:
          next = outcome.type;
      }
      await keep({ ...sitting, session });
      if (next) {
        leave(next, prepared);
        return { ...sitting, session };
      }
    }
  } finally {
    pick.dispose();
    view.dispose();
  }
}

type LeavingOutcome = Exclude<Outcome['type'], 'graded' | 'setAside' | 'undo'>;

function leave(outcome: LeavingOutcome, { note, card }: PreparedCard): void {
  if (outcome === 'openNote') void vscode.commands.executeCommand(openNoteCommand, note.id, card.anchor);
  if (outcome === 'edit') void vscode.commands.executeCommand(editCardCommand, { note, card });
}

/** Resolves to when the card comes back within the sitting, if it does: it is then in a learning step. */
async function graded(card: string, rating: Rating, duration: number, practice: boolean, { reviews, now }: QuizTools): Promise<number | undefined> {
  const choice = reviews.choices(card).find((each) => each.rating === rating);
  await saved(reviews.grade({ card, rating, duration, practice }));
  if (practice) return rating === 1 ? now() + practiceStep : undefined;
  return choice?.step === undefined ? undefined : now() + choice.interval;
}

/** A flag that was set since the last answer is taken back first. */
async function undone(session: QuizSession, reviews: Reviews): Promise<QuizSession> {
  const action = reviews.nextUndo();
  await saved(reviews.undo());
  const isFlag = action?.kind === 'flag' || action?.kind === 'unflag';
  return isFlag ? session : withoutLastAnswer(session);
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

/** "3 of 20 · practice · again · python / concurrency", or with the minutes that are left. */
function placeOf(isPractice: boolean, session: QuizSession, { note, card }: PreparedCard): string {
  const left = timeLeft(session);
  const number = left === undefined ? vscode.l10n.t('{0} of {1}', questionNumber(session), session.size) : vscode.l10n.t('{0} · {1} min left', session.answers.length + 1, Math.ceil(left / 60_000));
  const practice = isPractice ? vscode.l10n.t('practice') : undefined;
  const again = isAskedAgain(session) ? vscode.l10n.t('again') : undefined;
  const reverse = card.anchor.endsWith('/r') ? vscode.l10n.t('the other way round') : undefined;
  return [number, practice, again, reverse, note.topic.join(' / ')].filter(Boolean).join(' · ');
}
