const none: readonly never[] = [];

/** Which notes go by a name. Nearly all names lead to one note, so only the others cost a set. */
export class NameTable {
  private readonly entries = new Map<string, string | Set<string>>();

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
    else if (typeof ids !== 'string') ids.add(id);
    else if (ids !== id) this.entries.set(name, new Set([ids, id]));
  }

  private remove(name: string, id: string): void {
    const ids = this.entries.get(name);
    if (ids === id) this.entries.delete(name);
    else if (ids instanceof Set) {
      ids.delete(id);
      if (ids.size === 0) this.entries.delete(name);
    }
  }
}
