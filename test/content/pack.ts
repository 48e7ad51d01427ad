import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import type { Note } from '../../src/core/notes/note';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';

export interface PackNote {
  /** `python/gil`. */
  readonly path: string;
  readonly text: string;
  readonly note: Note;
}

/** The starter pack as it stands in `notes/`, read as the extension reads it. */
export const pack: readonly PackNote[] = readdirSync('notes', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => {
    const text = readFileSync(join('notes', file), 'utf8');
    return { path: file.slice(0, -'.md'.length), text, note: parseNote(notePlace('pack', file), text) };
  });

export const packIndex = new NoteIndex(['en']);
for (const { note } of pack) packIndex.set(note);

export function packNote(path: string): PackNote | undefined {
  return pack.find((note) => note.path === path);
}

/** Rows of a table beside this file. */
export function table<Row extends Record<string, string>>(name: string): readonly Row[] {
  const text = readFileSync(join('test', 'content', name), 'utf8');
  return papaparse.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** Fails with everything that is wrong at once, so that a writer mends it in one go. */
export function none(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${faults.length} faults:\n  ${faults.join('\n  ')}`);
}
