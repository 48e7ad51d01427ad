import { conceptOf, smallWords } from './concepts';
import { stem } from './stem';

/** A word of a text, with what it is compared by. */
export interface Word {
  /** As written. */
  readonly text: string;
  /** Stem, or the concept behind the word in three languages. */
  readonly key: string;
  readonly sentence: number;
}

/** The words that carry meaning. `C++`, `C#` and `__init__` stay whole; `run_in_executor` counts whole and in its parts. */
export function contentWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [sentence, piece] of sentencesOf(text).entries()) {
    const written = Array.from(piece.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}_+#]+/gu), ([word]) => word);
    let at = 0;
    while (at < written.length) {
      const pair = pairAt(written, at);
      const taken = pair ? 2 : 1;
      const word = written.slice(at, at + taken).join(' ');
      const keys = pair ? [pair] : keysOf(word);
      words.push(...keys.map((key) => ({ text: word, key, sentence })));
      at += taken;
    }
  }
  return words;
}

/** Two words that are one idea: `event loop`, `task group`. */
function pairAt(written: readonly string[], at: number): string | undefined {
  const [first, second] = [written[at], written[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  return conceptOf(`${stem(first)} ${stem(second)}`);
}

function keysOf(word: string): readonly string[] {
  const lower = word.toLowerCase().replace(/ё/g, 'е');
  if (smallWords.has(lower)) return [];
  const stemmed = stem(word);
  if (smallWords.has(stemmed) || (stemmed.length < 2 && !/\p{N}/u.test(stemmed))) return [];
  const whole = conceptOf(lower) ?? conceptOf(stemmed) ?? stemmed;
  const parts = word.includes('_') ? word.split('_').flatMap((part) => (part.length > 1 ? keysOf(part) : [])) : [];
  return [whole, ...parts];
}

export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?;。？！…])\s+|\n+/u).filter((piece) => piece.trim() !== '');
}

/** Whether two stems are one word with other endings. Short words must be the same. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one[shared] === other[shared]) shared += 1;
  if (/[가-힣]/.test(one)) return shared >= 2 && shared === shorter;
  if (/[а-я]/.test(one)) return shared >= 5 && shared >= 0.7 * Math.max(one.length, other.length);
  return shared >= 5 && shared >= 0.75 * Math.max(one.length, other.length);
}
