import { checkLog } from './damagedLines';
import { ReviewHistory } from '../../core/review/reviewHistory';
import { Scheduler, type Phase, type ScheduleSettings } from '../../core/review/scheduler';
import type { ReviewFiles } from '../library/reviewFiles';

/** The numbers of fsrs-optimizer's `review_state`: how the card stood before the answer. */
const stateNumbers: Readonly<Record<Phase, number>> = { new: 0, learning: 1, review: 2, relearning: 3 };

/** Names and order as fsrs-optimizer's README gives them. Times are ms, UTC; durations ms. */
const columns = ['card_id', 'review_time', 'review_rating', 'review_state', 'review_duration'] as const;

/** Every graded answer that counts, those of cards that are gone included, earliest first. Undone answers are left out, edited grades are the edited ones. */
export async function reviewCsv(files: ReviewFiles, settings: ScheduleSettings): Promise<{ readonly csv: string; readonly reviews: number }> {
  const history = new ReviewHistory(new Scheduler(settings));
  for (const { name } of await files.list()) history.load(checkLog(await files.read(name)).events);
  const rows: { readonly time: number; readonly cells: readonly string[] }[] = [];
  for (const card of history.cards()) {
    for (const { event, effective, active, regrade } of history.historyOf(card)) {
      // A card that continues another shows that one's reviews, too.
      if (event.kind !== 'review' || !active || event.card !== card) continue;
      const { phase } = history.stateBefore(event);
      const cells = [card, effective, regrade?.rating ?? event.rating, stateNumbers[phase], event.duration === undefined ? '' : Math.round(event.duration)];
      rows.push({ time: effective, cells: cells.map(String) });
    }
  }
  rows.sort((one, other) => one.time - other.time);
  return { csv: [columns, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.map(cell).join(',')}\n`).join(''), reviews: rows.length };
}

/** All cells but the first are numbers; an id may hold anything, also what a spreadsheet would calculate (RFC 4180 for the quotes). */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
