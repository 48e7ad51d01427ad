import type { Entry } from './writerEvents';

/**
 * Which events count. An event counts if no undo that counts names it; undoing an undo is redo. The answer follows from who
 * names whom alone, so a machine whose clock is wrong can still take back what it shows.
 */
export class UndoneEvents {
  private readonly undos = new Map<string, Entry[]>();

  constructor(private readonly entriesOf: (id: string) => readonly Entry[]) {}

  /** Files an undo. Returns the events, other than undos, that may have begun or ceased to count. */
  add(undo: Entry): readonly Entry[] {
    if (undo.event.kind !== 'undo') return [];
    const { undoes } = undo.event;
    const others = this.undos.get(undoes);
    if (others) others.push(undo);
    else this.undos.set(undoes, [undo]);
    return this.forget(undo);
  }

  /** Ids that undos name. */
  named(): Iterable<string> {
    return this.undos.keys();
  }

  isNamed(id: string): boolean {
    return this.undos.size > 0 && this.undos.has(id);
  }

  /** Follows an undo to what it takes back. Stops at what nobody asked about since the last change. */
  private forget(start: Entry): readonly Entry[] {
    const doubtful: Entry[] = [];
    const queue = [start];
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      if (entry.event.kind !== 'undo') continue;
      for (const target of this.entriesOf(entry.event.undoes)) {
        if (target.event.kind !== 'undo') doubtful.push(target);
        if (target.active === undefined) continue;
        target.active = undefined;
        queue.push(target);
      }
    }
    return doubtful;
  }

  isActive(entry: Entry): boolean {
    if (this.undos.size === 0) return true;
    if (entry.active === undefined) this.settle(entry);
    return entry.active === true;
  }

  /** Settles the undos that name an event before the event itself; with a list of its own, because a chain of undos may be long. */
  private settle(start: Entry): void {
    const path: { readonly entry: Entry; next: number }[] = [{ entry: start, next: 0 }];
    const places = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { entry } = top;
      const undos = this.undos.get(entry.id) ?? none;
      const undo = undos[top.next];
      if (!undo) {
        entry.active = !entry.circular && !undos.some((each) => each.active === true);
        path.pop();
        places.delete(entry);
        continue;
      }
      top.next += 1;
      const place = places.get(undo);
      if (place !== undefined) {
        for (const member of path.slice(place)) member.entry.circular = true;
      } else if (undo.active === undefined) {
        places.set(undo, path.length);
        path.push({ entry: undo, next: 0 });
      }
    }
  }
}

const none: readonly never[] = [];
