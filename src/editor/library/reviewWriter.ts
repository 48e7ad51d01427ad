import { decodeLine, encodeEvent, encodeHeader } from '../../core/review/eventLine';
import type { ReviewEvent } from '../../core/review/reviewEvent';
import type { ReviewFiles } from './reviewFiles';

export interface ReviewWriterOptions {
  readonly files: ReviewFiles;
  /** Name of the machine, written into the header of the log for its owner. */
  readonly host: string;
  /** Milliseconds, UTC. */
  readonly now: () => number;
  /** Draws the name of a writer: 16 characters of `a-z2-7`. */
  readonly drawWriter?: () => string;
}

/** An event without its id. */
export type UnnumberedEvent = ReviewEvent extends infer Event ? (Event extends { readonly kind: 'other' } ? never : Event extends ReviewEvent ? Omit<Event, 'id'> : never) : never;

/** One window's own log: no other window ever appends to it. Its file is made with the first event. */
export class ReviewWriter {
  private writer: { readonly name: string; readonly header: string; exists: boolean } | undefined;
  private number = 0;
  private readonly saved: string[] = [];
  private waiting: { readonly event: ReviewEvent; readonly line: string }[] = [];

  constructor(private readonly options: ReviewWriterOptions) {}

  /** Absent until the first event. */
  get name(): string | undefined {
    return this.writer?.name;
  }

  /** Events that are not on disk yet. */
  get pending(): readonly ReviewEvent[] {
    return this.waiting.map(({ event }) => event);
  }

  /** Numbers events and keeps them until they are written. `RangeError` where one could not be read again; nothing is kept then. */
  async take(make: (idOf: (index: number) => string) => readonly UnnumberedEvent[]): Promise<readonly ReviewEvent[]> {
    const { name } = await this.begin();
    const events = make((index) => `${name}-${this.number + 1 + index}`);
    const lines = events.map((event, index) => encodeEvent({ id: `${name}-${this.number + 1 + index}`, ...event } as ReviewEvent));
    const taken = lines.map((line) => ({ event: reread(line), line }));
    this.number += taken.length;
    this.waiting.push(...taken);
    return taken.map(({ event }) => event);
  }

  /** Draws the writer at the first event. A taken name is drawn again; if the disk refuses, the file is made with the next attempt to write. */
  private async begin(): Promise<{ readonly name: string }> {
    for (let attempt = 0; !this.writer; attempt++) {
      if (attempt > 8) throw new Error('Every name drawn for the log is taken');
      const name = (this.options.drawWriter ?? drawWriter)();
      const header = encodeHeader({ v: 1, writer: name, created: this.options.now(), host: this.options.host });
      try {
        if (await this.options.files.create(`${name}.jsonl`, `${header}\n`)) this.writer = { name, header, exists: true };
      } catch {
        // The events are worth more than the file: `write` tries again and reports.
        this.writer = { name, header, exists: false };
      }
    }
    return this.writer;
  }

  /** Puts everything that is pending on disk. Resolves to how many events that were; where it rejects, they stay pending. */
  async write(): Promise<number> {
    const { writer, waiting } = this;
    if (!writer || waiting.length === 0) return 0;
    const file = `${writer.name}.jsonl`;
    const text = waiting.map(({ line }) => `${line}\n`).join('');
    const { files } = this.options;
    if (!writer.exists || !(await files.append(file, text))) {
      // Never made, or gone: everything of this session again. What is there already reads as the same lines.
      const all = [writer.header, ...this.saved].map((line) => `${line}\n`).join('') + text;
      if (!(await files.create(file, all)) && !(await files.append(file, all))) throw new Error('The log comes and goes');
      writer.exists = true;
    }
    this.saved.push(...waiting.map(({ line }) => line));
    this.waiting = [];
    return waiting.length;
  }
}

/** An event as a reader sees it, so that memory and file never differ. */
function reread(line: string): ReviewEvent {
  const decoded = decodeLine(line);
  if (!('event' in decoded)) throw new RangeError('Not an event');
  return decoded.event;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 16 random characters of RFC 4648's base 32: 80 bits, so that no two windows of all machines ever draw the same. */
export function drawWriter(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join('');
}
