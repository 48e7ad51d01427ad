/**
 * A quiz is a queue of cards: what was answered leaves it, and comes back within the sitting while it is still being learned.
 * Every step leads to a new session, so that a paused quiz can be stored at any moment.
 */
export interface QuizSession {
  /** Ids of the cards still to ask, the present one first. */
  readonly queue: readonly string[];
  /** Cards that come back when their minutes are over, earliest first. */
  readonly waiting: readonly WaitingCard[];
  /** What was done, earliest first. */
  readonly answers: readonly QuizAnswer[];
  /** How many different cards the quiz has. */
  readonly size: number;
  /** Orders the options of each card: the same for the same sitting, another in the next. */
  readonly seed: number;
  /** Milliseconds to study; absent where a number of cards was chosen. */
  readonly limit?: number;
}

export interface QuizAnswer {
  readonly card: string;
  /** 1 again, 2 hard, 3 good, 4 easy. Absent: the card was suspended or buried instead. */
  readonly rating?: Rating;
  /** Milliseconds. */
  readonly spent?: number;
}

export interface WaitingCard {
  readonly card: string;
  /** Milliseconds, UTC. */
  readonly due: number;
  /** Forgotten: asked before the quiz ends, also before its minutes are over. */
  readonly forgotten: boolean;
}

export type Rating = 1 | 2 | 3 | 4;

export function startSession(cards: readonly string[], seed: number, limit?: number): QuizSession {
  const queue = [...new Set(cards)];
  return { queue, waiting: [], answers: [], size: queue.length, seed, ...(limit !== undefined && { limit }) };
}

/** After an answer to the present card. `due` is when it comes back within the sitting; absent where it does not. */
export function answered(session: QuizSession, rating: Rating, due?: number, spent?: number): QuizSession {
  const [card, ...queue] = session.queue;
  if (card === undefined) return session;
  const comesBack = due !== undefined || rating === 1;
  const waiting = comesBack ? [...session.waiting, { card, due: due ?? Number.MAX_SAFE_INTEGER, forgotten: rating === 1 }].sort((one, other) => one.due - other.due) : session.waiting;
  return { ...session, queue, waiting, answers: [...session.answers, { card, rating, ...(spent !== undefined && { spent }) }] };
}

/**
 * The session with the card to ask at the moment `now` in front: one whose minutes are over, else the next in the queue, else one that was
 * forgotten. What is merely not yet due again is left for later, and the queue is then empty.
 */
export function withNextCard(session: QuizSession, now: number): QuizSession {
  if (isTimeUp(session)) return { ...session, queue: [], waiting: [] };
  const next = session.waiting.find(({ due }) => due <= now) ?? (session.queue.length === 0 ? session.waiting.find(({ forgotten }) => forgotten) : undefined);
  if (!next) return session;
  return { ...session, queue: [next.card, ...session.queue], waiting: session.waiting.filter((other) => other !== next) };
}

/**
 * The session with the answers that the log knows and it does not: after a crash the log is right, because every answer is on disk
 * before the next question, while the session may have been stored a question earlier. `ratingOf`: since the quiz began.
 */
export function caughtUp(session: QuizSession, ratingOf: (card: string) => Rating | undefined): QuizSession {
  const known = new Set(session.answers.map(({ card }) => card));
  return session.queue.reduce((so, card) => {
    const rating = known.has(card) ? undefined : ratingOf(card);
    if (rating === undefined) return so;
    return answered({ ...so, queue: [card, ...so.queue.filter((other) => other !== card)] }, rating);
  }, session);
}

/** Questions that a paused quiz still has. */
export function leftIn(session: QuizSession): number {
  return session.queue.length + session.waiting.filter(({ forgotten }) => forgotten).length;
}

/** Leaves the present card out of this quiz: it is gone from its note. */
export function skipped(session: QuizSession): QuizSession {
  return { ...session, queue: session.queue.slice(1), size: session.size - (isAskedAgain(session) ? 0 : 1) };
}

/** The present card was suspended or buried. */
export function setAside(session: QuizSession): QuizSession {
  const card = session.queue[0];
  return card === undefined ? session : { ...skipped(session), answers: [...session.answers, { card }] };
}

/** Takes the latest step back, with its card as the next to ask. Without steps: the session as it is. */
export function withoutLastAnswer(session: QuizSession): QuizSession {
  const last = session.answers.at(-1);
  if (!last) return session;
  const answers = session.answers.slice(0, -1);
  const wasLeftOut = last.rating === undefined && !answers.some(({ card }) => card === last.card);
  const others = <Item>(items: readonly Item[], cardOf: (item: Item) => string) => items.filter((item) => cardOf(item) !== last.card);
  return {
    ...session,
    queue: [last.card, ...others(session.queue, (card) => card)],
    waiting: others(session.waiting, ({ card }) => card),
    answers,
    size: session.size + (wasLeftOut ? 1 : 0),
  };
}

/** 1-based number of the present card among the quiz's cards. */
export function questionNumber(session: QuizSession): number {
  const finished = new Set(session.answers.flatMap(({ card, rating }) => (rating === undefined ? [] : [card])));
  const present = session.queue[0];
  if (present !== undefined && finished.has(present)) return [...finished].indexOf(present) + 1;
  return Math.min(finished.size + 1, session.size);
}

/** Whether the present card was asked before in this quiz. */
export function isAskedAgain(session: QuizSession): boolean {
  return session.answers.some(({ card }) => card === session.queue[0]);
}

/** Milliseconds that are left; `undefined` without a limit. Only time spent on questions counts, so a pause costs nothing. */
export function timeLeft({ limit, answers }: QuizSession): number | undefined {
  return limit === undefined ? undefined : Math.max(0, limit - answers.reduce((sum, { spent = 0 }) => sum + spent, 0));
}

function isTimeUp(session: QuizSession): boolean {
  return timeLeft(session) === 0;
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
  for (const { card, rating } of session.answers) if (rating !== undefined && !first.has(card)) first.set(card, rating);
  const missed = [...first].filter(([, rating]) => rating === 1).map(([card]) => card);
  return { asked: first.size, known: first.size - missed.length, missed };
}
