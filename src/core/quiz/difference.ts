/** A part of an answer beside the expected one: in both, only expected, or only typed. */
export interface DifferencePiece {
  readonly kind: 'same' | 'missing' | 'extra';
  readonly text: string;
}

export interface Difference {
  readonly isSame: boolean;
  /** Share of equal characters, 0-1. */
  readonly likeness: number;
  readonly pieces: readonly DifferencePiece[];
}

/** Where both answers are longer, only equal or not is told: comparing takes time by length times length. */
const mostTokens = 1_000;
const mostCharacters = 400;

/** Compares word by word. White space and the kind of quotes never count; upper and lower case count only in code. */
export function difference(expected: string, typed: string, isCode: boolean): Difference {
  const [right, given] = [tokensOf(expected), tokensOf(typed)];
  const key = (token: string) => normal(token, isCode);
  const isSame = right.length === given.length && right.every((token, index) => key(token) === key(given[index] ?? ''));
  if (isSame) return { isSame, likeness: 1, pieces: [{ kind: 'same', text: expected.trim() }] };
  return { isSame, likeness: likeness(right.map(key).join(''), given.map(key).join('')), pieces: pieces(right, given, key) };
}

/** A word or a single sign, with the white space behind it. */
function tokensOf(text: string): readonly string[] {
  return text.trim().match(/(?:[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_])\s*/gu) ?? [];
}

function normal(token: string, isCode: boolean): string {
  const plain = token.trim().normalize('NFC').replace(/[‘’‚′]/g, "'").replace(/[“”„″]/g, '"').replace(/[–—−]/g, '-');
  return isCode ? plain : plain.toLowerCase();
}

function pieces(right: readonly string[], given: readonly string[], key: (token: string) => string): readonly DifferencePiece[] {
  const found: { kind: DifferencePiece['kind']; text: string }[] = [];
  const put = (kind: DifferencePiece['kind'], text: string): void => {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [...commonPairs(right.slice(0, mostTokens).map(key), given.slice(0, mostTokens).map(key)), [right.length, given.length] as const]) {
    while (j < b) put('extra', given[j++] ?? '');
    while (i < a) put('missing', right[i++] ?? '');
    if (i < right.length) put('same', right[i] ?? '');
    [i, j] = [i + 1, j + 1];
  }
  return found;
}

/** Indexes of a longest common subsequence, by the textbook's table. */
function commonPairs(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function likeness(one: string, other: string): number {
  if (one.length + other.length === 0) return 1;
  if (Math.max(one.length, other.length) > mostCharacters) return 0;
  return (2 * commonPairs([...one], [...other]).length) / ([...one].length + [...other].length);
}
