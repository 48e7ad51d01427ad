/** The order in which a card's options are shown: indexes 0 … count-1, the same for one seed and card, another for the next. */
export function optionOrder(count: number, seed: number, cardId: string): readonly number[] {
  const indexes = Array.from({ length: count }, (_, index) => index);
  // The index goes first, so that everything after it spreads the difference.
  const keys = indexes.map((index) => hash(`${index}:${seed}:${cardId}`));
  return indexes.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
