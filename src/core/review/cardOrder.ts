import { compareEntries, type Entry } from './writerEvents';

/** Puts a card's events into the order in which they count. Sorts the list it is given. */
export function cardOrder(entries: Entry[]): readonly Entry[] {
  return followers(sortEntries(entries));
}

/** Sorts in place; most lists are sorted already, and then this is one pass. */
function sortEntries(entries: Entry[]): Entry[] {
  for (let index = 1; index < entries.length; index++) {
    const [one, other] = [entries[index - 1], entries[index]];
    if (one && other && compareEntries(one, other) > 0) return entries.sort(compareEntries);
  }
  return entries;
}

/** Moves each event that says which one it follows behind that event, and nothing else. */
function followers(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ after }) => after !== undefined)) return entries;
  const waiting = new Map<string, Entry[]>();
  const present = new Set(entries.map(({ id }) => id));
  const ordered: Entry[] = [];
  const placed = new Set<string>();
  const put = (first: Entry): void => {
    const queue = [first];
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      ordered.push(entry);
      placed.add(entry.id);
      queue.push(...(waiting.get(entry.id) ?? []));
      waiting.delete(entry.id);
    }
  };
  for (const entry of entries) {
    const { after } = entry;
    if (after === undefined || !present.has(after) || placed.has(after)) put(entry);
    else waiting.set(after, [...(waiting.get(after) ?? []), entry]);
  }
  // What follows itself in a ring keeps its place by time.
  for (const rest of [...waiting.values()].flat()) if (!placed.has(rest.id)) put(rest);
  return ordered;
}
