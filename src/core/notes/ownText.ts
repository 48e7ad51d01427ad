/**
 * A copy of a piece of a text. Engines keep the whole text alive for the smallest piece cut from it; a note must not keep its file in
 * memory, so what it keeps is copied. (V8 writes a joined array into new memory; pieces below 13 characters it always copies.)
 */
export function ownText(piece: string): string {
  return piece.length < 13 ? piece : [piece.slice(0, 1), piece.slice(1)].join('');
}

/** The same list without the room that growing left behind it. */
export function exactList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}

const none: readonly never[] = [];
