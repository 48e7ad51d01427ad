import type { Note } from '../../core/notes/note';
import type { NoteIndex } from '../../core/notes/noteIndex';
import { isSameNote } from '../../core/notes/noteRecord';
import type { FileText } from './decodeNote';

export interface ShelfSource {
  readonly root: string;
  readonly headings?: boolean | undefined;
}

/** What the shelf asks of a file. */
export interface ShelfFile {
  readonly path: string;
  readonly source: ShelfSource;
}

export interface Shelved<File> {
  readonly file: File;
  readonly note: Note;
  readonly stamp?: number;
}

/** What became of one file's note. Absent: there was or is none. */
export interface NoteChange {
  readonly before?: Note;
  readonly after?: Note;
}

/** Which file holds which note: the one place where the index changes. Knows files by a key, such as their address. */
export class NoteShelf<File extends ShelfFile> {
  private readonly shelved = new Map<string, Shelved<File>>();
  private readonly files = new Map<Note, File>();
  /** Ids that several files have had at a time: names that differ only in how Unicode writes them. The latest file shows. */
  private readonly twins = new Set<string>();

  private changes: NoteChange[] = [];

  constructor(
    readonly index: NoteIndex,
    /** The note of a file: see `noteOf`. */
    private readonly read: (file: ShelfFile, content: FileText) => Note,
  ) {}

  get(key: string): Shelved<File> | undefined {
    return this.shelved.get(key);
  }

  /** The file of a note that is on the shelf, or was: then that of the note which took its place. */
  fileOf(note: Note): File | undefined {
    return this.files.get(note) ?? this.files.get(this.index.note(note.id) ?? note);
  }

  /** What changed since this was asked last. */
  takeChanges(): readonly NoteChange[] {
    const { changes } = this;
    this.changes = [];
    return changes;
  }

  /** Whether the file may say something else than the shelf knows: it is new, its stamp is another, or nobody can tell. */
  isDoubtful(key: string, stamp: number | undefined): boolean {
    return stamp === undefined || this.shelved.get(key)?.stamp !== stamp;
  }

  entries(): IterableIterator<[string, Shelved<File>]> {
    return this.shelved.entries();
  }

  values(): IterableIterator<Shelved<File>> {
    return this.shelved.values();
  }

  /** Puts what a file says into the index, instead of what it said before. */
  put(key: string, file: File, content: FileText): void {
    this.change(key, file, this.read(file, content), stampOfText(content));
  }

  /** As `put`, but a note that says the same stays where it is: then false. */
  confirm(key: string, file: File, content: FileText): boolean {
    const note = this.read(file, content);
    const known = this.shelved.get(key);
    if (known && isSameNote(known.note, note)) {
      this.shelve(key, file, known.note, stampOfText(content));
      return false;
    }
    this.change(key, file, note, stampOfText(content));
    return true;
  }

  /** Puts a note back that an earlier session knew: no change, for nobody was told of another. */
  restore(key: string, file: File, note: Note, stamp: number): void {
    this.replace(key, file, note, stamp);
  }

  private change(key: string, file: File, note: Note, stamp: number | undefined): void {
    const before = this.replace(key, file, note, stamp);
    this.changes.push(before ? { before, after: note } : { after: note });
  }

  private replace(key: string, file: File, note: Note, stamp: number | undefined): Note | undefined {
    const before = this.shelved.get(key)?.note;
    if (before) {
      this.files.delete(before);
      if (before.id !== note.id || before.language !== note.language) this.unindex(before);
    }
    if (this.index.note(note.id) && this.index.variants(note.id).some((other) => other.language === note.language && other !== before)) this.twins.add(note.id);
    this.shelve(key, file, note, stamp);
    this.index.set(note);
    return before;
  }

  private shelve(key: string, file: File, note: Note, stamp: number | undefined): void {
    this.shelved.set(key, stamp === undefined ? { file, note } : { file, note, stamp });
    this.files.set(note, file);
  }

  /** False where there was nothing to forget. */
  drop(key: string): boolean {
    const known = this.shelved.get(key);
    if (!known) return false;
    this.shelved.delete(key);
    this.files.delete(known.note);
    this.unindex(known.note);
    this.changes.push({ before: known.note });
    return true;
  }

  private unindex({ id, language }: Note): void {
    this.index.delete(id, language);
    if (!this.twins.has(id)) return;
    for (const { note } of this.shelved.values()) if (note.id === id && note.language === language && this.files.has(note)) this.index.set(note);
  }
}

/** Why a file cannot be read is said in the language of this session and may be over soon, so such a file is never taken as known. */
function stampOfText(content: FileText): number | undefined {
  return 'text' in content ? content.stamp : undefined;
}
