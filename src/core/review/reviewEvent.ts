/**
 * What is stored about learning: facts that happened, one event each, never changed and never deleted. Everything else
 * (what a card's memory is worth, when it is due, what was undone) is replayed from them.
 */

/** 1 again, 2 hard, 3 good, 4 easy: the numbers of FSRS and Anki. */
export type Rating = 1 | 2 | 3 | 4;

/** What every event carries. Fields that a newer version wrote and this one does not know stay on the object. */
export interface EventBase {
  /** `<writer>-<number>`: unique without any agreement between windows, because each window is a writer of its own. */
  readonly id: string;
  /** Milliseconds, UTC, as the clock of the machine said. Clocks lie: see `effective` in reviewHistory. */
  readonly at: number;
  /** IANA name of the person's time zone. Absent: UTC. */
  readonly tz?: string;
  /** Hour at which the person's study day starts, 0 up to 24. Absent: 0. */
  readonly dayStart?: number;
  /** Id of the first event of one action that took several; they are undone together. Absent: the event is the action. */
  readonly batch?: string;
  /** Id of the card's last event where that one is dated later than this one by another machine's clock: this one still follows it. */
  readonly after?: string;
}

interface CardEvent extends EventBase {
  readonly card: string;
}

/** A graded answer that counts. */
export interface ReviewedEvent extends CardEvent {
  readonly kind: 'review';
  readonly rating: Rating;
  /** Milliseconds from `at` to the due time the person was shown, fuzz included. The due time is never computed again. */
  readonly interval: number;
  /** Learning or relearning step the card is in after this answer, from 0. Absent: it left the steps. */
  readonly step?: number;
  /** Milliseconds the answer took. */
  readonly duration?: number;
}

/** An answer that leaves the schedule alone: practised outside of it, or given in a mock interview. */
export interface PractisedEvent extends CardEvent {
  readonly kind: 'cram' | 'mock';
  /** Absent in a mock interview where the question was passed over. */
  readonly rating?: Rating;
  readonly duration?: number;
}

export interface MarkedEvent extends CardEvent {
  readonly kind: 'suspend' | 'unsuspend' | 'unbury' | 'flag' | 'unflag';
}

/** Hides a card for a while (`bury`), or moves its due time and leaves its memory alone (`shift`). */
export interface PostponedEvent extends CardEvent {
  readonly kind: 'bury' | 'shift';
  /** Milliseconds from `at`. */
  readonly interval: number;
}

/** Many `shift`s in one: what the command Reschedule showed. */
export interface RescheduledEvent extends EventBase {
  readonly kind: 'reschedule';
  /** Card and milliseconds from `at` to its new due time. */
  readonly moves: readonly (readonly [card: string, interval: number])[];
}

/** Edits the grade of an earlier review. */
export interface RegradedEvent extends EventBase {
  readonly kind: 'regrade';
  /** Id of the review. */
  readonly of: string;
  readonly rating: Rating;
  /** Replaces the review's interval, counted from the review's `at`. Absent: the due time stays. */
  readonly interval?: number;
  readonly step?: number;
}

/** Takes back an event. Redo takes back the undo. */
export interface UndoneEvent extends EventBase {
  readonly kind: 'undo';
  /** Id of the event that no longer counts. */
  readonly undoes: string;
}

/** The card `to` continues the card `from`: it was renamed, moved or copied. */
export interface LinkedEvent extends EventBase {
  readonly kind: 'link';
  readonly from: string;
  readonly to: string;
}

/** A kind that a newer version wrote. Kept and counted, without effect here. */
export interface OtherEvent extends EventBase {
  readonly kind: 'other';
  /** As it was read. */
  readonly line: string;
}

export type ReviewEvent =
  | ReviewedEvent
  | PractisedEvent
  | MarkedEvent
  | PostponedEvent
  | RescheduledEvent
  | RegradedEvent
  | UndoneEvent
  | LinkedEvent
  | OtherEvent;

export type EventKind = ReviewEvent['kind'];

type Draft<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'tz' | 'dayStart' | 'batch' | 'after'> & { readonly at?: number } : never;

/** An event before it is recorded: the log adds id, time, zone and day start. */
export type NewEvent = Draft<Exclude<ReviewEvent, OtherEvent>>;
