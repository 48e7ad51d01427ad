/** What a file says, or why it is not read. */
export type FileText = { readonly text: string } | { readonly problem: FileProblem };

export type FileProblem =
  | { readonly kind: 'binary' }
  | { readonly kind: 'large'; readonly bytes: number }
  /** In the words of the file system. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Larger files are listed, but not read. */
export const maxNoteBytes = 2 * 1024 * 1024;
const binarySniffBytes = 8 * 1024;
const decoder = new TextDecoder();

/** Bytes of a Markdown file as text, without byte order mark as in VS Code's documents; malformed UTF-8 shows as U+FFFD. */
export function decodeNote(bytes: Uint8Array): FileText {
  return bytes.subarray(0, binarySniffBytes).includes(0) ? { problem: { kind: 'binary' } } : { text: decoder.decode(bytes) };
}

export function unreadable(error: unknown): FileText {
  return { problem: { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) } };
}
