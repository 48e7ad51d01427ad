import type { Interview } from './interview';
import { resultsOf } from './results';
import { dimensions, pointShare, scoresOf, type Dimension } from './scores';

/** A finished interview in short, for comparing. */
export interface PastInterview {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
  readonly questions: number;
  /** Share of points named, 0-1. Absent where the questions had none. */
  readonly points?: number;
  readonly scores: Readonly<Partial<Record<Dimension, number>>>;
  /** Points named and asked for, by the first segment of the topic. */
  readonly topics: Readonly<Record<string, { readonly named: number; readonly of: number }>>;
  /** Cards with missed points. */
  readonly missed: readonly string[];
}

/** `undefined` for an interview that is not finished, was judged only, or ended before anything was asked. */
export function pastInterview(id: string, interview: Interview): PastInterview | undefined {
  if (interview.step !== 'finished' || interview.mode === 'judge' || interview.endedAt === undefined) return undefined;
  const results = resultsOf(interview);
  if (results.length === 0) return undefined;
  const topics: Record<string, { named: number; of: number }> = {};
  for (const { question, covered, helped } of results) {
    const topic = question.topic.split('/')[0] ?? '';
    const sum = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    Object.defineProperty(topics, topic, { enumerable: true, configurable: true, writable: true, value: { named: (sum?.named ?? 0) + covered.length + helped.length, of: (sum?.of ?? 0) + question.points.length } });
  }
  const points = pointShare(results);
  const scores = scoresOf(interview);
  return {
    id,
    title: interview.script.title,
    ...(interview.script.note !== undefined && { note: interview.script.note }),
    endedAt: interview.endedAt,
    questions: results.length,
    ...(points !== undefined && { points }),
    scores: Object.fromEntries(dimensions.flatMap((dimension) => {
      const value = scores.find((score) => score.dimension === dimension)?.value;
      return value === undefined ? [] : [[dimension, value]];
    })),
    topics,
    missed: results.filter(({ missed, skipped }) => missed.length > 0 || skipped).map(({ question }) => question.card),
  };
}

/** How a topic went, earliest first, 0-1. */
export interface Trend {
  readonly topic: string;
  readonly shares: readonly number[];
}

/** Topics with points, weakest now first. `past` stands earliest first. */
export function trendsOf(past: readonly PastInterview[]): readonly Trend[] {
  const shares = new Map<string, number[]>();
  for (const { topics } of past) {
    for (const [topic, { named, of }] of Object.entries(topics)) {
      if (of > 0) shares.set(topic, [...(shares.get(topic) ?? []), named / of]);
    }
  }
  return [...shares].map(([topic, values]) => ({ topic, shares: values })).sort((one, other) => (one.shares.at(-1) ?? 0) - (other.shares.at(-1) ?? 0) || (one.topic < other.topic ? -1 : 1));
}

/** The weakest topics now, at most three: what the next interview had better ask. Empty where all went well. */
export function topicsToRepeat(past: readonly PastInterview[]): readonly string[] {
  return trendsOf(past).filter(({ shares }) => (shares.at(-1) ?? 1) < 0.8).slice(0, 3).map(({ topic }) => topic);
}

/** Which scripts to try next: those never done first, then the one that went worst. Ids of interview notes. */
export function nextScript(past: readonly PastInterview[], notes: readonly string[]): string | undefined {
  const latest = (note: string) => past.filter((each) => each.note === note).at(-1);
  return notes.find((note) => latest(note) === undefined) ?? [...notes].sort((one, other) => (latest(one)?.points ?? 1) - (latest(other)?.points ?? 1))[0];
}
