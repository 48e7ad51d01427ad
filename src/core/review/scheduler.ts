import { FSRS, FSRSVersion, StrategyMode, State, checkParameters, default_w, type Card, type FSRSState } from 'ts-fsrs';
import type { Rating } from './reviewEvent';

/** How well a card is known, in FSRS's terms. */
export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 easy - 10 hard. */
  readonly difficulty: number;
}

/** `learning` and `relearning` cards are asked again within the sitting. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

export interface ScheduleSettings {
  /** Wanted probability of recall when a card is due, 0.7-0.99. */
  readonly retention: number;
  /** FSRS weights of the person: 17, 19 or 21 numbers (FSRS 4, 5, 6). Absent: the defaults of FSRS-6. */
  readonly weights?: readonly number[];
  /** Spreads cards that would all come back on the same day. */
  readonly fuzz: boolean;
}

export interface Learned {
  readonly memory?: Memory;
  readonly phase: Phase;
  readonly step?: number;
}

/** What one of the four grades would do. */
export interface Outlook {
  readonly rating: Rating;
  /** Milliseconds until the card would be due. Whole days unless a step of the sitting. */
  readonly interval: number;
  /** Step after the grade. Absent: out of the steps. */
  readonly step?: number;
}

/** A grade on offer, with what is stored if it is chosen: what the person was shown is what happens. */
export interface GradeChoice extends Outlook {
  /** Milliseconds, UTC: the time of asking + `interval`. */
  readonly due: number;
}

const day = 86_400_000;
const ratings: readonly Rating[] = [1, 2, 3, 4];
const states: Readonly<Record<Phase, State>> = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning };

/** Why these weights cannot be used; `undefined` where they can. */
export function weightsProblem(weights: readonly number[]): string | undefined {
  try {
    checkParameters(weights);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** FSRS-6 as ts-fsrs computes it, with its default learning steps (1 and 10 minutes, after a lapse 10). Nothing of it is written anew here. */
export class Scheduler {
  private readonly algorithm: FSRS;
  private seed = '';

  /** Unusable weights and retentions fall back to the defaults, so that a typing error in the settings never stops a quiz. */
  constructor(readonly settings: ScheduleSettings) {
    const usable = settings.weights && weightsProblem(settings.weights) === undefined;
    const retention = settings.retention > 0 && settings.retention < 1 ? settings.retention : 0.9;
    this.algorithm = new FSRS({ request_retention: retention, w: usable ? settings.weights : default_w, enable_fuzz: settings.fuzz });
    this.algorithm.useStrategy(StrategyMode.SEED, () => this.seed);
  }

  /** Schedulers with the same one make the same memories of the same answers, to the last bit. */
  get memoryKey(): string {
    return JSON.stringify([FSRSVersion, this.algorithm.parameters.w]);
  }

  /** Memory after a grade, `days` study days after the grade before it. `memory` is absent for the first one; `recall` spares computing it again. */
  next(memory: Memory | undefined, days: number, rating: Rating, recall?: number): Memory {
    return this.algorithm.next_state((memory as FSRSState | undefined) ?? null, days, rating, recall);
  }

  /** Probability of recall, 0-1, this many days (fractions count) after the last grade. */
  recall({ stability }: Pick<Memory, 'stability'> & Partial<Memory>, days: number): number {
    return this.algorithm.forgetting_curve(Math.max(0, days), stability);
  }

  /** What each grade would do, `days` study days after the last one. `seed` decides the fuzz: the same seed gives the same intervals. */
  outlook(card: Learned, days: number, seed: string | number): readonly Outlook[] {
    this.seed = String(seed);
    // ts-fsrs counts days by UTC dates. Dates that are `days` apart make it use our count.
    const input: Card = {
      due: new Date(0),
      stability: card.memory?.stability ?? 0,
      difficulty: card.memory?.difficulty ?? 0,
      elapsed_days: 0,
      scheduled_days: 0,
      reps: 0,
      lapses: 0,
      learning_steps: card.step ?? 0,
      state: states[card.memory ? card.phase : 'new'],
      last_review: card.memory ? new Date(0) : undefined,
    };
    const asked = new Date(days * day);
    const outcomes = this.algorithm.repeat(input, asked);
    return ratings.map((rating) => {
      const { card: after } = outcomes[rating];
      const interval = after.due.getTime() - asked.getTime();
      return after.state === State.Review ? { rating, interval } : { rating, interval, step: after.learning_steps };
    });
  }

  /** Days until recall falls to the wanted retention, without fuzz. For Reschedule. */
  idealDays(memory: Memory): number {
    return Math.min(36_500, Math.max(1, Math.round(memory.stability * this.algorithm.interval_modifier)));
  }
}
