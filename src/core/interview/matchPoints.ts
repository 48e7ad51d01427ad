/**
 * Finds in a typed answer the points of a rubric, by words: stems in English, Russian and Korean, and technical ideas that have several
 * names in three languages. It only suggests ticks, so it would rather miss a point than claim one.
 */
import type { FoundPoint } from './interview';
import { contentWords, isSameWord, sentencesOf, type Word } from './words';

/** Share of a point's weight that a passage must hold. With half, ticks are right in more than nine of ten made answers (see matchPoints.test.ts). */
const enough = 0.5;

/** The points that the text speaks of, with the words that do. `front` is the question: repeating its words proves little. */
export function matchPoints(text: string, points: readonly string[], front = ''): readonly FoundPoint[] {
  const answer = contentWords(sentencesOf(text).filter((sentence) => !isUnsure(sentence)).join('\n'));
  if (answer.length === 0) return [];
  const rubric = points.map(contentWords);
  const asked = contentWords(front);
  return rubric.flatMap((words, point) => {
    const weights = weightsOf(words, rubric, asked);
    const found = bestPassage(words, weights, answer);
    return found && found.share >= enough ? [{ point, words: found.words }] : [];
  });
}

/** How much of `point` stands in `text`, 0-1. */
export function overlap(point: string, text: string): number {
  const words = contentWords(point);
  const others = contentWords(text);
  const shared = words.filter(({ key }) => others.some((other) => isSameWord(key, other.key)));
  return words.length === 0 ? 0 : shared.length / words.length;
}

/** A word that many points share, or that the question itself says, tells less about this one. */
function weightsOf(words: readonly Word[], rubric: readonly (readonly Word[])[], asked: readonly Word[]): readonly number[] {
  return words.map(({ key }) => {
    const holders = rubric.filter((point) => point.some((word) => isSameWord(word.key, key))).length;
    const echo = asked.some((word) => isSameWord(word.key, key)) ? 0.35 : 1;
    return echo / Math.max(1, holders);
  });
}

interface Passage {
  readonly share: number;
  readonly words: readonly string[];
}

/** Two sentences that follow each other say one thing; words from all over an answer do not. */
function bestPassage(words: readonly Word[], weights: readonly number[], answer: readonly Word[]): Passage | undefined {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const last = answer.at(-1)?.sentence ?? 0;
  let best: Passage | undefined;
  for (let sentence = 0; sentence <= last; sentence++) {
    const passage = answer.filter((word) => word.sentence === sentence || word.sentence === sentence + 1);
    const used = new Set<string>();
    let held = 0;
    words.forEach(({ key }, i) => {
      const match = passage.find((word) => isSameWord(word.key, key));
      if (!match) return;
      held += weights[i] ?? 0;
      used.add(match.text);
    });
    const needed = words.length >= 2 ? 2 : 1;
    const share = used.size >= needed || used.size === new Set(words.map(({ key }) => key)).size ? held / whole : 0;
    if (whole > 0 && share > (best?.share ?? 0)) best = { share, words: [...used] };
  }
  return best;
}

/** A sentence in which someone says that they do not know speaks for nothing. */
function isUnsure(sentence: string): boolean {
  return /(?:\b(?:i )?(?:do not|don't|dont|cannot|can't|never) (?:really )?(?:know|remember|recall|sure)\b|\bno idea\b|\bnot sure (?:what|why|how|if|whether)\b|не (?:знаю|помню|уверен|сталкивал)|без понятия|모르겠|모릅니다|몰라|기억이? ?(?:안|나지)|기억나지)/iu.test(sentence.replace(/’/g, "'"));
}
