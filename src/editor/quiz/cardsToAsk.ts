import * as vscode from 'vscode';
import { optionOrder } from '../../core/quiz/optionOrder';
import type { StudyCard } from '../../core/review/dueCards';
import { practiceOrder } from '../../core/review/practiceOrder';
import type { Reviews } from '../library/reviews';

export interface CardsToAsk {
  readonly ask: readonly string[];
  /** Nothing was due, and the user wants to be asked all the same: the schedule stays as it is. */
  readonly practice: boolean;
}

/** Which of the cards this quiz may ask, in order: what is due, then new ones, within the day's limits. Empty: the user declined. */
export async function cardsToAsk(cards: readonly StudyCard[], reviews: Reviews): Promise<CardsToAsk> {
  const { queue, hiddenNew, hiddenReviews } = reviews.dueCards(cards);
  if (queue.length > 0) return { ask: queue, practice: false };

  const practise = vscode.l10n.t('Practise all the same');
  const reason =
    hiddenNew + hiddenReviews > 0
      ? vscode.l10n.t('You have done what you set as the most for a day. {0} more questions wait here.', hiddenNew + hiddenReviews)
      : nextDue(cards, reviews);
  const answer = await vscode.window.showInformationMessage(reason, practise);
  return { ask: answer === practise ? cardsToPractise(cards, reviews) : [], practice: true };
}

/** For practice outside the schedule: the weakest first, and never the same beginning twice. */
export function cardsToPractise(cards: readonly StudyCard[], reviews: Reviews): readonly string[] {
  const shuffled = optionOrder(cards.length, newSeed(), 'practice').flatMap((index) => cards[index] ?? []);
  return practiceOrder(shuffled, (id) => reviews.recallOf(id));
}

export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

function nextDue(cards: readonly StudyCard[], reviews: Reviews): string {
  const due = cards.flatMap(({ id }) => reviews.stateOf(id)?.due ?? []);
  if (due.length === 0) return vscode.l10n.t('Nothing is due here.');
  const next = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full', timeStyle: 'short' }).format(due.reduce((least, own) => Math.min(least, own)));
  return vscode.l10n.t('Nothing is due here before {0}.', next);
}
