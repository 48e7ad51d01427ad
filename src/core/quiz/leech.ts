/** Anki's rule: a card that was forgotten 8 times is a leech, and is pointed out again at every half of that. */
const threshold = 8;

/** Whether to point out a card that has now been forgotten this often. */
export function isLeech(lapses: number): boolean {
  return lapses >= threshold && (lapses - threshold) % (threshold / 2) === 0;
}
