import type { ReviewEvent } from '../../core/review/reviewEvent';
import { ReviewReader, type LogProblem, type ReadFile } from './reviewReader';
import { ReviewWriter, type ReviewWriterOptions, type UnnumberedEvent } from './reviewWriter';

/** The events are kept in memory and will be written as soon as that works. Recording them again would count them twice. */
export class UnsavedError extends Error {
  constructor(readonly events: readonly ReviewEvent[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnsavedError';
  }
}

export interface ReviewLogOptions extends ReviewWriterOptions {
  /** Called with events as they are recorded or found, before `record` and `refresh` resolve. Known events may come again. */
  readonly onEvents: (events: readonly ReviewEvent[], source: 'recorded' | 'read') => void;
  /** Called when events could not be written, and when they were at last. */
  readonly onUnsaved: () => void;
  /** Milliseconds until a failed write is tried again, doubled each time up to a minute. 0: only with the next event or refresh. */
  readonly retryAfter?: number;
  /** Whether `read` is to have hashes. Asked for each file. Absent: never. */
  readonly wantsHashes?: () => boolean;
}

const firstRetry = 2_000;
const slowestRetry = 60_000;

/**
 * The append-only logs in one folder. Each window is a writer with a file of its own, so windows, machines and copies of the
 * folder never write to the same file and need no lock; reading is the union of all files.
 */
export class ReviewLog {
  private readonly reader: ReviewReader;
  private readonly writer: ReviewWriter;
  private writing: Promise<unknown> = Promise.resolve();
  private refreshing: Promise<void> | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay: number;
  private disposed = false;

  constructor(private readonly options: ReviewLogOptions) {
    const { files, onEvents, wantsHashes = () => false } = options;
    this.reader = new ReviewReader({ files, onEvents: (events) => onEvents(events, 'read'), wantsHashes });
    this.writer = new ReviewWriter(options);
    this.retryDelay = options.retryAfter ?? firstRetry;
  }

  /** Events that are not on disk yet. */
  get unsaved(): readonly ReviewEvent[] {
    return this.writer.pending;
  }

  get problems(): readonly LogProblem[] {
    return this.reader.problems;
  }

  /** The files that were read, and how far. */
  get read(): readonly ReadFile[] {
    return this.reader.read;
  }

  /** Name of this window's writer. Absent until its first event. */
  get writerName(): string | undefined {
    return this.writer.name;
  }

  /**
   * Writes events in the order of the calls and resolves when they are on disk. Where that fails, rejects with `UnsavedError`;
   * where an event could not be read again, with `RangeError`, and nothing is kept.
   */
  record(make: (idOf: (index: number) => string) => readonly UnnumberedEvent[]): Promise<readonly ReviewEvent[]> {
    return this.inTurn(async () => {
      const events = await this.writer.take(make);
      this.options.onEvents(events, 'recorded');
      await this.flush(events);
      return events;
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

  private async flush(own: readonly ReviewEvent[]): Promise<void> {
    let written: number;
    try {
      written = await this.writer.write();
    } catch (error) {
      this.retryLater();
      this.options.onUnsaved();
      throw new UnsavedError(own, error);
    }
    if (written === 0) return;
    const failedBefore = this.retryTimer !== undefined || own.length < written;
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.retryDelay = this.options.retryAfter ?? firstRetry;
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
    if (this.unsaved.length > 0) await this.retry();
    await this.reader.readNew();
  }

  /** Stops reading and retrying. What is unsaved gets one last chance. */
  async dispose(): Promise<void> {
    this.disposed = true;
    this.reader.stop();
    clearTimeout(this.retryTimer);
    await this.retry();
  }
}
