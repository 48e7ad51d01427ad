import * as vscode from 'vscode';
import type { ScopeTallies, Tally } from '../../core/quiz/scopeTallies';
import type { Reviews } from '../library/reviews';

/** How many questions a quiz about a scope would bring today. The day's limits are asked for once, for all scopes. */
export function describeWaiting({ due, fresh }: ScopeTallies, reviews: Reviews): (tally: Tally) => string {
  const dueToday = reviews.countDue(due).due;
  const newToday = reviews.countDue(fresh).fresh;
  // Behind the limit on reviews no new cards are begun: see `countDue`.
  return (tally) => inWords(Math.min(tally.due, dueToday), tally.due > dueToday ? 0 : Math.min(tally.fresh, newToday));
}

/** "5 due · 12 new". */
function inWords(due: number, fresh: number): string {
  const parts = [due > 0 ? vscode.l10n.t('{0} due', due) : '', fresh > 0 ? vscode.l10n.t('{0} new', fresh) : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('nothing due');
}
