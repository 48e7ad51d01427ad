import type { CardState } from './cardState';
import type { NewEvent } from './reviewEvent';
import type { Scheduler } from './scheduler';

/** A due time that present settings would put elsewhere. Times in ms, UTC. */
export interface Move {
  readonly card: string;
  readonly from: number;
  readonly to: number;
}

/** Bytes of one event's moves, well below the longest line. */
const mostBytes = 48 * 1024;
const day = 86_400_000;

/**
 * What would move if all cards were scheduled by the present settings, without fuzz: the command Reschedule shows it before anything
 * happens. Cards in steps, suspended and new ones stay. A due time never moves into the past.
 */
export function movesOf(cards: Iterable<string>, stateOf: (card: string) => CardState | undefined, now: number, scheduler: Scheduler): readonly Move[] {
  const moves: Move[] = [];
  for (const card of cards) {
    const state = stateOf(card);
    if (!state?.memory || state.phase !== 'review' || state.suspended || state.due === undefined || state.lastReview === undefined) continue;
    const to = Math.max(now, state.lastReview + scheduler.idealDays(state.memory) * day);
    if (Math.abs(to - state.due) >= day && (to > now || state.due > now)) moves.push({ card, from: state.due, to });
  }
  return moves;
}

/** The events that make the moves, each short enough for a line of the log. Record them together: one undo takes them all back. */
export function rescheduleEvents(moves: readonly Move[], now: number): readonly NewEvent[] {
  const events: NewEvent[] = [];
  let [part, bytes]: [[string, number][], number] = [[], 0];
  for (const { card, to } of moves) {
    // A character takes at most six bytes in JSON.
    const size = card.length * 6 + 20;
    if (bytes + size > mostBytes && part.length > 0) {
      events.push({ kind: 'reschedule', at: now, moves: part });
      [part, bytes] = [[], 0];
    }
    part.push([card, Math.max(0, to - now)]);
    bytes += size;
  }
  if (part.length > 0) events.push({ kind: 'reschedule', at: now, moves: part });
  return events;
}
