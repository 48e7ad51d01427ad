/**
 * Mixes topics: no two cards of a topic follow each other as long as there is another topic left, and within a topic the
 * order stays. Mixed practice is remembered better than practice in blocks.
 */
export function interleave<Item extends { readonly topic?: string }>(items: readonly Item[]): readonly Item[] {
  const topics = new Map<string | Item, Item[]>();
  for (const item of items) {
    const key = item.topic ?? item;
    const group = topics.get(key);
    if (group) group.push(item);
    else topics.set(key, [item]);
  }
  // Spread each topic evenly over the whole: its k-th of n cards belongs at (k + ½) / n.
  const placed = [...topics.values()].flatMap((group) => group.map((item, index) => ({ item, place: (index + 0.5) / group.length })));
  const spread = placed.sort((one, other) => one.place - other.place).map(({ item }) => item);
  return apart(spread);
}

/** Longer queues are not asked in one sitting, and repairing them would cost more than it is worth. */
const longestRepaired = 2_000;

/** Repairs the few neighbours of one topic that spreading leaves, by fetching the next card of another topic. */
function apart<Item extends { readonly topic?: string }>(items: readonly Item[]): readonly Item[] {
  if (items.length > longestRepaired) return items;
  const mixed = [...items];
  let other = 0;
  for (let index = 1; index < mixed.length; index++) {
    const [previous, present] = [mixed[index - 1], mixed[index]];
    if (!previous || !present || present.topic === undefined || present.topic !== previous.topic) continue;
    other = Math.max(other, index + 1);
    while (other < mixed.length && mixed[other]?.topic === present.topic) other++;
    const found = mixed[other];
    if (!found) break;
    mixed.splice(other, 1);
    mixed.splice(index, 0, found);
  }
  return mixed;
}
