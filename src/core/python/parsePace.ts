/** Parsing goes on in pieces of this many milliseconds, so that others get their turn. */
export const slice = 8;

/**
 * After how many milliseconds a hover over an unparsed text of this length (UTF-16 units) gives up; the parse goes on for the next one.
 * Together with a last slice and the parser's final step, which builds the tree in one go and takes longer the longer the text is
 * (about 25 ms per million units), it stays below 100 ms up to three million units, or 50,000 lines.
 */
export function patienceFor(length: number): number {
  return Math.max(0, 60 - length / 50_000);
}
