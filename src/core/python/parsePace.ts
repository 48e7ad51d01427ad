/** Parsing goes on in pieces of this many milliseconds, so that others get their turn. */
export const slice = 8;

/** Up to this many UTF-16 units, 8,000 lines or so, a parse from the start is a matter of 0.1 s. */
const short = 400_000;

/**
 * After how many milliseconds a hover over an unparsed text of this length (UTF-16 units) gives up; the parse goes on for the next one.
 * A short text is worth waiting for, also on a busy machine. With a long one, a last slice and the tree of the last part come on top, about
 * 15 ms however long the text is: together they stay below 100 ms.
 */
export function patienceFor(length: number): number {
  return length <= short ? 1_000 : 50;
}
