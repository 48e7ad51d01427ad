import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { StudyCard } from '../../core/review/dueCards';
import type { Reviews } from '../library/reviews';

/** How many questions a quiz would bring, for many scopes at once: every card is looked at once, and the day's limits are asked for once. */
export function waitingCounts(all: readonly Note[], reviews: Reviews): (notes: readonly Note[]) => string {
  const due: StudyCard[] = [];
  const fresh: StudyCard[] = [];
  const counts = new Map<Note, { readonly due: number; readonly fresh: number }>();
  for (const note of all) {
    const before = { due: due.length, fresh: fresh.length };
    for (const card of note.cards) {
      const state = reviews.stateOf(card.id);
      if (state?.due === undefined) {
        if (!state?.suspended) fresh.push(card);
      } else if (reviews.isDue(card.id)) due.push(card);
    }
    counts.set(note, { due: due.length - before.due, fresh: fresh.length - before.fresh });
  }
  const dueToday = reviews.dueCards(due).due;
  const newToday = reviews.dueCards(fresh).fresh;
  return (notes) => {
    let [dueHere, newHere] = [0, 0];
    for (const note of notes) {
      dueHere += counts.get(note)?.due ?? 0;
      newHere += counts.get(note)?.fresh ?? 0;
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
