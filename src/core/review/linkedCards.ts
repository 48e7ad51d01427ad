import { compareEntries, type Entry } from './writerEvents';

/** No card was renamed this often; a log that says so is not followed for ever. */
const mostLinks = 100;
const mostSuccessors = 1_000;

/** Which cards continue which: a card's history is its own events and, up to the time of the link, those of the card it continues. */
export class LinkedCards {
  private readonly into = new Map<string, Entry[]>();
  private readonly outOf = new Map<string, Set<string>>();

  constructor(private readonly isActive: (entry: Entry) => boolean) {}

  add(link: Entry): void {
    if (link.event.kind !== 'link') return;
    const { from, to } = link.event;
    const links = this.into.get(to);
    if (links) links.push(link);
    else this.into.set(to, [link]);
    const successors = this.outOf.get(from);
    if (successors) successors.add(to);
    else this.outOf.set(from, new Set([to]));
  }

  /** Cards that continue another or are continued. */
  *cards(): Iterable<string> {
    yield* this.into.keys();
    yield* this.outOf.keys();
  }

  hasSuccessor(card: string): boolean {
    return this.outOf.size > 0 && this.outOf.has(card);
  }

  continuesAny(card: string): boolean {
    return this.into.size > 0 && this.into.has(card);
  }

  /** Cards whose history contains this one's, nearest first, without itself. */
  successors(card: string): readonly string[] {
    const found = new Set([card]);
    for (const each of found) {
      if (found.size > mostSuccessors) break;
      for (const next of this.outOf.get(each) ?? []) found.add(next);
    }
    found.delete(card);
    return [...found];
  }

  /** The cards that this one continues, each with the link before which its events count. */
  predecessors(card: string): ReadonlyMap<string, Entry> {
    const links: Entry[] = [];
    const reached = new Set([card]);
    for (const each of reached) {
      const here = (this.into.get(each) ?? []).filter((link) => this.isActive(link)).sort((a, b) => compareEntries(b, a));
      for (const link of here) {
        if (links.length >= mostLinks || link.event.kind !== 'link') break;
        links.push(link);
        reached.add(link.event.from);
      }
    }
    // From the latest link back, the first time a card is reached is the latest time up to which its events count.
    const limits = new Map<string, Entry>();
    for (const link of links.sort((a, b) => compareEntries(b, a))) {
      if (link.event.kind !== 'link') continue;
      const { from, to } = link.event;
      const limit = limits.get(to);
      const follows = to === card || (limit !== undefined && compareEntries(link, limit) < 0);
      if (follows && from !== card && !limits.has(from)) limits.set(from, link);
    }
    return limits;
  }
}
