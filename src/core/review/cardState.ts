import { phases, type GradeTable } from './gradeTable';
import type { Memory, Phase, Scheduler } from './scheduler';
import type { RegradedEvent, ReviewEvent, ReviewedEvent } from './reviewEvent';
import { daysBetween, studyDay } from './studyDay';

/** What the history of a card comes to at a moment. Times are milliseconds, UTC. */
export interface CardState {
  readonly phase: Phase;
  /** Absent for a card that was never graded. */
  readonly memory?: Memory;
  /** Absent for a card without a date. */
  readonly due?: number;
  /** Milliseconds between the last grade and `due`. From one day on, the card is due on that study day, not at that hour. */
  readonly interval?: number;
  readonly lastReview?: number;
  /** Study day of the last grade. */
  readonly lastDay?: number;
  /** Grades in all, and how often a known card was forgotten. */
  readonly reps: number;
  readonly lapses: number;
  /** Learning or relearning step, from 0. Absent out of the steps. */
  readonly step?: number;
  readonly suspended: boolean;
  /** Hidden until then. Absent or past: not hidden. */
  readonly buriedUntil?: number;
  readonly flagged: boolean;
  /** The last grade is dated more than a day after now: some clock was wrong. Such a card is due, so that it is not hidden until that date. */
  readonly ahead: boolean;
}

/** An event with what the log adds to it. */
export interface FiledEvent {
  readonly event: ReviewEvent;
  /** The event's time, but never before the writer's previous one. */
  readonly effective: number;
  /** Of a review, in the table of grades; -1 for other events. */
  readonly row: number;
}

export const newCard: CardState = { phase: 'new', reps: 0, lapses: 0, suspended: false, flagged: false, ahead: false };

const day = 86_400_000;
const savedFields = 14;
type SavedNumbers = [number, number, number, number, number, number, number, number, number, number, number, number, number, number];

/** A card's history so far, advanced event by event in order. */
export class CardProgress {
  private phase: Phase = 'new';
  private step: number | undefined;
  private reps = 0;
  private lapses = 0;
  private suspended = false;
  private flagged = false;
  private lastDay: number | undefined;
  // NaN stands for what is absent: fields that are always numbers are kept in place, and replaying leaves no garbage.
  private stability = Number.NaN;
  private difficulty = Number.NaN;
  private anchor = 0;
  private interval = Number.NaN;
  private lastReview = Number.NaN;
  private buriedAt = 0;
  private buriedFor = Number.NaN;
  private latest = 0;
  /** The state from `latest` on, when no clock is ahead any more and time alone changes nothing. Absent until asked for. */
  private settled: CardState | undefined;

  constructor(private readonly scheduler: Scheduler) {}

  /** Puts back what `saved` gave. `undefined` where the values are not such. */
  static restored(values: readonly unknown[], scheduler: Scheduler): CardProgress | undefined {
    if (values.length !== savedFields || !values.every((value) => value === null || (typeof value === 'number' && Number.isFinite(value)))) return undefined;
    const numbers = values.map((value) => (typeof value === 'number' ? value : Number.NaN));
    const [phase, step, reps, lapses, marks, lastDay, stability, difficulty, anchor, interval, lastReview, buriedAt, buriedFor, latest] = numbers as SavedNumbers;
    const name = phases[phase];
    if (name === undefined || [reps, lapses, marks, anchor, buriedAt, latest].some(Number.isNaN)) return undefined;
    const progress = new CardProgress(scheduler);
    progress.phase = name;
    progress.step = unlessAbsent(step);
    progress.reps = reps;
    progress.lapses = lapses;
    progress.suspended = (marks & 1) !== 0;
    progress.flagged = (marks & 2) !== 0;
    progress.lastDay = unlessAbsent(lastDay);
    progress.stability = stability;
    progress.difficulty = difficulty;
    progress.anchor = anchor;
    progress.interval = interval;
    progress.lastReview = lastReview;
    progress.buriedAt = buriedAt;
    progress.buriedFor = buriedFor;
    progress.latest = latest;
    return progress;
  }

  /** Everything of it as numbers; JSON writes what is absent as `null`. */
  saved(): readonly (number | undefined)[] {
    const { step, reps, lapses, lastDay, stability, difficulty, anchor, interval, lastReview, buriedAt, buriedFor, latest } = this;
    const marks = (this.suspended ? 1 : 0) | (this.flagged ? 2 : 0);
    return [phases.indexOf(this.phase), step, reps, lapses, marks, lastDay, stability, difficulty, anchor, interval, lastReview, buriedAt, buriedFor, latest];
  }

  /** Takes the next event of this card. `regrade` is the edit of the grade that counts, if any; `table` has a row for each review. */
  apply({ event, effective, row }: FiledEvent, card: string, regrade?: RegradedEvent, table?: GradeTable): void {
    this.settled = undefined;
    if (effective > this.latest) this.latest = effective;
    switch (event.kind) {
      case 'review':
        // A card that continues another replays its reviews too, but they stay the other's.
        this.grade(event, effective, regrade, event.card === card ? table : undefined, row);
        return;
      case 'shift':
        this.postpone(effective, event.interval);
        return;
      case 'reschedule':
        // The last one counts where a hostile line names a card twice.
        for (const [moved, interval] of event.moves) if (moved === card) this.postpone(effective, interval);
        return;
      case 'suspend':
        this.suspended = true;
        return;
      case 'unsuspend':
        this.suspended = false;
        return;
      case 'bury':
        this.buriedAt = effective;
        this.buriedFor = event.interval;
        return;
      case 'unbury':
        this.buriedFor = Number.NaN;
        return;
      case 'flag':
        this.flagged = true;
        return;
      case 'unflag':
        this.flagged = false;
        return;
      case 'cram':
      case 'mock':
      case 'regrade':
      case 'undo':
      case 'link':
      case 'other':
    }
  }

  private grade(event: ReviewedEvent, effective: number, regrade: RegradedEvent | undefined, table: GradeTable | undefined, row: number): void {
    const { rating, step, interval = event.interval } = regrade ?? event;
    const today = studyDay(effective, event.tz, event.dayStart);
    const elapsed = this.lastDay === undefined ? 0 : daysBetween(this.lastDay, today);
    const { memory } = this;
    const recalled = memory && this.scheduler.recall(memory, elapsed);
    table?.set(row, rating, this.phase, today, elapsed, recalled ?? Number.NaN);
    if (rating === 1 && this.phase === 'review') this.lapses += 1;
    const { stability, difficulty } = this.scheduler.next(memory, elapsed, rating, recalled);
    this.stability = stability;
    this.difficulty = difficulty;
    if (step === undefined) this.phase = 'review';
    else this.phase = this.phase === 'review' || this.phase === 'relearning' ? 'relearning' : 'learning';
    this.step = step;
    this.reps += 1;
    this.lastReview = effective;
    this.lastDay = today;
    this.postpone(effective, interval);
  }

  private get memory(): Memory | undefined {
    return Number.isNaN(this.stability) ? undefined : { stability: this.stability, difficulty: this.difficulty };
  }

  private postpone(from: number, interval: number): void {
    this.anchor = from;
    this.interval = interval;
  }

  /** `now` limits what a clock that was ahead can claim: nothing that happened is later than now. */
  stateAt(now: number): CardState {
    if (now < this.latest) return this.describe(now);
    this.settled ??= this.describe(now);
    return this.settled;
  }

  /** Whether `stateAt` says something else as time goes by. */
  changesAfter(now: number): boolean {
    return now < this.latest;
  }

  private describe(now: number): CardState {
    return {
      phase: this.phase,
      memory: this.memory,
      due: unlessAbsent(Math.min(this.anchor, now) + this.interval),
      interval: unlessAbsent(this.interval),
      lastReview: unlessAbsent(Math.min(this.lastReview, now)),
      lastDay: this.lastDay,
      reps: this.reps,
      lapses: this.lapses,
      step: this.step,
      suspended: this.suspended,
      buriedUntil: unlessAbsent(Math.min(this.buriedAt, now) + this.buriedFor),
      flagged: this.flagged,
      ahead: !Number.isNaN(this.interval) && this.anchor > now + day,
    };
  }
}

function unlessAbsent(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** Probability of recall, 0-1. `undefined` for a card that was never graded. */
export function recall(state: CardState, now: number, scheduler: Scheduler): number | undefined {
  if (!state.memory || state.lastReview === undefined) return undefined;
  return scheduler.recall(state.memory, (now - state.lastReview) / day);
}
