/**
 * Cards made from one block of a note, such as the gaps `…#anchor/c1`, `…#anchor/c2` or both directions `…#anchor`, `…#anchor/r`,
 * give each other away. Returns the id without the mark, which is what they share; `undefined` for a card without a mark.
 */
export function siblingGroup(card: string): string | undefined {
  // From the end: a path has slashes of its own, and an id is longer than its anchor.
  let mark = -1;
  for (let at = card.length - 1; at >= 0; at--) {
    const sign = card.charCodeAt(at);
    if (sign === slash) mark = at;
    else if (sign === hash) return mark < 0 ? undefined : card.slice(0, mark);
  }
  return undefined;
}

const slash = 47;
const hash = 35;
