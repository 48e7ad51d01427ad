import type { Card, Level, Note } from '../notes/note';
import type { Waits } from '../review/dueCards';
import { hiddenDepth } from '../topics/hiddenTopics';

/** How many cards a scope has, and how many of them are due or new. */
export interface Tally {
  readonly cards: number;
  readonly due: number;
  readonly fresh: number;
}

/** Every scope that a quiz may be about; those without cards are absent. */
export interface ScopeTallies {
  /** Without hidden topics. */
  readonly all: Tally;
  /** By path, each with what lies below. */
  readonly topics: ReadonlyMap<string, Tally>;
  readonly levels: ReadonlyMap<Level, Tally>;
  readonly tags: ReadonlyMap<string, Tally>;
  readonly notes: ReadonlyMap<string, Tally>;
  /** All that wait, hidden ones as well: what the day's limits are asked about. */
  readonly due: readonly Card[];
  readonly fresh: readonly Card[];
}

interface Sum {
  cards: number;
  due: number;
  fresh: number;
}

interface Waiting {
  readonly due: Card[];
  readonly fresh: Card[];
}

/**
 * Counts all scopes in one pass over the notes. What lies in a hidden topic counts for that topic alone, because it is asked only where it is
 * asked for by name. `hidden`: paths such as `python/typing`.
 */
export function scopeTallies(notes: Iterable<Note>, waits: Waits, hidden: ReadonlySet<string>): ScopeTallies {
  const all: Sum = { cards: 0, due: 0, fresh: 0 };
  const waiting: Waiting = { due: [], fresh: [] };
  const [topics, levels, tags, byNote] = [new Map<string, Sum>(), new Map<Level, Sum>(), new Map<string, Sum>(), new Map<string, Sum>()];
  for (const note of notes) {
    if (note.cards.length === 0) continue;
    const own = tallyOf(note, waits, waiting);
    byNote.set(note.id, own);
    const depth = hiddenDepth(note.topic, hidden);
    let path = '';
    note.topic.forEach((segment, index) => {
      path = index === 0 ? segment : `${path}/${segment}`;
      if (index + 1 >= depth) add(topics, path, own);
    });
    if (depth > 0) continue;
    addTo(all, own);
    for (const level of new Set(note.levels)) add(levels, level, own);
    for (const tag of new Set(note.tags)) add(tags, tag, own);
  }
  return { all, topics, levels, tags, notes: byNote, ...waiting };
}

function tallyOf({ cards }: Note, waits: Waits, waiting: Waiting): Sum {
  const before = { due: waiting.due.length, fresh: waiting.fresh.length };
  for (const card of cards) {
    const reason = waits(card.id);
    if (reason === 'due') waiting.due.push(card);
    else if (reason === 'new') waiting.fresh.push(card);
  }
  return { cards: cards.length, due: waiting.due.length - before.due, fresh: waiting.fresh.length - before.fresh };
}

function add<Key>(sums: Map<Key, Sum>, key: Key, own: Tally): void {
  const sum = sums.get(key) ?? { cards: 0, due: 0, fresh: 0 };
  addTo(sum, own);
  sums.set(key, sum);
}

function addTo(sum: Sum, { cards, due, fresh }: Tally): void {
  sum.cards += cards;
  sum.due += due;
  sum.fresh += fresh;
}
