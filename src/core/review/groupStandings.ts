import type { CardColumns } from './cardColumns';
import { waitsFor, type ListedCards } from './dueCards';
import type { Grades } from './gradeTable';
import type { Scheduler } from './scheduler';
import { isRecall } from './statistics';

/** How a group of cards stands: a topic, a level. */
export interface GroupStanding {
  /** Cards that were ever graded. */
  readonly seen: number;
  readonly due: number;
  /** Mean probability that a seen card would be known now, 0-1. Absent where none was seen. */
  readonly recall?: number;
  /** In the last 365 study days, as `Retention` counts. */
  readonly asked: number;
  readonly recalled: number;
  /** Milliseconds spent on answers in all. */
  readonly duration: number;
}

export interface StandingAt {
  /** Milliseconds, UTC. */
  readonly now: number;
  /** Study day number. */
  readonly today: number;
  /** Start of the next study day, ms. */
  readonly endOfDay: number;
  readonly scheduler: Pick<Scheduler, 'recall'>;
}

const span = 365;
const day = 86_400_000;

/** All groups in one pass over the answers and one over the cards; a card may be in several groups. */
export function groupStandings(groups: Iterable<readonly string[]>, grades: Grades, { columns, numberOf }: ListedCards, at: StandingAt): readonly GroupStanding[] {
  const totals = cardTotals(grades, at.today);
  const recalls = recallsOf(columns, at);
  const isDue = Uint8Array.from({ length: columns.length }, (_, card) => (waitsFor(columns, card, at.now, at.endOfDay) === 'due' ? 1 : 0));
  return Array.from(groups, (group) => {
    let [seen, due, sum, asked, recalled, duration] = [0, 0, 0, 0, 0, 0];
    for (const card of group) {
      const number = numberOf(card);
      if (number < 0) continue;
      due += isDue[number] ?? 0;
      const recall = recalls[number] ?? Number.NaN;
      if (Number.isNaN(recall)) continue;
      seen += 1;
      sum += recall;
      asked += totals.asked[number] ?? 0;
      recalled += totals.recalled[number] ?? 0;
      duration += totals.durations[number] ?? 0;
    }
    return { seen, due, recall: seen === 0 ? undefined : sum / seen, asked, recalled, duration };
  });
}

/** By card number; NaN for a card that was never graded. */
function recallsOf({ length, stability, lastReview }: CardColumns, { now, scheduler }: StandingAt): Float64Array {
  const recalls = new Float64Array(length);
  for (let card = 0; card < length; card++) {
    const known = stability[card] ?? Number.NaN;
    recalls[card] = Number.isNaN(known) ? Number.NaN : scheduler.recall({ stability: known }, (now - (lastReview[card] ?? now)) / day);
  }
  return recalls;
}

interface CardTotals {
  readonly asked: Uint32Array;
  readonly recalled: Uint32Array;
  readonly durations: Float64Array;
}

/** By card number. */
function cardTotals(grades: Grades, today: number): CardTotals {
  let most = -1;
  for (let row = 0; row < grades.length; row++) most = Math.max(most, grades.cards[row] ?? -1);
  const totals = { asked: new Uint32Array(most + 1), recalled: new Uint32Array(most + 1), durations: new Float64Array(most + 1) };
  for (let row = 0; row < grades.length; row++) {
    const rating = grades.ratings[row];
    if (!rating) continue;
    const card = grades.cards[row] ?? 0;
    totals.durations[card] = (totals.durations[card] ?? 0) + (grades.durations[row] ?? 0);
    if (!isRecall(grades, row) || today - (grades.days[row] ?? 0) >= span) continue;
    totals.asked[card] = (totals.asked[card] ?? 0) + 1;
    if (rating > 1) totals.recalled[card] = (totals.recalled[card] ?? 0) + 1;
  }
  return totals;
}
