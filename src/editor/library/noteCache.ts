import type { Note } from '../../core/notes/note';

/** A note as it was read from its file in some session. */
export interface KeptNote {
  /** Of the file below its source's folder, with `/`. */
  readonly path: string;
  /** See `FileText`. */
  readonly stamp: number;
  readonly note: Note;
}

export interface KeptNotes {
  /** False where a part was damaged or is gone: those notes are missing. */
  readonly isComplete: boolean;
  /** Files that changed at this time (ms UTC) or later must be read again whatever their stamps say. */
  readonly settledBefore: number;
}

/** Which notes of which source; notes of another source are never handed out. */
export interface KeptSource {
  readonly root: string;
  /** All that decides what is read in which way: folder, settings. */
  readonly key: string;
}

/**
 * What the notes said last time, so that the next window shows them before it has read them again. A cache may be deleted at any time, and what
 * it says counts only as far as the disk agrees.
 */
export interface NoteCache {
  /** Calls `visit` for each note in the order in which they were kept. `undefined` where nothing was. */
  load(source: KeptSource, visit: (kept: KeptNote) => void, signal: AbortSignal): Promise<KeptNotes | undefined>;
  /** Keeps exactly these notes. Never rejects: a cache that cannot be written is none. */
  save(source: KeptSource, notes: readonly KeptNote[], settledBefore: number, signal: AbortSignal): Promise<void>;
}
