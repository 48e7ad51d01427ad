/** How alike two questions are, from 0 to 1: pairs of neighbouring letters that both have (Dice's coefficient). 1: the same letters and digits. */
export function likeness(a: string, b: string): number {
  const [first, second] = [letters(a), letters(b)];
  if (first === second) return 1;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < first.length; at += 1) {
    const pair = first.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < second.length; at += 1) {
    const pair = second.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  // Never 1 for different texts.
  return Math.min(0.999, (2 * shared) / Math.max(1, first.length + second.length - 2));
}

const mostCorrections = 2;
const shortestCorrected = 4;
/** A word of this length may be wrong in two places. */
const longWord = 8;

/**
 * Whether one question is the other with its spelling put right: the same words but for one or two that differ in a letter, and in capitals and
 * punctuation. `3.11` and `3.12`, `TCP` and `UDP`, `synchronous` and `asynchronous` are different questions.
 */
export function isCorrected(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.length !== second.length || first.length === 0) return false;
  let corrections = 0;
  for (const [index, word] of first.entries()) {
    const other = second[index] ?? '';
    if (word === other) continue;
    corrections += 1;
    if (corrections > mostCorrections || !isMisspelt(word, other)) return false;
  }
  return true;
}

function isMisspelt(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < shortestCorrected || /\d/.test(a + b)) return false;
  // A word with something in front means something else: `typed` and `untyped`.
  if (a.endsWith(b) || b.endsWith(a)) return false;
  return distance(a, b) <= (shorter >= longWord ? 2 : 1);
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

function letters(text: string): string {
  return wordsOf(text).join(' ');
}
