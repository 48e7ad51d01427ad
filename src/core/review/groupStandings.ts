import type { Grades } from './gradeTable';
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

/** What is known of single cards; `recallOf` is `undefined` for a card that was never graded. */
export interface KnownCards {
  numberOf(card: string): number;
  recallOf(card: string): number | undefined;
  isDue(card: string): boolean;
}

const span = 365;

/** All groups in one pass over the answers; a card may be in several groups, and is looked up once for each. `today` is a study day number. */
export function groupStandings(groups: Iterable<readonly string[]>, grades: Grades, cards: KnownCards, today: number): readonly GroupStanding[] {
  const totals = cardTotals(grades, today);
  return Array.from(groups, (group) => standingOf(group, totals, cards));
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

function standingOf(group: readonly string[], totals: CardTotals, cards: KnownCards): GroupStanding {
  let [seen, due, sum, asked, recalled, duration] = [0, 0, 0, 0, 0, 0];
  for (const card of group) {
    const recall = cards.recallOf(card);
    if (cards.isDue(card)) due += 1;
    if (recall === undefined) continue;
    const number = cards.numberOf(card);
    seen += 1;
    sum += recall;
    asked += totals.asked[number] ?? 0;
    recalled += totals.recalled[number] ?? 0;
    duration += totals.durations[number] ?? 0;
  }
  return { seen, due, recall: seen === 0 ? undefined : sum / seen, asked, recalled, duration };
}
