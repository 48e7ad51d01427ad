/** Front matter of 64 KB without aliases cannot reach these. */
const mostValues = 50_000;
const deepest = 200;

/** A copy of parsed data in which no object has a prototype, so that no key means anything special. `undefined` where aliases blow it up. */
export function plainCopy(value: object): Readonly<Record<string, unknown>> | undefined {
  let left = mostValues;
  const copyOf = (source: unknown, depth: number): unknown => {
    left -= 1;
    if (left < 0 || depth > deepest) throw tooMuch;
    if (Array.isArray(source)) return source.map((item) => copyOf(item, depth + 1));
    if (typeof source !== 'object' || source === null) return source;
    return copyOfObject(source, depth);
  };
  const copyOfObject = (source: object, depth: number): Record<string, unknown> => {
    const copy: Record<string, unknown> = Object.create(null);
    for (const [key, item] of Object.entries(source)) copy[key] = copyOf(item, depth + 1);
    return copy;
  };
  try {
    return copyOfObject(value, 0);
  } catch (error) {
    if (error === tooMuch) return undefined;
    throw error;
  }
}

const tooMuch = new Error('more values than front matter can hold');
