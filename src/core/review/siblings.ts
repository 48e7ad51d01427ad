/**
 * Cards made from one block of a note, such as the gaps `…#anchor/c1`, `…#anchor/c2` or both directions `…#anchor`, `…#anchor/r`,
 * give each other away. Returns the id without the mark, which is what they share; `undefined` for a card without a mark.
 */
export function siblingGroup(card: string): string | undefined {
  const anchor = card.lastIndexOf('#');
  const mark = card.indexOf('/', anchor + 1);
  return anchor >= 0 && mark >= 0 ? card.slice(0, mark) : undefined;
}
