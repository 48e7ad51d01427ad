/**
 * Where a mark stands next, for questions whose places only grow: each stretch of the text is searched once, however many blocks ask.
 * The answer is `Infinity` behind the last one.
 */
export function searchForward(text: string, mark: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = text.indexOf(mark, from);
      if (found < 0) found = Infinity;
    }
    return found;
  };
}
