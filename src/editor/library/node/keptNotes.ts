import { crc32 } from 'node:zlib';
import type { KeptBeside } from '../../../core/notes/keptNote';
import { noteOfRecord, noteRecord } from '../../../core/notes/noteRecord';
import { SharedLists } from '../../../core/notes/recordCodec';
import type { KeptNote } from '../noteCache';

// What stands in the files of the cache. It is data that anybody may have changed: nothing of it is believed before it was checked.

/** Read, checked and turned into notes in about two milliseconds. */
const notesPerFile = 200;

/** What `notes.json` holds, with its check sum beside it. */
export interface NoteList {
  /** Format and build of the extension that wrote it. */
  readonly build: string;
  readonly source: string;
  readonly settledBefore: number;
  /** Names without `.json`. */
  readonly files: readonly string[];
}

export interface KeptFile {
  readonly name: string;
  readonly notes: readonly KeptNote[];
}

/** Files of earlier saves whose notes are all as they were, and the notes of files to write, in the order of before; new notes come last. */
export function* partsOf(notes: readonly KeptNote[], before: readonly KeptFile[]): Generator<KeptFile | { readonly notes: readonly KeptNote[] }> {
  const left = new Map(notes.map((kept) => [kept.path, kept]));
  let changed: KeptNote[] = [];
  function* flush(least: number): Generator<{ readonly notes: readonly KeptNote[] }> {
    while (changed.length >= least) {
      yield { notes: changed.slice(0, notesPerFile) };
      changed = changed.slice(notesPerFile);
    }
  }
  for (const file of before) {
    const now = file.notes.flatMap(({ path }) => left.get(path) ?? []);
    for (const { path } of now) left.delete(path);
    if (now.length === file.notes.length && now.every(({ note, stamp }, index) => note === file.notes[index]?.note && stamp === file.notes[index]?.stamp)) {
      yield* flush(1);
      yield file;
    } else {
      changed.push(...now);
      yield* flush(notesPerFile);
    }
  }
  for (const kept of left.values()) {
    changed.push(kept);
    if (changed.length >= notesPerFile) yield* flush(notesPerFile);
  }
  yield* flush(1);
}

/** The first line holds what is asked of every note at the start; the rest of each note is a line of its own. */
export function textOf(notes: readonly KeptNote[]): string {
  const shared = new SharedLists();
  const heads: unknown[] = [];
  const rests: string[] = [];
  for (const { path, stamp, note } of notes) {
    const record = noteRecord(note, shared);
    if (!record) continue;
    heads.push([path, stamp, record.head]);
    rests.push(JSON.stringify(record.rest));
  }
  return [JSON.stringify([shared.lists, heads]), ...rests].join('\n');
}

/** `undefined` where the file is not what its name says, or holds anything that is no note. */
export function notesOf(bytes: Uint8Array, name: string, root: string): readonly KeptNote[] | undefined {
  if (checkSum(bytes) !== name) return undefined;
  const lines = new Lines(bytes);
  const first = lines.rest(0);
  const [lists, heads] = Array.isArray(first) ? (first as readonly unknown[]) : [];
  if (!isLists(lists) || !Array.isArray(heads) || heads.length !== lines.count - 1) return undefined;
  lines.lists = lists;
  const notes: KeptNote[] = [];
  for (const head of heads as readonly unknown[]) {
    const kept = Array.isArray(head) ? keptNote(head, root, lines, notes.length + 1) : undefined;
    if (!kept) return undefined;
    notes.push(kept);
  }
  return notes;
}

function isLists(lists: unknown): lists is readonly (readonly string[])[] {
  return Array.isArray(lists) && lists.every((list: unknown) => Array.isArray(list) && list.every((text) => typeof text === 'string'));
}

/** Lines of JSON that nobody reads before they are asked for. */
class Lines implements KeptBeside {
  lists: readonly (readonly string[])[] = [];
  private readonly ends: number[] = [];

  constructor(private readonly bytes: Uint8Array) {
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, end + 1)) this.ends.push(end);
    this.ends.push(bytes.length);
  }

  get count(): number {
    return this.ends.length;
  }

  rest(at: number): unknown {
    return parsed(this.bytes.subarray(at === 0 ? 0 : (this.ends[at - 1] ?? 0) + 1, this.ends[at]));
  }
}

const lineFeed = 10;

function keptNote([path, stamp, head]: readonly unknown[], root: string, beside: KeptBeside, at: number): KeptNote | undefined {
  if (typeof path !== 'string' || typeof stamp !== 'number' || !path.endsWith('.md') || leadsOut.test(path)) return undefined;
  const note = noteOfRecord(head, root, beside, at);
  return note && { path, stamp, note };
}

const leadsOut = /(^|[\\/])\.\.[\\/]|^[\\/]/;

export function textOfList(list: NoteList): string {
  return JSON.stringify({ check: checkSum(JSON.stringify(list)), list });
}

/** `undefined` where it is damaged. */
export function listOf(bytes: Uint8Array): NoteList | undefined {
  const file = parsed(bytes);
  if (typeof file !== 'object' || file === null || !('check' in file) || !('list' in file)) return undefined;
  return file.check === checkSum(JSON.stringify(file.list)) && isNoteList(file.list) ? file.list : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isNoteList(value: unknown): value is NoteList {
  if (typeof value !== 'object' || value === null) return false;
  const { build, source, settledBefore, files } = value as { readonly [K in keyof NoteList]?: unknown };
  return typeof build === 'string' && typeof source === 'string' && typeof settledBefore === 'number' && Array.isArray(files) && files.every((name) => typeof name === 'string' && /^[\da-f]+-\d+$/.test(name));
}

/** What a file with these bytes, or this text in UTF-8, is called. */
export function checkSum(text: string | Uint8Array): string {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return `${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.length}`;
}
