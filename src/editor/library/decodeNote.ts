/** What a file says, or why it is not read. */
export type FileText = ({ readonly text: string } | UnreadText) & {
  /** Changes with the file; see `stampOf`. Absent where the file system does not say. */
  readonly stamp?: number | undefined;
};

/** A class for the reason told in core/notes/blockScanner.ts. */
class ReadText {
  constructor(
    readonly text: string,
    readonly stamp: number | undefined,
  ) {}
}

interface UnreadText {
  readonly problem: FileProblem;
  /** The start of a file that is too large: its front matter says what the note is about. */
  readonly head?: string;
}

export type FileProblem =
  | { readonly kind: 'binary' }
  | { readonly kind: 'large'; readonly bytes: number }
  /** In the words of the file system. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Larger files are listed, but not read. */
export const maxNoteBytes = 2 * 1024 * 1024;
/** Bytes that are read of a larger file. */
export const largeNoteHead = 64 * 1024;
const binarySniffBytes = 8 * 1024;
const decoder = new TextDecoder();

/** Bytes of a Markdown file as text, without byte order mark as in VS Code's documents; malformed UTF-8 shows as U+FFFD. */
export function decodeNote(bytes: Uint8Array, stamp?: number, decode = (utf8: Uint8Array) => decoder.decode(utf8)): FileText {
  return bytes.subarray(0, binarySniffBytes).includes(0) ? { problem: { kind: 'binary' }, stamp } : new ReadText(decode(bytes), stamp);
}

/** `bytes` are the first of a file of `size` bytes. Its body is left out: half of a card is none. */
export function headOfLargeNote(bytes: Uint8Array, size: number): UnreadText {
  const decoded = decodeNote(bytes.subarray(0, largeNoteHead));
  if (!('text' in decoded)) return decoded;
  const closing = /^---[ \t]*\r?\n[^]*?\n---[ \t]*(?=\r?\n)/.exec(decoded.text);
  return { problem: { kind: 'large', bytes: size }, head: closing?.[0] ?? '' };
}

export function unreadable(error: unknown): UnreadText {
  return { problem: { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) } };
}

/**
 * Two stamps of a file are equal where its size (bytes) and its times (ms) are: then it is taken as unchanged. `changed` is the time that no
 * program can set back, where the system has one: it tells of a file that was replaced by an older one. One number, because a library holds
 * many; exact until the year 2064.
 */
export function stampOf(time: number, size: number, changed = time): number {
  return Math.floor(time * 1000) + 2 * Math.floor(changed * 1000) + size * 1_000_003;
}
