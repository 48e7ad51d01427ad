import type { CardState } from '../../core/review/cardState';
import type { NewEvent } from '../../core/review/reviewEvent';
import type { Scheduler } from '../../core/review/scheduler';

export interface MovedCard {
  readonly card: string;
  /** Milliseconds, UTC: when it is due, and when it would be. */
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
/** A tenth of the interval is what fuzz moves, too: below that nothing is gained by moving. */
const leastChange = 0.1;
/** Bytes of moves in one event: a line of the log may have 64 KiB. */
const mostBytes = 48_000;

/** Cards that would be due on another day if they had been scheduled with these settings, those that move most first. Cards in learning steps stay. */
export function movedCards(cards: readonly string[], stateOf: (card: string) => CardState | undefined, scheduler: Scheduler, now: number): readonly MovedCard[] {
  const moves = cards.flatMap((card): MovedCard[] => {
    const state = stateOf(card);
    if (state?.phase !== 'review' || !state.memory || state.due === undefined || state.lastReview === undefined || state.suspended) return [];
    const interval = scheduler.idealDays(state.memory) * day;
    const to = Math.max(state.lastReview + interval, Math.min(state.due, now));
    return Math.abs(to - state.due) < Math.max(day, leastChange * interval) ? [] : [{ card, from: state.due, to }];
  });
  return moves.sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
}

/** The moves as events, as few as fit. */
export function rescheduleEvents(moves: readonly MovedCard[], at: number): readonly NewEvent[] {
  const events: { kind: 'reschedule'; at: number; moves: [string, number][] }[] = [];
  let bytes = Infinity;
  for (const { card, to } of moves) {
    const size = new TextEncoder().encode(card).length + 24;
    if (bytes + size > mostBytes) {
      events.push({ kind: 'reschedule', at, moves: [] });
      bytes = 0;
    }
    bytes += size;
    events.at(-1)?.moves.push([card, Math.max(0, to - at)]);
  }
  return events;
}
