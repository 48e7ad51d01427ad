/** Which notes were opened for reading, and when. */
export class OpenedNotes {
  private readonly times: Map<string, number>;

  /** `stored`: what `stored()` gave, perhaps by another version. */
  constructor(stored: unknown) {
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    this.times = new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number').sort(([, one], [, other]) => one - other));
  }

  isRead(noteId: string): boolean {
    return this.times.has(noteId);
  }

  /** Milliseconds; `undefined` where it was never opened. */
  lastOpened(noteId: string): number | undefined {
    return this.times.get(noteId);
  }

  /** The note opened last of those that `isKnown`. */
  last(isKnown: (noteId: string) => boolean): string | undefined {
    return [...this.times.keys()].reverse().find(isKnown);
  }

  open(noteId: string, at: number): void {
    this.times.delete(noteId);
    this.times.set(noteId, at);
    const [oldest] = this.times.keys();
    if (this.times.size > mostNotes && oldest !== undefined) this.times.delete(oldest);
  }

  forget(noteId: string): void {
    this.times.delete(noteId);
  }

  stored(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.times);
  }
}

/** A person does not read more, and VS Code reads its whole storage at each start. */
const mostNotes = 20_000;
