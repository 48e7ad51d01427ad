import { folded, syllablePairs } from './searchWords';

export interface FoundLine {
  /** 0-based. */
  readonly line: number;
  /** The line as written, without spaces around it. */
  readonly text: string;
}


/**
 * The line that holds most of the words, if the text holds all of them. Words are met inside others too: a text is searched as it is
 * written, so that `gather(` and `acks_late=True` are found.
 */
export function findInText(text: string, words: readonly string[]): FoundLine | undefined {
  if (words.length === 0) return undefined;
  const whole = folded(text);
  if (!words.every((word) => whole.includes(word) || syllablePairs(word).some((pair) => whole.includes(pair)))) return undefined;
  let best: (FoundLine & { readonly count: number }) | undefined;
  let line = 0;
  for (const written of text.split(/\r\n|\r|\n/)) {
    const within = folded(written);
    const count = words.filter((word) => within.includes(word)).length;
    if (count > (best?.count ?? 0)) best = { line, text: written.trim(), count };
    if (best?.count === words.length) break;
    line += 1;
  }
  return best && { line: best.line, text: best.text };
}
