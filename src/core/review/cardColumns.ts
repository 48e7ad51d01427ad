import type { CardState } from './cardState';
import { phases } from './gradeTable';
import { largerColumn } from './largerColumn';

/**
 * What the queue of a day and the forecast ask of every card, as columns of numbers by card number. Going through 50,000 cards takes a few
 * milliseconds this way; as objects that lie about in memory, each look is a wait.
 */
export class CardColumns {
  private room = 1_024;
  /** One more than the highest card number. */
  length = 0;
  /** Sum of `has`: 0 for a card without history. */
  marks = new Uint8Array(this.room);
  /** Index into `phases`. */
  phases = new Uint8Array(this.room);
  /** Times in ms, UTC; intervals in ms; stability in days. NaN where `CardState` has nothing. */
  due = new Float64Array(this.room);
  interval = new Float64Array(this.room);
  lastReview = new Float64Array(this.room);
  stability = new Float64Array(this.room);
  buriedUntil = new Float64Array(this.room);

  /** `isSibling`: see `siblingGroup`. */
  set(card: number, isSibling: boolean, { phase, memory, due, interval, lastReview, step, suspended, buriedUntil, flagged, ahead }: CardState): void {
    if (card >= this.room) this.grow(Math.max(card + 1, 2 * this.room));
    this.length = Math.max(this.length, card + 1);
    this.marks[card] = has.history | (suspended ? has.rest : 0) | (ahead ? has.clockAhead : 0) | (step === undefined ? 0 : has.step) | (flagged ? has.flag : 0) | (isSibling ? has.siblings : 0);
    this.phases[card] = phases.indexOf(phase);
    this.due[card] = due ?? Number.NaN;
    this.interval[card] = interval ?? Number.NaN;
    this.lastReview[card] = lastReview ?? Number.NaN;
    this.stability[card] = memory?.stability ?? Number.NaN;
    this.buriedUntil[card] = buriedUntil ?? Number.NaN;
  }

  private grow(room: number): void {
    this.room = room;
    this.marks = largerColumn(this.marks, room);
    this.phases = largerColumn(this.phases, room);
    this.due = largerColumn(this.due, room);
    this.interval = largerColumn(this.interval, room);
    this.lastReview = largerColumn(this.lastReview, room);
    this.stability = largerColumn(this.stability, room);
    this.buriedUntil = largerColumn(this.buriedUntil, room);
  }
}

/** What `marks` is a sum of. `rest`: suspended. `clockAhead`: `CardState.ahead`. `siblings`: its id says that it may have some. */
export const has = { history: 1, rest: 2, clockAhead: 4, step: 8, flag: 16, siblings: 32 } as const;
