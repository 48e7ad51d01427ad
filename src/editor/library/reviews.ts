import type { CardState } from '../../core/review/cardState';
import type { DueCards, Limits, StudyCard, Waits } from '../../core/review/dueCards';
import type { GroupStanding } from '../../core/review/groupStandings';
import type { InterviewPlan } from '../../core/review/planForDate';
import type { Move } from '../../core/review/rescheduleCards';
import type { EventKind, NewEvent, Rating, ReviewEvent } from '../../core/review/reviewEvent';
import type { HistoryItem } from '../../core/review/reviewHistory';
import type { GradeChoice, ScheduleSettings } from '../../core/review/scheduler';
import type { ReviewStatistics } from '../../core/review/statistics';
import type { CheckpointFile } from './checkpointFile';
import type { ReviewFiles } from './reviewFiles';
import type { LogProblem } from './reviewReader';
import { LoggedReviews } from './reviewsInLog';

export { UnsavedError } from './reviewLog';

export interface ReviewSettings extends ScheduleSettings, Limits {
  /** IANA name of the person's zone. */
  readonly tz: string;
  /** Hour at which the study day starts, 0 up to 24. */
  readonly dayStart: number;
}

export const defaultReviewSettings: ReviewSettings = { retention: 0.9, fuzz: true, tz: 'UTC', dayStart: 4, newPerDay: 20, reviewsPerDay: 200 };

export interface ReviewsChange {
  /** Cards whose state may have changed. Empty: anything may have, such as the settings. */
  readonly cards: ReadonlySet<string>;
}

/** What undo or redo took back or brought back. */
export interface UndoneAction {
  readonly kind: EventKind;
  readonly cards: readonly string[];
}

export interface Answer {
  readonly card: string;
  readonly rating: Rating;
  /** Milliseconds. */
  readonly duration?: number;
  /** `true`: practice outside the schedule; `mock`: given in a mock interview. Neither moves a due date. */
  readonly practice?: boolean | 'mock';
}

export interface ReviewsOptions {
  readonly files: ReviewFiles;
  /** Where the states of the last start are kept for the next one. Absent: each start reads all logs before anything is known. */
  readonly checkpoint?: CheckpointFile;
  /** Name of this machine, for the owner of the log. */
  readonly host?: string;
  /** Milliseconds, UTC. */
  readonly now: () => number;
  readonly settings?: ReviewSettings;
  /** Draws the fuzz of a question. */
  readonly random?: () => number;
  readonly drawWriter?: () => string;
  /** See `ReviewLogOptions`. */
  readonly retryAfter?: number;
}

/**
 * What was answered and what follows from it. What records resolves when it is on disk, and rejects with `UnsavedError` where that failed:
 * the event then counts all the same and is tried again.
 */
export interface Reviews {
  /** Settles when states are known, from a checkpoint as a rule. Everything else waits for `ready`. Never rejects. */
  readonly statesReady: Promise<void>;
  /** Settles when all logs are read. Never rejects: see `problems`. */
  readonly ready: Promise<void>;
  readonly isReady: boolean;
  onDidChange(listener: (change: ReviewsChange) => unknown): { dispose(): void };
  /** How a card stands now. `undefined` for a card without history. */
  stateOf(card: string): CardState | undefined;
  /** Probability that it would be known now, 0-1. `undefined` for a card that was never graded. */
  recallOf(card: string): number | undefined;
  /** False for cards without a date, suspended and buried ones. */
  isDue(card: string): boolean;
  /** The four grades and what each would do. The same until the card is graded or the day changes. */
  choices(card: string): readonly GradeChoice[];
  grade(answer: Answer): Promise<void>;
  /** Cards that carry a flag, in no particular order. */
  flagged(): readonly string[];
  /** What a card waits for, for asking about many. The answers are those of this moment. */
  waiting(): Waits;
  dueCards(cards: readonly StudyCard[], limits?: Partial<Limits>): DueCards;
  /** The numbers of `dueCards`, which need no order. */
  countDue(cards: readonly StudyCard[]): Pick<DueCards, 'due' | 'fresh'>;
  /** Takes back the last thing done that counts, in this window first. `undefined`: nothing left. */
  undo(): Promise<UndoneAction | undefined>;
  redo(): Promise<UndoneAction | undefined>;
  /** What `undo` would take back. */
  nextUndo(): UndoneAction | undefined;
  /** Earliest first. */
  history(card: string): readonly HistoryItem[];
  /** Edits the grade of a review. The due time follows if it was the card's last one. */
  regrade(review: string, rating: Rating): Promise<void>;
  suspend(card: string): Promise<void>;
  unsuspend(card: string): Promise<void>;
  /** Hides a card until the next study day. */
  bury(card: string): Promise<void>;
  unbury(card: string): Promise<void>;
  flag(card: string): Promise<void>;
  unflag(card: string): Promise<void>;
  /** `to` takes over the history of `from`. */
  link(from: string, to: string): Promise<void>;
  /** Records anything else. Several events are one action for undo. */
  record(...events: readonly NewEvent[]): Promise<readonly ReviewEvent[]>;
  /** Of the given cards, or of all that have history. */
  statistics(cards?: readonly string[]): ReviewStatistics;
  /** How each of these groups of cards stands, in one pass over the answers. */
  standings(groups: Iterable<readonly string[]>): readonly GroupStanding[];
  /** What to study until an interview on `date` (`YYYY-MM-DD` in the person's zone). `RangeError` for another text. */
  plan(request: { readonly cards: readonly StudyCard[]; readonly date: string; readonly perDay: number }): InterviewPlan;
  /** Due times that the present settings would put elsewhere, of the given cards or all. Changes nothing. */
  moves(cards?: readonly string[]): readonly Move[];
  /** Makes moves that were shown. One undo takes them back. */
  reschedule(moves: readonly Move[]): Promise<void>;
  /** Reads what other windows and machines have added. Never rejects. */
  refresh(): Promise<void>;
  /** Events that are not on disk yet. */
  readonly unsaved: number;
  readonly problems: readonly LogProblem[];
  useSettings(settings: ReviewSettings): void;
  dispose(): void;
}

/** Starts reading the logs, after the present turn of the event loop. */
export function createReviews(options: ReviewsOptions): Reviews {
  return new LoggedReviews(options, options.settings ?? defaultReviewSettings);
}
