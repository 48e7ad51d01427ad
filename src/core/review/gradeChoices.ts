import type { CardState } from './cardState';
import type { GradeChoice, Scheduler } from './scheduler';
import { daysBetween, studyDay } from './studyDay';

/** Where and when the person studies. */
export interface StudyClock {
  /** IANA name. */
  readonly tz: string;
  /** Hour at which the study day starts, 0 up to 24. */
  readonly dayStart: number;
}

/** The four grades in order. `seed` decides the fuzz; draw it once per question asked. */
export function gradeChoices(state: CardState, now: number, clock: StudyClock, scheduler: Scheduler, seed: string | number): readonly GradeChoice[] {
  const elapsed = state.lastDay === undefined ? 0 : daysBetween(state.lastDay, studyDay(now, clock.tz, clock.dayStart));
  return scheduler.outlook(state, elapsed, seed).map((outlook) => ({ ...outlook, due: now + outlook.interval }));
}
