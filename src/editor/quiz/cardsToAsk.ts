import * as vscode from 'vscode';
import type { Card } from '../../core/notes/note';
import type { StudyCard } from '../../core/review/dueCards';
import type { QuizTools } from './runQuiz';

export interface CardsToAsk {
  readonly ask: readonly string[];
  /** Nothing was due, and the user wants to be asked all the same: the schedule stays as it is. */
  readonly practice: boolean;
}

/** Which of the cards this quiz asks, in order: what is due, then new ones, within the day's limits. Empty: the user declined. */
export async function cardsToAsk(cards: readonly Card[], tools: QuizTools): Promise<CardsToAsk> {
  const length = vscode.workspace.getConfiguration('interviewStudy').get('quizLength', 20);
  const { queue, hiddenNew, hiddenReviews } = tools.reviews.dueCards(studyCards(cards, tools));
  if (queue.length > 0) return { ask: queue.slice(0, length), practice: false };

  const practise = vscode.l10n.t('Practise all the same');
  const reason =
    hiddenNew + hiddenReviews > 0
      ? vscode.l10n.t('You have done what you set as the most for a day. {0} more questions wait here.', hiddenNew + hiddenReviews)
      : nextDue(cards, tools);
  const answer = await vscode.window.showInformationMessage(reason, practise);
  return { ask: answer === practise ? cards.slice(0, length).map(({ id }) => id) : [], practice: true };
}

/** "5 due · 12 new", as far as the day's limits allow. */
export function describeWaiting(cards: readonly Card[], tools: QuizTools): string {
  const { due, fresh } = tools.reviews.dueCards(studyCards(cards, tools));
  const parts = [due > 0 ? vscode.l10n.t('{0} due', due) : '', fresh > 0 ? vscode.l10n.t('{0} new', fresh) : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('nothing due');
}

function studyCards(cards: readonly Card[], { library }: QuizTools): StudyCard[] {
  return cards.map(({ id }) => ({ id, topic: library.index.card(id)?.note.topic.join('/') }));
}

function nextDue(cards: readonly Card[], { reviews }: QuizTools): string {
  const due = cards.flatMap(({ id }) => reviews.stateOf(id)?.due ?? []);
  if (due.length === 0) return vscode.l10n.t('Nothing is due here.');
  const next = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full', timeStyle: 'short' }).format(Math.min(...due));
  return vscode.l10n.t('Nothing is due here before {0}.', next);
}
