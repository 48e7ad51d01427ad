import { readRecord, writeRecord, type InterviewRecord } from './interviewRecord';

/** A folder whose files can only be written whole, as `workspace.fs` does. A name resolves when it is there. */
export interface RecordFiles {
  /** Names. An absent folder has none. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** Succeeds where the file is gone. */
  delete(name: string): Promise<void>;
}

/**
 * Keeps records. Each change is written whole under a new number, `<id>.<n>.json`, and the copy before the last is deleted only then:
 * whatever moment a crash takes, one whole copy is there, at most one write old. Of changes that come while a file is being written
 * only the last is written.
 */
export class RecordStore {
  private readonly numbers = new Map<string, number>();
  private readonly waiting = new Map<string, InterviewRecord>();
  private writing: Promise<boolean> | undefined;

  constructor(private readonly files: RecordFiles) {}

  /** The newest whole copy of each record, in the order in which they were made. */
  async load(): Promise<readonly InterviewRecord[]> {
    const copies = new Map<string, number[]>();
    for (const name of await this.files.list()) {
      const [, id, number] = /^([\w-]{1,64})\.(\d{1,9})\.json$/.exec(name) ?? [];
      if (id === undefined) continue;
      copies.set(id, [...(copies.get(id) ?? []), Number(number)]);
    }
    const records: InterviewRecord[] = [];
    for (const [id, numbers] of copies) {
      numbers.sort((one, other) => other - one);
      this.numbers.set(id, Math.max(this.numbers.get(id) ?? 0, numbers[0] ?? 0));
      const record = await this.newest(id, numbers);
      if (record) records.push(record);
    }
    return records.sort((one, other) => one.at - other.at);
  }

  /** Resolves to whether this record, or a later one of the same interview, is stored. What could not be stored waits for the next call. */
  async save(record: InterviewRecord): Promise<boolean> {
    this.waiting.set(record.id, record);
    this.writing ??= this.writeWaiting().finally(() => { this.writing = undefined; });
    return await this.writing;
  }

  /** Deletes all copies: of an interview that was never started. */
  async forget(id: string): Promise<void> {
    this.waiting.delete(id);
    await this.writing;
    for (const name of await this.files.list()) if (name.startsWith(`${id}.`)) await this.files.delete(name);
  }

  private async newest(id: string, numbers: readonly number[]): Promise<InterviewRecord | undefined> {
    for (const number of numbers) {
      const record = readRecord(await this.files.read(nameOf(id, number)).catch(() => ''));
      if (record?.id === id) return record;
    }
    return undefined;
  }

  private async writeWaiting(): Promise<boolean> {
    for (let [record] = this.waiting.values(); record; [record] = this.waiting.values()) {
      const { id } = record;
      const number = (this.numbers.get(id) ?? 0) + 1;
      this.numbers.set(id, number);
      try {
        await this.files.write(nameOf(id, number), writeRecord(record));
      } catch {
        // Told to the user by the caller, who tries again.
        return false;
      }
      if (this.waiting.get(id) === record) this.waiting.delete(id);
      // The copy before stays until the next write: no sync is to be had here.
      for (const old of [number - 2, number - 3]) if (old > 0) await this.files.delete(nameOf(id, old)).catch(() => undefined);
    }
    return true;
  }
}

function nameOf(id: string, number: number): string {
  return `${id}.${number}.json`;
}
