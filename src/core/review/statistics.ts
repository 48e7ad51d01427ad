import type { CardState } from './cardState';
import { isResting } from './dueCards';
import type { GradeRow } from './gradeTable';

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

/** Sums up answers and states. `today` is a study day number, `endOfDay` the start of the next study day (ms). */
export function reviewStatistics(grades: Iterable<GradeRow>, states: Iterable<CardState>, now: number, today: number, endOfDay: number): ReviewStatistics {
  const days = new Map<number, Counter>();
  const retention = spans.map((length) => ({ days: length, asked: 0, recalled: 0, predicted: 0 }));
  let [answers, duration] = [0, 0];
  for (const grade of grades) {
    let counter = days.get(grade.day);
    if (!counter) days.set(grade.day, (counter = { answers: 0, fresh: 0, again: 0, duration: 0 }));
    counter.answers += 1;
    counter.duration += grade.duration;
    if (grade.phaseBefore === 'new') counter.fresh += 1;
    if (grade.rating === 1) counter.again += 1;
    answers += 1;
    duration += grade.duration;
    // A day or more after the grade before, so it is the card's first answer of its day.
    if (grade.phaseBefore !== 'review' || grade.elapsed < 1) continue;
    for (const span of retention) {
      if (today - grade.day >= span.days) continue;
      span.asked += 1;
      if (grade.rating > 1) span.recalled += 1;
      span.predicted += grade.recallBefore;
    }
  }
  return { today, answers, duration, days, streak: streakOf(days, today), retention, ...outlookOf(states, now, endOfDay) };
}

function streakOf(days: ReadonlyMap<number, unknown>, today: number): number {
  const last = days.has(today) ? today : today - 1;
  let streak = 0;
  while (days.has(last - streak)) streak += 1;
  return streak;
}

function outlookOf(states: Iterable<CardState>, now: number, endOfDay: number): Pick<ReviewStatistics, 'forecast' | 'cards'> {
  const forecast = Array.from({ length: forecastDays }, () => 0);
  const cards = { learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const state of states) {
    if (state.suspended) cards.suspended += 1;
    else if (state.phase === 'learning' || state.phase === 'relearning') cards.learning += 1;
    else if (state.phase === 'review') cards[(state.due ?? 0) - (state.lastReview ?? 0) >= matureDays * day ? 'mature' : 'young'] += 1;
    if (state.due === undefined || state.suspended) continue;
    const shown = isResting(state, now) ? Math.max(state.due, state.buriedUntil ?? 0) : state.ahead ? now : state.due;
    const date = Math.max(0, Math.floor((shown - endOfDay) / day) + 1);
    if (date < forecastDays) forecast[date] = (forecast[date] ?? 0) + 1;
  }
  return { forecast, cards };
}
