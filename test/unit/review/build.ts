import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { ReviewHistory } from '../../../src/core/review/reviewHistory';
import { Scheduler, type ScheduleSettings } from '../../../src/core/review/scheduler';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A Friday at noon, UTC. */
export const noon = Date.UTC(2026, 10, 20, 12);

export const settings: ScheduleSettings = { retention: 0.9, fuzz: false };

export function aHistory(events: Iterable<ReviewEvent> = []): ReviewHistory {
  const history = new ReviewHistory(new Scheduler(settings));
  history.add(events);
  return history;
}

/** Everything a history says about its cards, as one text. */
export function statesOf(history: ReviewHistory, now = noon + 1_000 * day): string {
  const cards = [...history.cards()].sort();
  return JSON.stringify(cards.map((card) => [card, history.stateOf(card, now), history.historyOf(card).map(({ event, active }) => [event.id, active])]));
}

type Fields = { readonly [key: string]: unknown };

/** Events of one writer, numbered as they are made, a minute apart. */
export function aWriter(name: string, start = noon): (fields: Fields) => ReviewEvent {
  let number = 0;
  return (fields) => {
    number += 1;
    return { id: `${name}-${number}`, at: start + number * minute, ...fields } as unknown as ReviewEvent;
  };
}

export function aReview(card: string, rating = 3, interval = 3 * day, more: Fields = {}): Fields {
  return { kind: 'review', card, rating, interval, ...more };
}

/** A repeatable random number generator (mulberry32 by Tommy Ettinger, public domain algorithm). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}

/** A believable log: several writers, cards, grades, marks, undos, redos, regrades and links, times rising with gaps. */
export function aLog(length: number, random: () => number, cards = 20, writers = 3): ReviewEvent[] {
  const events: ReviewEvent[] = [];
  const numbers = new Map<string, number>();
  let at = noon;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const names = Array.from({ length: writers }, (_, index) => `writer${index}`);
  for (let index = 0; index < length; index++) {
    at += Math.floor(random() ** 4 * 5 * day);
    const writer = pick(names);
    const number = (numbers.get(writer) ?? 0) + 1;
    numbers.set(writer, number);
    const base = { id: `${writer}-${number}`, at: at + Math.floor((random() - 0.5) * 10 * minute), tz: pick(['UTC', 'Asia/Seoul', 'America/New_York']), dayStart: 4 };
    const card = `pack:note#card${Math.floor(random() * cards)}`;
    const earlier = events.length > 0 ? pick(events.slice(-30)) : undefined;
    const dice = random();
    if (dice < 0.1 && earlier) events.push({ ...base, kind: 'undo', undoes: earlier.id });
    else if (dice < 0.14 && earlier?.kind === 'review') events.push({ ...base, kind: 'regrade', of: earlier.id, rating: 2, interval: day });
    else if (dice < 0.15) events.push({ ...base, kind: 'link', from: card, to: `pack:note#card${Math.floor(random() * cards)}` });
    else if (dice < 0.2) events.push({ ...base, kind: pick(['suspend', 'unsuspend', 'flag', 'unflag', 'unbury'] as const), card });
    else if (dice < 0.24) events.push({ ...base, kind: pick(['bury', 'shift'] as const), card, interval: Math.floor(random() * 10 * day) });
    else if (dice < 0.25) events.push({ ...base, kind: 'reschedule', moves: [[card, day], [`pack:note#card0`, 2 * day]] });
    else if (dice < 0.28) events.push({ ...base, kind: pick(['cram', 'mock'] as const), card, rating: 3 });
    else {
      const rating = (1 + Math.floor(random() * 4)) as 1 | 2 | 3 | 4;
      const step = rating < 3 && random() < 0.5 ? { step: 0 } : {};
      events.push({ ...base, kind: 'review', card, rating, interval: Math.floor(random() * 30 * day), ...step, duration: 5_000 });
    }
  }
  return events;
}
