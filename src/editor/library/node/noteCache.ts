import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noteRecordFormat } from '../../../core/notes/noteRecord';
import { slices } from '../../slices';
import type { KeptNote, KeptNotes, KeptSource, NoteCache } from '../noteCache';
import { checkSum, listOf, notesOf, partsOf, textOf, textOfList, type KeptFile, type NoteList } from './keptNotes';

/**
 * Each source has a folder: `notes.json` names the files with its notes in their order, and each of these is named by the check sum of what
 * it holds and never changed. So windows that save at the same time leave one list or the other, never a mixture, and a file that was cut off
 * or damaged is told by its name. `build` says which version of the extension this is: another one may read notes in another way.
 */
export function nodeNoteCache(folder: string, build: () => string): NoteCache {
  return new NodeNoteCache(folder, build);
}

const listName = 'notes.json';
/** What nobody opened for so long belongs to a folder that is gone. */
const unusedMilliseconds = 60 * 24 * 3600_000;
const touchAgainMilliseconds = 24 * 3600_000;
/** Another window may be writing what no list names yet, but not for so long. */
const unlistedMilliseconds = 3600_000;

class NodeNoteCache implements NoteCache {
  /** What is on the disk of each source, as far as this window knows. */
  private readonly files = new Map<string, readonly KeptFile[]>();

  constructor(
    private readonly folder: string,
    private readonly build: () => string,
  ) {}

  async load(source: KeptSource, visit: (kept: KeptNote) => void, signal: AbortSignal): Promise<KeptNotes | undefined> {
    const folder = this.folderOf(source);
    const list = this.readList(source);
    if (!list) return undefined;
    const pause = slices();
    const known: KeptFile[] = [];
    for (const name of list.files) {
      const turn = pause();
      if (turn) await turn;
      if (signal.aborted) break;
      const bytes = bytesOf(join(folder, `${name}.json`));
      const notes = bytes && notesOf(bytes, name, source.root);
      if (!notes) continue;
      known.push({ name, notes });
      notes.forEach(visit);
    }
    this.files.set(source.key, known);
    void touch(join(folder, listName));
    return { isComplete: known.length === list.files.length, settledBefore: list.settledBefore };
  }

  async save(source: KeptSource, notes: readonly KeptNote[], settledBefore: number, signal: AbortSignal): Promise<void> {
    try {
      await this.write(source, notes, settledBefore, signal);
      await this.removeUnused();
    } catch {
      // No room, no rights: the next session reads the notes themselves.
      this.files.delete(source.key);
    }
  }

  private async write(source: KeptSource, notes: readonly KeptNote[], settledBefore: number, signal: AbortSignal): Promise<void> {
    const folder = this.folderOf(source);
    await mkdir(folder, { recursive: true });
    const before = this.files.get(source.key) ?? [];
    const files: KeptFile[] = [];
    const pause = slices();
    for (const part of partsOf(notes, before)) {
      const turn = pause();
      if (turn) await turn;
      if (signal.aborted) return;
      if ('name' in part && existsSync(join(folder, `${part.name}.json`))) files.push(part);
      else {
        const text = textOf(part.notes);
        const name = checkSum(text);
        await replaceFile(folder, `${name}.json`, text);
        files.push({ name, notes: part.notes });
      }
    }
    const list: NoteList = { build: this.fullBuild(), source: source.key, settledBefore, files: files.map(({ name }) => name) };
    if (signal.aborted) return;
    await replaceFile(folder, listName, textOfList(list));
    this.files.set(source.key, files);
    await removeLeftOvers(folder, new Set([listName, ...list.files.map((name) => `${name}.json`)]), new Set(before.map(({ name }) => `${name}.json`)));
  }

  private readList(source: KeptSource): NoteList | undefined {
    const bytes = bytesOf(join(this.folderOf(source), listName));
    const list = bytes && listOf(bytes);
    return list && list.build === this.fullBuild() && list.source === source.key ? list : undefined;
  }

  private fullBuild(): string {
    return `${noteRecordFormat} ${this.build()}`;
  }

  private folderOf({ key }: KeptSource): string {
    return join(this.folder, createHash('sha256').update(key).digest('hex').slice(0, 16));
  }

  private async removeUnused(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const used = timeOf(join(this.folder, name, listName)) ?? timeOf(join(this.folder, name));
      if (used !== undefined && Date.now() - used > unusedMilliseconds) await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }
}

/** Whole or not at all, also for another window. */
async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${randomUUID()}.tmp`);
  await writeFile(temporary, text);
  await rename(temporary, join(folder, name));
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Not there, or not to be read: nothing is kept.
    return undefined;
  }
}

async function removeLeftOvers(folder: string, listed: ReadonlySet<string>, ours: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (listed.has(name)) continue;
    const time = ours.has(name) ? 0 : timeOf(join(folder, name));
    if (time !== undefined && Date.now() - time > unlistedMilliseconds) await rm(join(folder, name), { force: true });
  }
}

/** `undefined` where it is gone. */
function timeOf(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** Only for `removeUnused`: without it the cache is written anew some day. */
async function touch(file: string): Promise<void> {
  const now = Date.now();
  if (now - (timeOf(file) ?? now) > touchAgainMilliseconds) await utimes(file, now / 1000, now / 1000).catch(() => undefined);
}
