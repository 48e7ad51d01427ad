/** A quiz is a queue of cards: what was answered leaves it, what was forgotten comes back at its end. */
export interface QuizSession {
  /** Ids of the cards still to ask, the present one first. */
  readonly queue: readonly string[];
  readonly answers: readonly QuizAnswer[];
  /** How many different cards the quiz has. */
  readonly size: number;
  /** Orders the options of each card: the same for the same sitting, another in the next. */
  readonly seed: number;
}

export interface QuizAnswer {
  readonly card: string;
  /** 1 again, 2 hard, 3 good, 4 easy. */
  readonly rating: Rating;
}

export type Rating = 1 | 2 | 3 | 4;

export function startSession(cards: readonly string[], seed: number): QuizSession {
  const queue = [...new Set(cards)];
  return { queue, answers: [], size: queue.length, seed };
}

/** After an answer to the present card. A forgotten card is asked again before the quiz ends. */
export function answered(session: QuizSession, rating: Rating): QuizSession {
  const [card, ...rest] = session.queue;
  if (card === undefined) return session;
  return { ...session, queue: rating === 1 ? [...rest, card] : rest, answers: [...session.answers, { card, rating }] };
}

/** Leaves the present card out of this quiz: it is gone from its note, or the user does not want it now. */
export function skipped(session: QuizSession): QuizSession {
  return { ...session, queue: session.queue.slice(1), size: session.size - (isAskedAgain(session) ? 0 : 1) };
}

/** Takes the latest answer back, with its card as the next to ask. Without answers: the session as it is. */
export function withoutLastAnswer(session: QuizSession): QuizSession {
  const last = session.answers.at(-1);
  if (!last) return session;
  return { ...session, queue: [last.card, ...session.queue.filter((card) => card !== last.card)], answers: session.answers.slice(0, -1) };
}

/** 1-based number of the present card among the quiz's cards. */
export function questionNumber(session: QuizSession): number {
  const finished = new Set(session.answers.map(({ card }) => card));
  const present = session.queue[0];
  if (present !== undefined && finished.has(present)) return [...finished].indexOf(present) + 1;
  return Math.min(finished.size + 1, session.size);
}

/** Whether the present card was forgotten earlier in this quiz. */
export function isAskedAgain(session: QuizSession): boolean {
  return session.answers.some(({ card }) => card === session.queue[0]);
}

export interface QuizResult {
  readonly asked: number;
  /** Known at the first try. */
  readonly known: number;
  /** Ids of the cards that were forgotten at the first try, in the order asked. */
  readonly missed: readonly string[];
}

export function resultOf(session: QuizSession): QuizResult {
  const first = new Map<string, Rating>();
  for (const { card, rating } of session.answers) if (!first.has(card)) first.set(card, rating);
  const missed = [...first].filter(([, rating]) => rating === 1).map(([card]) => card);
  return { asked: first.size, known: first.size - missed.length, missed };
}
