/**
 * Cards made from one block of a note, such as the gaps `…#anchor/c1`, `…#anchor/c2` or both directions `…#anchor`, `…#anchor/r`,
 * give each other away. Returns the id without the mark, which is what they share; `undefined` for a card without a mark.
 */
export function siblingGroup(card: string): string | undefined {
  const hash = card.lastIndexOf('#');
  // A path has slashes of its own.
  const mark = hash < 0 ? -1 : card.indexOf('/', hash);
  return mark < 0 ? undefined : card.slice(0, mark);
}
