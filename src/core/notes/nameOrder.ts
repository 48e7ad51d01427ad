/**
 * The reader's order of names: letters by the rules of their language whatever their case, numbers by value. `Intl.Collator` knows it,
 * but takes longer for thousands of titles than everything else that opening a topic needs. Names of plain ASCII get a key instead whose
 * characters are in the collator's own order; a differential test shows that both sort alike.
 */
export class NameOrder {
  private readonly collator: Intl.Collator;
  private weights: Uint8Array | 'none' | undefined;

  /** Without `locale`: the reader's. */
  constructor(locale?: string) {
    this.collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  }

  /** `tie` decides between items whose names are equal. */
  sorted<T>(items: Iterable<T>, nameOf: (item: T) => string, tie: (one: T, other: T) => number): T[] {
    const all = [...items];
    const compare = (one: T, other: T) => this.compare(nameOf(one), nameOf(other)) || tie(one, other);
    const weights = all.length < fewest ? undefined : this.plainWeights();
    if (!weights) return all.sort(compare);
    const room = new Uint8Array(longestKey);
    const plain: { readonly key: string; readonly item: T }[] = [];
    const others: T[] = [];
    for (const item of all) {
      const key = keyOf(nameOf(item), weights, room);
      if (key === undefined) others.push(item);
      else plain.push({ key, item });
    }
    plain.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : tie(one.item, other.item)));
    const first = plain.map(({ item }) => item);
    return others.length === 0 ? first : merged(first, others.sort(compare), compare);
  }

  /** As `Array.prototype.sort` wants it. */
  compare(one: string, other: string): number {
    return this.collator.compare(one, other);
  }

  private plainWeights(): Uint8Array | undefined {
    this.weights ??= weightsOf((one, other) => this.collator.compare(one, other)) ?? 'none';
    return this.weights === 'none' ? undefined : this.weights;
  }
}

/** For fewer, asking the collator is quicker than asking it for the alphabet. */
const fewest = 200;
const longestKey = 400;
const zero = 48;
const nine = 57;

/** The key of a name of plain ASCII, built in the room given; `undefined` for others. A number is its weight, its number of digits and its digits. */
function keyOf(name: string, weights: Uint8Array, key: Uint8Array): string | undefined {
  if (name.length > longestKey / 2) return undefined;
  let length = 0;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const weight = code < weights.length ? weights[code] : 0;
    if (!weight) return undefined;
    key[length++] = weight;
    if (code < zero || code > nine) continue;
    while (name.charCodeAt(at) === zero) at += 1;
    let end = at;
    while (name.charCodeAt(end) >= zero && name.charCodeAt(end) <= nine) end += 1;
    key[length++] = end - at;
    while (at < end) key[length++] = name.charCodeAt(at++);
    at -= 1;
  }
  return String.fromCharCode.apply(null, key.subarray(0, length) as unknown as number[]);
}

/**
 * The place of each ASCII character in the collator's alphabet, from 1; all digits have one. `undefined` for languages in which this is
 * not all there is to it: two letters that count as one (`ch`, `aa`), or marks that do not count.
 */
function weightsOf(compare: (one: string, other: string) => number): Uint8Array | undefined {
  const characters = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)).filter((character) => character === '0' || !/\d/.test(character));
  if (characters.some((character) => compare(character, '') <= 0)) return undefined;
  characters.sort(compare);
  const weights = new Uint8Array(0x7f);
  let weight = 0;
  characters.forEach((character, at) => {
    if (at === 0 || compare(characters[at - 1] ?? '', character) !== 0) weight += 1;
    weights[character.charCodeAt(0)] = weight;
  });
  weights.fill(weights[zero] ?? 0, zero, nine + 1);
  const letters = characters.filter((character) => /[a-z]/.test(character));
  const isPlain = letters.every((letter) =>
    characters.every((character, at) => {
      const before = characters[at - 1];
      return before === undefined || Math.sign(compare(letter + before, letter + character)) === Math.sign((weights[before.charCodeAt(0)] ?? 0) - (weights[character.charCodeAt(0)] ?? 0));
    }),
  );
  return isPlain ? weights : undefined;
}

function merged<T>(one: readonly T[], other: readonly T[], compare: (one: T, other: T) => number): T[] {
  const all: T[] = [];
  let at = 0;
  for (const item of other) {
    for (let next = one[at]; next !== undefined && compare(next, item) < 0; next = one[at]) {
      all.push(next);
      at += 1;
    }
    all.push(item);
  }
  return [...all, ...one.slice(at)];
}
