import type { StudyCard } from './dueCards';
import { interleave } from './interleave';

/**
 * The order for practice outside the schedule: what was seen, most likely forgotten first, then what is new, mixed by topics. Equals keep the
 * order they are given in, so hand them over shuffled: who practises twice should not be asked the same beginning twice.
 * `recallOf`: predicted recall, 0 … 1; `undefined` for a card that was never answered.
 */
export function practiceOrder(cards: readonly StudyCard[], recallOf: (id: string) => number | undefined): readonly string[] {
  const seen: { readonly id: string; readonly recall: number }[] = [];
  const fresh: StudyCard[] = [];
  for (const card of cards) {
    const recall = recallOf(card.id);
    if (recall === undefined) fresh.push(card);
    else seen.push({ id: card.id, recall });
  }
  seen.sort((one, other) => one.recall - other.recall);
  return [...seen, ...interleave(fresh)].map(({ id }) => id);
}
