const none: readonly never[] = [];

/** More notes than these are looked for in a set. */
const longestList = 64;

/** Which notes go by a name. Nearly all names lead to one note and most others to a few, so only the rest costs a set. */
export class NameTable {
  private readonly entries = new Map<string, string | string[] | Set<string>>();

  names(): Iterable<string> {
    return this.entries.keys();
  }

  ids(name: string): Iterable<string> {
    const ids = this.entries.get(name);
    return ids === undefined ? none : typeof ids === 'string' ? [ids] : ids;
  }

  replace(id: string, before: readonly string[], after: readonly string[]): void {
    if (before.length === after.length && before.every((name, index) => name === after[index])) return;
    for (const name of before) this.remove(name, id);
    for (const name of after) this.add(name, id);
  }

  private add(name: string, id: string): void {
    const ids = this.entries.get(name);
    if (ids === undefined) this.entries.set(name, id);
    else if (ids instanceof Set) ids.add(id);
    else if (typeof ids === 'string') {
      if (ids !== id) this.entries.set(name, [ids, id]);
    } else if (ids.at(-1) !== id) {
      // All names of a note come at once, so a name that it has twice was the last here.
      if (ids.length < longestList) ids.push(id);
      else this.entries.set(name, new Set(ids).add(id));
    }
  }

  private remove(name: string, id: string): void {
    const ids = this.entries.get(name);
    if (typeof ids === 'object') {
      if (ids instanceof Set) ids.delete(id);
      else if (ids.includes(id)) ids.splice(ids.indexOf(id), 1);
      if ((ids instanceof Set ? ids.size : ids.length) > 0) return;
    } else if (ids !== id) return;
    this.entries.delete(name);
  }
}
