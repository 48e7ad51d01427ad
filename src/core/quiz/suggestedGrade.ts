import type { Rating } from './quizSession';
import type { Difference } from './difference';

/** From here on an answer was meant right: a letter too few, a plural. */
const almost = 0.8;

/** The grade that a typed answer speaks for; the person may choose another. An output is right or it is not. */
export function suggestedGrade(typed: Difference, isOutput: boolean): Rating {
  if (typed.isSame) return 3;
  return !isOutput && typed.likeness >= almost ? 2 : 1;
}
