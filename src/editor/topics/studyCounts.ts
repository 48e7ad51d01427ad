import * as vscode from 'vscode';
import type { Card } from '../../core/notes/note';
import type { Reviews } from '../library/reviews';

export interface StudyCounts {
  readonly due: number;
  /** Never reviewed. */
  readonly fresh: number;
  readonly all: number;
}

/** How many of the cards are due and new now. Suspended and buried cards count in `all` only. */
export function studyCounts(cards: readonly Card[], reviews: Reviews): StudyCounts {
  let due = 0;
  let fresh = 0;
  for (const { id } of cards) {
    const state = reviews.stateOf(id);
    if (state?.due === undefined) fresh += state?.suspended ? 0 : 1;
    else if (reviews.isDue(id)) due++;
  }
  return { due, fresh, all: cards.length };
}

export function countsDescription({ due, all }: StudyCounts): string {
  if (all === 0) return '';
  return due > 0 ? vscode.l10n.t('{0} due · {1}', due, all) : `${all}`;
}

export function countsTooltip({ due, fresh, all }: StudyCounts): string {
  return all === 0 ? vscode.l10n.t('No questions yet') : vscode.l10n.t('{0} questions: {1} due, {2} new', all, due, fresh);
}

/** What stands beside a question: nothing while it is new, else when it is due. */
export function cardDescription(card: Card, reviews: Reviews): string {
  const state = reviews.stateOf(card.id);
  if (state?.suspended) return vscode.l10n.t('suspended');
  if (state?.due === undefined) return '';
  if (reviews.isDue(card.id)) return vscode.l10n.t('due');
  return new Intl.DateTimeFormat(vscode.env.language, { day: 'numeric', month: 'short' }).format(state.due);
}
