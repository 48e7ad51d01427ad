/**
 * The reader's order of names: letters by the rules of their language whatever their case, numbers by value. `Intl.Collator` knows it,
 * but takes longer for thousands of titles than everything else that opening a topic needs. Names of plain ASCII get a key instead whose
 * characters are in the collator's own order; a differential test shows that both sort alike.
 */
export class NameOrder {
  private known: Intl.Collator | undefined;
  private plain: boolean | undefined;

  /** Without `locale`: the reader's. */
  constructor(private readonly locale?: string) {}

  /** Items of equal names stay as they are, unless `idOf` gives their order. */
  sorted<T>(items: Iterable<T>, nameOf: (item: T) => string, idOf: (item: T) => string = () => ''): T[] {
    const all = [...items];
    const byId = (one: T, other: T) => compareIds(idOf(one), idOf(other));
    const compare = (one: T, other: T) => this.compare(nameOf(one), nameOf(other)) || byId(one, other);
    if (all.length < fewest || !this.isPlain()) return all.sort(compare);
    const keys = keysOf(all.map(nameOf));
    if (keys) return sortedByKey(all, keys, byId);
    const plain = all.filter((item) => isPlainName(nameOf(item)));
    const others = all.filter((item) => !isPlainName(nameOf(item))).sort(compare);
    return merged(sortedByKey(plain, keysOf(plain.map(nameOf)) ?? [], byId), others, compare);
  }

  /** As `Array.prototype.sort` wants it. */
  compare(one: string, other: string): number {
    return this.collator.compare(one, other);
  }

  /** Made when it is first asked: `Intl` takes 10 ms to wake up. */
  private get collator(): Intl.Collator {
    this.known ??= new Intl.Collator(this.locale, { numeric: true, sensitivity: 'base' });
    return this.known;
  }

  /** Whether the collator has ASCII in the order of the keys. */
  private isPlain(): boolean {
    this.plain ??=
      languages.has(this.collator.resolvedOptions().locale.split('-')[0] ?? '') &&
      [...alphabet].every((character, at) => this.collator.compare(alphabet.charAt(at - 1), character) < 0);
    return this.plain;
  }
}

/** Fewer are sorted at once anyway. */
const fewest = 200;
/** Unicode's order of ASCII, which these languages keep; others count `ch` or `aa` as one letter, or let `y` stand at `i`. */
const languages: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'it', 'pt', 'nl', 'ru', 'uk', 'ko', 'ja', 'zh', 'pl']);
const marks = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
const alphabet = ` ${marks}0abcdefghijklmnopqrstuvwxyz`;

function isPlainName(name: string): boolean {
  return /^[ -~]*$/.test(name);
}

/** `undefined` where a name is not plain. All in one text: many short ones take twice as long. */
function keysOf(names: readonly string[]): readonly string[] | undefined {
  const text = names.join('\n');
  if (/[^\n -~]/.test(text)) return undefined;
  // A mark is `!` and its place, a number `0`, its number of digits and its digits.
  const keys = text.toLowerCase().replace(/\d+|[^a-z\d \n]/g, (found) => (isDigit(found) ? numberKey(found) : `!${place(marks.indexOf(found))}`)).split('\n');
  return keys.length === names.length ? keys : undefined;
}

function isDigit(text: string): boolean {
  return text >= '0' && text < ':';
}

function numberKey(digits: string): string {
  const value = digits.startsWith('0') ? digits.replace(/^0+/, '') : digits;
  return `0${place(value.length)}${value}`;
}

/** Above the line break, and in the order of numbers. */
function place(at: number): string {
  return String.fromCharCode(0x40 + at);
}

/** Without a function to ask, V8 sorts texts several times as quickly. */
function sortedByKey<T>(items: readonly T[], keys: readonly string[], byId: (one: T, other: T) => number): T[] {
  const byKey = new Map<string, T>();
  const same = new Map<string, T[]>();
  items.forEach((item, at) => {
    const key = keys[at] ?? '';
    const first = byKey.get(key);
    const group = first === undefined ? undefined : same.get(key);
    if (first === undefined) byKey.set(key, item);
    else if (group) group.push(item);
    else same.set(key, [first, item]);
  });
  const order = [...byKey.keys()].sort();
  if (same.size > 0) return order.flatMap((key) => same.get(key)?.sort(byId) ?? byKey.get(key) ?? []);
  return order.flatMap((key) => byKey.get(key) ?? []);
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
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
