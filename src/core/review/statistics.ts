import { has, type CardColumns } from './cardColumns';
import { phases, type Grades } from './gradeTable';

export interface DayCount {
  /** Graded answers, those of new cards among them, and those that were "again". */
  readonly answers: number;
  readonly fresh: number;
  readonly again: number;
  /** Milliseconds. */
  readonly duration: number;
}

/** Of the cards that were due after at least a day, how many were known at the first try that day. */
export interface Retention {
  /** Study days looked back on, today included. */
  readonly days: number;
  readonly asked: number;
  readonly recalled: number;
  /** Sum of what FSRS predicted for them, to compare with `recalled`. */
  readonly predicted: number;
}

export interface ReviewStatistics {
  /** Study day number of today; the key into `days`. */
  readonly today: number;
  readonly answers: number;
  /** Milliseconds. */
  readonly duration: number;
  /** By study day number; days without answers are absent. */
  readonly days: ReadonlyMap<number, DayCount>;
  /** Days in a row with answers, up to today, or up to yesterday where today has none yet. */
  readonly streak: number;
  /** For the last 7, 30, 90 and 365 days. */
  readonly retention: readonly Retention[];
  /** Cards due today (with what is late), tomorrow, … for 30 days. */
  readonly forecast: readonly number[];
  readonly cards: { readonly learning: number; readonly young: number; readonly mature: number; readonly suspended: number };
}

/** From 21 days between two reviews on, Anki calls a card mature. */
const matureDays = 21;
const day = 86_400_000;
const spans = [7, 30, 90, 365] as const;
const forecastDays = 30;

interface Counter {
  answers: number;
  fresh: number;
  again: number;
  duration: number;
}

interface Recalls {
  asked: number;
  recalled: number;
  predicted: number;
}

const newPhase = phases.indexOf('new');
const reviewPhase = phases.indexOf('review');

/** Whether an answer counts for retention: a day or more after the grade before, so it is the card's first one of its day. */
export function isRecall(grades: Grades, row: number): boolean {
  return grades.phases[row] === reviewPhase && (grades.elapsed[row] ?? 0) >= 1;
}

/** Sums up answers and states. `today` is a study day number, `endOfDay` the start of the next study day (ms). */
export function reviewStatistics(grades: Grades, cards: CardColumns, now: number, today: number, endOfDay: number): ReviewStatistics {
  const days = new Map<number, Counter>();
  const recalls = new Map<number, Recalls>();
  let [answers, duration] = [0, 0];
  // Answers mostly come in the order of days.
  let day = Number.NaN;
  let counter: Counter = { answers: 0, fresh: 0, again: 0, duration: 0 };
  let recall: Recalls = { asked: 0, recalled: 0, predicted: 0 };
  for (let row = 0; row < grades.length; row++) {
    const rating = grades.ratings[row];
    if (!rating || grades.chosen?.[grades.cards[row] ?? -1] === 0) continue;
    const number = grades.days[row] ?? 0;
    if (number !== day) {
      day = number;
      counter = days.get(day) ?? { answers: 0, fresh: 0, again: 0, duration: 0 };
      recall = recalls.get(day) ?? { asked: 0, recalled: 0, predicted: 0 };
      days.set(day, counter);
      recalls.set(day, recall);
    }
    const spent = grades.durations[row] ?? 0;
    answers += 1;
    duration += spent;
    counter.answers += 1;
    counter.duration += spent;
    if (grades.phases[row] === newPhase) counter.fresh += 1;
    if (rating === 1) counter.again += 1;
    if (!isRecall(grades, row)) continue;
    recall.asked += 1;
    recall.predicted += grades.recalls[row] ?? 0;
    if (rating > 1) recall.recalled += 1;
  }
  return { today, answers, duration, days, streak: streakOf(days, today), retention: spans.map((span) => retentionOf(recalls, today, span)), ...outlookOf(cards, grades.chosen, now, endOfDay) };
}

function retentionOf(recalls: ReadonlyMap<number, Recalls>, today: number, days: number): Retention {
  const sum = { days, asked: 0, recalled: 0, predicted: 0 };
  for (const [day, { asked, recalled, predicted }] of recalls) {
    if (today - day >= days) continue;
    sum.asked += asked;
    sum.recalled += recalled;
    sum.predicted += predicted;
  }
  return sum;
}

function streakOf(days: ReadonlyMap<number, unknown>, today: number): number {
  const last = days.has(today) ? today : today - 1;
  let streak = 0;
  while (days.has(last - streak)) streak += 1;
  return streak;
}

function outlookOf(shown: CardColumns, chosen: Uint8Array | undefined, now: number, endOfDay: number): Pick<ReviewStatistics, 'forecast' | 'cards'> {
  const forecast = Array.from({ length: forecastDays }, () => 0);
  const cards = { learning: 0, young: 0, mature: 0, suspended: 0 };
  const { marks, phases: states, due, lastReview, buriedUntil } = shown;
  for (let card = 0; card < shown.length; card++) {
    const mark = marks[card] ?? 0;
    if (mark === 0 || chosen?.[card] === 0) continue;
    if ((mark & has.rest) !== 0) {
      cards.suspended += 1;
      continue;
    }
    const dueAt = due[card] ?? Number.NaN;
    const state = states[card];
    if (state === reviewPhase) cards[orZero(dueAt) - orZero(lastReview[card]) >= matureDays * day ? 'mature' : 'young'] += 1;
    else if (state !== newPhase) cards.learning += 1;
    if (Number.isNaN(dueAt)) continue;
    const hiddenUntil = buriedUntil[card] ?? Number.NaN;
    const seen = hiddenUntil > now ? Math.max(dueAt, hiddenUntil) : (mark & has.clockAhead) !== 0 ? now : dueAt;
    const date = Math.max(0, Math.floor((seen - endOfDay) / day) + 1);
    if (date < forecastDays) forecast[date] = (forecast[date] ?? 0) + 1;
  }
  return { forecast, cards };
}

function orZero(value = Number.NaN): number {
  return Number.isNaN(value) ? 0 : value;
}
