import * as vscode from 'vscode';
import type { StudyCard } from '../../core/review/dueCards';
import type { Reviews } from '../library/reviews';

/** How many questions a quiz would bring, for many scopes at once: every card is looked at once, and the day's limits are asked for once. */
export function waitingCounts(all: readonly StudyCard[], reviews: Reviews): (cards: readonly StudyCard[]) => string {
  const due = new Set<string>();
  const fresh = new Set<string>();
  for (const { id } of all) {
    const state = reviews.stateOf(id);
    if (reviews.isDue(id)) due.add(id);
    else if (state?.due === undefined && !state?.suspended) fresh.add(id);
  }
  const dueToday = reviews.dueCards(all.filter(({ id }) => due.has(id))).due;
  const newToday = reviews.dueCards(all.filter(({ id }) => fresh.has(id))).fresh;
  return (cards) => {
    let [dueHere, newHere] = [0, 0];
    for (const { id } of cards) {
      if (due.has(id)) dueHere += 1;
      else if (fresh.has(id)) newHere += 1;
    }
    // Behind the limit on reviews no new cards are begun: see `dueCards`.
    return describeWaiting(Math.min(dueHere, dueToday), dueHere > dueToday ? 0 : Math.min(newHere, newToday));
  };
}

/** "5 due · 12 new". */
function describeWaiting(due: number, fresh: number): string {
  const parts = [due > 0 ? vscode.l10n.t('{0} due', due) : '', fresh > 0 ? vscode.l10n.t('{0} new', fresh) : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('nothing due');
}
