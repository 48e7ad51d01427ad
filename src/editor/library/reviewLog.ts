import { decodeLine, encodeEvent, encodeHeader } from '../../core/review/eventLine';
import type { ReviewEvent } from '../../core/review/reviewEvent';
import type { ReviewFile, ReviewFiles } from './reviewFiles';
import { slices } from './reviewSlices';

/** A line that could not be used. Other lines of its file are. */
export interface LogProblem {
  readonly file: string;
  /** 1-based; 0 for the file as a whole. */
  readonly line: number;
  /** A few words for its owner. The line's own text is not in it. */
  readonly reason: string;
}

/** The events are kept in memory and will be written as soon as that works. Recording them again would count them twice. */
export class UnsavedError extends Error {
  constructor(readonly events: readonly ReviewEvent[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnsavedError';
  }
}

export interface ReviewLogOptions {
  readonly files: ReviewFiles;
  /** Name of the machine, written into the header of the log for its owner. */
  readonly host: string;
  /** Milliseconds, UTC. */
  readonly now: () => number;
  /** Called with events as they are recorded or found, before `record` and `refresh` resolve. Known events may come again. */
  readonly onEvents: (events: readonly ReviewEvent[], source: 'recorded' | 'read') => void;
  /** Called when events could not be written, and when they were at last. */
  readonly onUnsaved: () => void;
  /** Draws the name of a writer: 16 characters of `a-z2-7`. */
  readonly drawWriter?: () => string;
  /** Milliseconds until a failed write is tried again, doubled each time up to a minute. 0: only with the next event or refresh. */
  readonly retryAfter?: number;
}

/** An event without its id. */
export type UnnumberedEvent = ReviewEvent extends infer Event ? (Event extends { readonly kind: 'other' } ? never : Event extends ReviewEvent ? Omit<Event, 'id'> : never) : never;

interface Reading {
  readonly file: ReviewFile;
  /** Bytes up to the end of the last whole line. */
  readonly offset: number;
  readonly lines: number;
  /** The bytes before `offset`, to notice a file that was not appended to but replaced. */
  readonly tail: Uint8Array;
}

const tailBytes = 64;
const chunkBytes = 128 * 1024;
const slowestRetry = 60_000;
const newline = 10;

/**
 * The append-only logs in one folder. Each window is a writer with a file of its own, so windows, machines and copies of the
 * folder never write to the same file and need no lock; reading is the union of all files.
 */
export class ReviewLog {
  private readonly readings = new Map<string, Reading>();
  private readonly found = new Map<string, readonly LogProblem[]>();
  private writer: { readonly name: string; readonly header: string; exists: boolean } | undefined;
  private number = 0;
  private readonly saved: string[] = [];
  private pending: { readonly event: ReviewEvent; readonly line: string }[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private refreshing: Promise<void> | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay: number;
  private disposed = false;

  constructor(private readonly options: ReviewLogOptions) {
    this.retryDelay = options.retryAfter ?? 2_000;
  }

  /** Events that are not on disk yet. */
  get unsaved(): readonly ReviewEvent[] {
    return this.pending.map(({ event }) => event);
  }

  get problems(): readonly LogProblem[] {
    return [...this.found.values()].flat();
  }

  /** Name of this window's writer. Absent until its first event. */
  get writerName(): string | undefined {
    return this.writer?.name;
  }

  /**
   * Writes events in the order of the calls and resolves when they are on disk. Where that fails, rejects with `UnsavedError`;
   * where an event could not be read again, with `RangeError`, and nothing is kept.
   */
  record(make: (idOf: (index: number) => string) => readonly UnnumberedEvent[]): Promise<readonly ReviewEvent[]> {
    return this.inTurn(async () => {
      const { name } = await this.begin();
      const events = make((index) => `${name}-${this.number + 1 + index}`);
      const lines = events.map((event, index) => encodeEvent({ id: `${name}-${this.number + 1 + index}`, ...event } as ReviewEvent));
      const recorded = lines.map((line) => ({ event: reread(line), line }));
      this.number += recorded.length;
      this.pending.push(...recorded);
      const result = recorded.map(({ event }) => event);
      this.options.onEvents(result, 'recorded');
      await this.flush(result);
      return result;
    });
  }

  /** Tries to write what is not on disk yet. Resolves either way; `unsaved` tells. */
  async retry(): Promise<void> {
    await this.inTurn(() => this.flush([])).catch((error: unknown) => {
      if (!(error instanceof UnsavedError)) throw error;
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.writing.then(work);
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  /** Draws the writer at the first event. A taken name is drawn again; if the disk refuses, the file is made with the retry. */
  private async begin(): Promise<{ readonly name: string }> {
    for (let attempt = 0; !this.writer; attempt++) {
      if (attempt > 8) throw new Error('Every name drawn for the log is taken');
      const name = (this.options.drawWriter ?? drawWriter)();
      const header = encodeHeader({ v: 1, writer: name, created: this.options.now(), host: this.options.host });
      try {
        if (await this.options.files.create(`${name}.jsonl`, `${header}\n`)) this.writer = { name, header, exists: true };
      } catch {
        // The events are worth more than the file: `flush` tries again and reports.
        this.writer = { name, header, exists: false };
      }
    }
    return this.writer;
  }

  private async flush(own: readonly ReviewEvent[]): Promise<void> {
    const { writer, pending } = this;
    if (!writer || pending.length === 0) return;
    const file = `${writer.name}.jsonl`;
    const text = pending.map(({ line }) => `${line}\n`).join('');
    const { files } = this.options;
    try {
      if (!writer.exists || !(await files.append(file, text))) {
        // Never made, or gone: everything of this session again. What is there already reads as the same lines.
        const all = [writer.header, ...this.saved].map((line) => `${line}\n`).join('') + text;
        if (!(await files.create(file, all)) && !(await files.append(file, all))) throw new Error('The log comes and goes');
        writer.exists = true;
      }
    } catch (error) {
      this.retryLater();
      this.options.onUnsaved();
      throw new UnsavedError(own, error);
    }
    this.saved.push(...pending.map(({ line }) => line));
    this.pending = [];
    const failedBefore = this.retryTimer !== undefined || own.length < pending.length;
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.retryDelay = this.options.retryAfter ?? 2_000;
    if (failedBefore) this.options.onUnsaved();
  }

  private retryLater(): void {
    if (this.retryTimer !== undefined || this.retryDelay === 0 || this.disposed) return;
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined;
      void this.retry();
    }, this.retryDelay);
    this.retryDelay = Math.min(slowestRetry, this.retryDelay * 2);
  }

  /** Reads what is new in all files, in slices. Calls that overlap share the next pass. Rejects where the folder cannot be listed. */
  async refresh(): Promise<void> {
    const running = this.refreshing;
    const next = (running ?? Promise.resolve()).catch(() => undefined).then(() => this.readNew());
    this.refreshing = next;
    try {
      await next;
    } finally {
      if (this.refreshing === next) this.refreshing = undefined;
    }
  }

  private async readNew(): Promise<void> {
    if (this.pending.length > 0) await this.retry();
    const listed = await this.options.files.list();
    const names = new Set(listed.map(({ name }) => name));
    for (const name of [...this.readings.keys()]) if (!names.has(name)) this.readings.delete(name);
    for (const name of [...this.found.keys()]) if (!names.has(name)) this.found.delete(name);
    const pause = slices();
    // Oldest first: then most events simply come next, and little is replayed.
    for (const file of [...listed].sort((one, other) => one.changed - other.changed || (one.name < other.name ? -1 : 1))) {
      if (this.disposed) return;
      const known = this.readings.get(file.name);
      if (known && known.file.size === file.size && known.file.changed === file.changed) continue;
      try {
        await this.readFile(file, known, pause);
      } catch (error) {
        this.report(file.name, 0, error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async readFile(file: ReviewFile, known: Reading | undefined, pause: () => Promise<void>): Promise<void> {
    const { files } = this.options;
    let [from, start] = [known?.offset ?? 0, known ? known.offset - known.tail.length : 0];
    let bytes = await files.read(file.name, start);
    if (known && !startsWith(bytes, known.tail)) {
      [from, start] = [0, 0];
      bytes = await files.read(file.name);
    }
    if (from === 0) this.found.delete(file.name);
    let lines = from === 0 ? 0 : (known?.lines ?? 0);
    let position = from - start;
    for (let end = chunkEnd(bytes, position); end > position; end = chunkEnd(bytes, position)) {
      lines = this.readLines(file.name, new TextDecoder().decode(bytes.subarray(position, end)), lines);
      position = end;
      await pause();
      if (this.disposed) return;
    }
    const tail = bytes.slice(Math.max(0, position - tailBytes), position);
    this.readings.set(file.name, { file, offset: start + position, lines, tail });
  }

  /** Takes whole lines. Returns the number of the last one. */
  private readLines(file: string, text: string, before: number): number {
    const events: ReviewEvent[] = [];
    let line = before;
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from);
      const raw = text.slice(from, end);
      from = end + 1;
      line += 1;
      if (raw === '' || raw === '\r') continue;
      const decoded = decodeLine(raw);
      if ('event' in decoded) events.push(decoded.event);
      else if ('problem' in decoded) this.report(file, line, decoded.problem);
      else if (decoded.header.v !== 1) this.report(file, line, `version ${decoded.header.v}`);
    }
    if (events.length > 0) this.options.onEvents(events, 'read');
    return line;
  }

  private report(file: string, line: number, reason: string): void {
    const others = this.found.get(file) ?? [];
    // A hostile file must not fill the memory with complaints about it.
    if (others.length < 1_000) this.found.set(file, [...others, { file, line, reason }]);
  }

  /** Stops reading and retrying. What is unsaved gets one last chance. */
  async dispose(): Promise<void> {
    this.disposed = true;
    clearTimeout(this.retryTimer);
    await this.retry();
  }
}

/** An event as a reader sees it, so that memory and file never differ. */
function reread(line: string): ReviewEvent {
  const decoded = decodeLine(line);
  if (!('event' in decoded)) throw new RangeError('Not an event');
  return decoded.event;
}

/** End of the last whole line within the next chunk; beyond it where a single line is longer; `position` where no whole line is left. */
function chunkEnd(bytes: Uint8Array, position: number): number {
  const limit = Math.min(bytes.length, position + chunkBytes);
  const last = bytes.lastIndexOf(newline, limit - 1);
  if (last >= position) return last + 1;
  const next = bytes.indexOf(newline, limit);
  return next < 0 ? position : next + 1;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 16 random characters of RFC 4648's base 32: 80 bits, so that no two windows of all machines ever draw the same. */
export function drawWriter(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join('');
}
