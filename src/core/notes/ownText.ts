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

/**
 * Answers equal questions with one and the same thing, as long as it remembers: the topics, tags and names of tens of thousands of notes are
 * a few hundred, and need not be cleaned and kept for each. `read` must depend on nothing but the text.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longestRemembered) return read(text);
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = read(text);
      if (answers.size >= mostRemembered) answers.clear();
      // The text itself may be cut from a file, and would keep it.
      answers.set(ownText(text), answer);
    }
    return answer;
  };
}

/** Together at most a megabyte for each use. */
const mostRemembered = 4000;
const longestRemembered = 100;

const none: readonly never[] = [];
