import { decodeLine } from '../../core/review/eventLine';
import type { ReviewEvent } from '../../core/review/reviewEvent';
import { sha256 } from './checkpointFile';
import type { ReviewFile, ReviewFiles } from './reviewFiles';
import { slices } from '../slices';

/** A line that could not be used. Other lines of its file are. */
export interface LogProblem {
  readonly file: string;
  /** 1-based; 0 for the file as a whole. */
  readonly line: number;
  /** A few words for its owner. The line's own text is not in it. */
  readonly reason: string;
}

/** A file as far as it was read. */
export interface ReadFile {
  readonly file: ReviewFile;
  /** Bytes up to the end of the last whole line. */
  readonly offset: number;
  /** SHA-256 of these bytes, in hex. Absent where they were not read in one go, or nobody wanted it. */
  readonly hash?: Promise<string>;
}

interface Reading extends ReadFile {
  readonly lines: number;
  /** The bytes before `offset`, to notice a file that was not appended to but replaced. */
  readonly tail: Uint8Array;
}

export interface ReviewReaderOptions {
  readonly files: ReviewFiles;
  /** Called with what is found, file by file. Known events may come again. */
  readonly onEvents: (events: readonly ReviewEvent[]) => void;
  /** Whether to compute hashes of what is read. Asked for each file. */
  readonly wantsHashes: () => boolean;
}

const tailBytes = 64;
const chunkBytes = 128 * 1024;
const newline = 10;

/** Reads the logs of all writers, and later only what is new in them. What cannot be used is reported, and the rest counts. */
export class ReviewReader {
  private readonly readings = new Map<string, Reading>();
  private readonly found = new Map<string, readonly LogProblem[]>();
  private stopped = false;

  constructor(private readonly options: ReviewReaderOptions) {}

  get problems(): readonly LogProblem[] {
    return [...this.found.values()].flat();
  }

  get read(): readonly ReadFile[] {
    return [...this.readings.values()];
  }

  /** Reads what is new in all files, in slices. Rejects where the folder cannot be listed. */
  async readNew(): Promise<void> {
    const listed = await this.options.files.list();
    const names = new Set(listed.map(({ name }) => name));
    for (const name of [...this.readings.keys()]) if (!names.has(name)) this.readings.delete(name);
    for (const name of [...this.found.keys()]) if (!names.has(name)) this.found.delete(name);
    const pause = slices();
    for (const file of oldestFirst(listed)) {
      if (this.stopped) return;
      const known = this.readings.get(file.name);
      if (known && known.file.size === file.size && known.file.changed === file.changed) continue;
      try {
        await this.readFile(file, known, pause);
      } catch (error) {
        this.report(file.name, 0, error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async readFile(file: ReviewFile, known: Reading | undefined, pause: ReturnType<typeof slices>): Promise<void> {
    const { files, wantsHashes } = this.options;
    let [from, start] = [known?.offset ?? 0, known ? known.offset - known.tail.length : 0];
    let bytes = await files.read(file.name, start);
    if (known && !startsWith(bytes, known.tail)) {
      [from, start] = [0, 0];
      bytes = await files.read(file.name);
    }
    if (from === 0) this.found.delete(file.name);
    const hash = start === 0 && wantsHashes() ? sha256(bytes.subarray(0, bytes.lastIndexOf(newline) + 1)) : undefined;
    let lines = from === 0 ? 0 : (known?.lines ?? 0);
    let position = from - start;
    for (let end = chunkEnd(bytes, position); end > position; end = chunkEnd(bytes, position)) {
      lines = this.readLines(file.name, new TextDecoder().decode(bytes.subarray(position, end)), lines);
      position = end;
      await pause();
      if (this.stopped) return;
    }
    const tail = bytes.slice(Math.max(0, position - tailBytes), position);
    this.readings.set(file.name, { file, offset: start + position, lines, tail, hash });
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
    if (events.length > 0) this.options.onEvents(events);
    return line;
  }

  private report(file: string, line: number, reason: string): void {
    const others = this.found.get(file) ?? [];
    // A hostile file must not fill the memory with complaints about it.
    if (others.length < 1_000) this.found.set(file, [...others, { file, line, reason }]);
  }

  stop(): void {
    this.stopped = true;
  }
}

/** Then most events simply come next, and little is replayed. */
function oldestFirst(files: readonly ReviewFile[]): readonly ReviewFile[] {
  return [...files].sort((one, other) => one.changed - other.changed || (one.name < other.name ? -1 : 1));
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
