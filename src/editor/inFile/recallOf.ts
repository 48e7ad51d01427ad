import type { Note } from '../../core/notes/note';
import type { Reviews } from '../library/reviews';

/** How well a note's cards are known: 0-1, cards that were never asked count as 0. `undefined` where none ever was. */
export function recallOf({ cards }: Note, reviews: Reviews): number | undefined {
  const recalls = cards.flatMap(({ id }) => reviews.recallOf(id) ?? []);
  return recalls.length === 0 ? undefined : recalls.reduce((sum, recall) => sum + recall, 0) / cards.length;
}
