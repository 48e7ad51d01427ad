/** The one file with a checkpoint, shared by all windows. It may be gone or hold anything at any time. */
export interface CheckpointFile {
  /** `undefined` where there is none. Rejects where it cannot be read. */
  read(): Promise<Uint8Array | undefined>;
  /** Replaces it as a whole: who reads meanwhile finds the old or the new one, and of two windows that write the later one wins. */
  write(bytes: Uint8Array): Promise<void>;
}

/** In hex. Computed beside this thread. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
