import * as vscode from 'vscode';
import type { CardStanding } from '../../core/topics/studyCounts';
import type { Reviews } from '../library/reviews';

export function cardStanding(cardId: string, reviews: Reviews): CardStanding {
  const state = reviews.stateOf(cardId);
  if (!state) return 'new';
  if (state.suspended) return 'aside';
  if (state.due === undefined) return 'new';
  if (reviews.isDue(cardId)) return 'due';
  return state.buriedUntil === undefined ? 'later' : 'aside';
}

/** How likely the person recalls what of these cards was ever graded, on average; `undefined` where nothing was. */
export function averageRecall(cardIds: readonly string[], reviews: Reviews): number | undefined {
  const recalls = cardIds.flatMap((id) => reviews.recallOf(id) ?? []);
  return recalls.length === 0 ? undefined : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/** What stands beside a question: nothing while it is new, else when it is due. */
export function cardDescription(cardId: string, reviews: Reviews): string {
  switch (cardStanding(cardId, reviews)) {
    case 'new':
      return '';
    case 'due':
      return vscode.l10n.t('due');
    case 'aside':
      return reviews.stateOf(cardId)?.suspended ? vscode.l10n.t('suspended') : vscode.l10n.t('put off until tomorrow');
    case 'later': {
      const due = reviews.stateOf(cardId)?.due;
      return due === undefined ? '' : new Intl.DateTimeFormat(vscode.env.language, { day: 'numeric', month: 'short' }).format(due);
    }
  }
}
