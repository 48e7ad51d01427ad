/** A log file as the folder lists it. */
export interface ReviewFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Time of the last change, milliseconds; only compared for equality and order. */
  readonly changed: number;
}

/** The folder with the logs of all writers. Names end in `.jsonl` and have no path; what resolves is on disk. */
export interface ReviewFiles {
  /** All logs. An absent folder has none. */
  list(): Promise<readonly ReviewFile[]>;
  /** Bytes from the offset `from` on. Rejects where the file is gone. */
  read(name: string, from?: number): Promise<Uint8Array>;
  /** Makes a file, and the folder if need be, and syncs both. `false`, and nothing written, where the name is taken. */
  create(name: string, text: string): Promise<boolean>;
  /** Adds whole lines, on a line of their own even where the file ends in a torn one. `false`, and nothing written, where the file is gone. */
  append(name: string, text: string): Promise<boolean>;
  /** Succeeds where the file is gone already. */
  delete(name: string): Promise<void>;
}
