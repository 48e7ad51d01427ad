import * as vscode from 'vscode';
import { slices } from '../slices';
import type { Changes } from './changedFiles';
import type { FileText } from './decodeNote';
import { editedDocuments } from './editedDocuments';
import { leftOutGlobs } from './leftOutNotes';
import type { KeptNote, KeptNotes, KeptSource, NoteCache } from './noteCache';
import type { NoteFiles } from './noteFiles';
import { isNoteFile, noteFileAt, noteFilesOf, noteFileOf, type NoteFile } from './noteFilesOf';
import type { NoteShelf } from './noteShelf';
import type { NoteSource } from './noteSources';

/** The clocks of disks tick every few milliseconds, the slowest every two seconds: a file that changed just before it was read may change again unseen. */
const slowestTick = 2000;

/** Brings the shelf in line with what the disk and the open documents say. But for `save` its tasks must not overlap. */
export class NoteReader {
  private sources: readonly NoteSource[] = [];
  private keys = new Map<NoteSource, string>();
  /** What is known of the sources whose notes are on the shelf. */
  private readonly known = new Map<NoteSource, KeptNotes>();
  /** Sources of which the cache does not say what the shelf does. */
  private readonly unsaved = new Set<NoteSource>();

  constructor(
    private readonly shelf: NoteShelf<NoteFile>,
    private readonly extensionUri: vscode.Uri,
    private readonly files: NoteFiles,
    /** Absent: every session reads everything. */
    private readonly cache: NoteCache | undefined,
  ) {}

  /** Sources that are as before keep what is known of them. */
  use(sources: readonly NoteSource[]): readonly NoteSource[] {
    const before = new Map([...this.keys].map(([source, key]) => [key, source]));
    this.keys = new Map(sources.map((source) => [before.get(keyOf(source)) ?? source, keyOf(source)]));
    this.sources = [...this.keys.keys()];
    for (const source of before.values()) {
      if (this.keys.has(source)) continue;
      this.known.delete(source);
      this.unsaved.delete(source);
    }
    return this.sources;
  }

  /** Puts back what an earlier session knew. True where that is all of it: then it can be shown until `readAll` has compared it with the disk. */
  async restore(signal: AbortSignal): Promise<boolean> {
    let isAll = true;
    for (const source of this.sources) {
      if (this.cache && !this.known.has(source)) await this.load(this.cache, source, signal);
      if (this.known.get(source)?.isComplete) continue;
      this.unsaved.add(source);
      isAll = false;
    }
    return isAll;
  }

  /** Compares all files with the shelf and reads those that differ. Resolves with how many notes changed. */
  async readAll(signal: AbortSignal): Promise<number> {
    return this.compare(this.sources, signal, async (source) => {
      const started = Date.now();
      const settledBefore = this.known.get(source)?.settledBefore;
      const found = await noteFilesOf(source, this.extensionUri, this.files, settledBefore === undefined ? {} : { stamps: true, settledBefore });
      return { found, settledBefore: started - slowestTick };
    });
  }

  /** Looks at the times and sizes of all files for what no watcher told. Resolves with how many notes changed. */
  async sweep(signal: AbortSignal): Promise<number> {
    const sources = this.sources.filter(({ kind }) => kind !== 'starter');
    return this.compare(sources, signal, async (source) => ({ found: await noteFilesOf(source, this.extensionUri, this.files, { stamps: true }) }));
  }

  /** Reads what was reported. Resolves with how many notes changed. */
  async follow({ files, goneFolders }: Changes): Promise<number> {
    const pause = slices();
    const uris = new Map(files.map((uri) => [uri.toString(), uri]));
    if (goneFolders.size > 0) {
      for (const [key, { file }] of this.shelf.entries()) {
        const turn = pause();
        if (turn) await turn;
        if (liesIn(file.uri, goneFolders)) uris.set(key, file.uri);
      }
    }
    const [edited, globs] = [editedDocuments(), leftOutGlobs()];
    const onDisk: NoteFile[] = [];
    let changes = 0;
    const take = (file: NoteFile, content: FileText) => {
      if (!isNoteFile(file, content)) return;
      uris.delete(file.shownAs.toString());
      this.shelf.put(file.shownAs.toString(), file, content);
      this.unsaved.add(file.source);
      changes++;
    };
    for (const [key, uri] of [...uris]) {
      const turn = pause();
      if (turn) await turn;
      const file = noteFileAt(uri, this.sources, globs);
      const document = edited.get(key);
      if (file && document) take(file, { text: document.getText() });
      else if (file) onDisk.push(file);
    }
    await this.files.readEach(onDisk, take);
    return changes + (await this.drop(uris.keys()));
  }

  /** Keeps what the shelf knows for the next session. */
  async save(signal: AbortSignal): Promise<void> {
    if (!this.cache) return;
    for (const source of [...this.unsaved]) {
      const settledBefore = this.known.get(source)?.settledBefore;
      // What is on a disk that is not there just now shall be known when it comes back.
      if (settledBefore === undefined || !(await isThere(source.folder))) continue;
      this.unsaved.delete(source);
      await this.cache.save(this.kept(source), await this.notesOf(source), settledBefore, signal);
      if (signal.aborted) return;
    }
  }

  private async compare(
    sources: readonly NoteSource[],
    signal: AbortSignal,
    list: (source: NoteSource) => Promise<{ readonly found: readonly NoteFile[]; readonly settledBefore?: number }>,
  ): Promise<number> {
    const pause = slices();
    const edited = editedDocuments();
    /** What no source has shown so far. */
    const gone = new Set<string>();
    for (const [key, { file }] of this.shelf.entries()) if (sources.includes(file.source) || !this.sources.includes(file.source)) gone.add(key);
    let changes = 0;
    for (const source of sources) {
      const { found, settledBefore } = await list(source);
      if (signal.aborted) return changes;
      const take = (file: NoteFile, content: FileText) => {
        if (!isNoteFile(file, content)) return;
        const key = file.shownAs.toString();
        const isKnown = gone.delete(key) && this.shelf.get(key)?.file.source === source;
        // A sweep believes every stamp: it is there for what changed meanwhile, however often it comes.
        if (isKnown && settledBefore === undefined && !this.shelf.isDoubtful(key, content.stamp)) return;
        if (this.shelf.confirm(key, file, content)) changes++;
      };
      const doubtful: NoteFile[] = [];
      for (const file of found) {
        const turn = pause();
        if (turn) await turn;
        const key = file.shownAs.toString();
        const before = this.shelf.get(key);
        // Sources may overlap; the first one that has the file keeps it.
        if (before && !gone.has(key)) continue;
        const document = edited.get(key);
        if (document) take(file, { text: document.getText() });
        else if (before?.file.source === source && !this.shelf.isDoubtful(key, file.stamp)) gone.delete(key);
        else doubtful.push(file);
      }
      await this.files.readEach(doubtful, take, signal);
      if (signal.aborted) return changes;
      if (doubtful.length > 0 || !this.known.has(source)) this.unsaved.add(source);
      if (settledBefore !== undefined) this.known.set(source, { isComplete: true, settledBefore });
    }
    return changes + (await this.drop(gone));
  }

  private async load(cache: NoteCache, source: NoteSource, signal: AbortSignal): Promise<void> {
    // The notes of a disk that is not there must not show up for a moment.
    if (signal.aborted || !(await isThere(source.folder))) return;
    const known = await cache.load(this.kept(source), (note) => this.putBack(source, note), signal);
    if (known) this.known.set(source, known);
  }

  private async drop(keys: Iterable<string>): Promise<number> {
    const pause = slices();
    let dropped = 0;
    for (const key of keys) {
      const turn = pause();
      if (turn) await turn;
      const source = this.shelf.get(key)?.file.source;
      if (!source || !this.shelf.drop(key)) continue;
      this.unsaved.add(source);
      dropped++;
    }
    return dropped;
  }

  private putBack(source: NoteSource, { path, stamp, note }: KeptNote): void {
    const file = noteFileOf({ uri: vscode.Uri.joinPath(source.folder, path), path }, source);
    const key = file.shownAs.toString();
    const taken = this.shelf.get(key)?.file.source;
    if (taken === undefined || !this.keys.has(taken)) this.shelf.restore(key, file, note, stamp);
  }

  private kept(source: NoteSource): KeptSource {
    return { root: source.root, key: this.keys.get(source) ?? '' };
  }

  private async notesOf(source: NoteSource): Promise<readonly KeptNote[]> {
    const pause = slices();
    const notes: KeptNote[] = [];
    for (const { file, note, stamp } of this.shelf.values()) {
      const turn = pause();
      if (turn) await turn;
      if (file.source === source && stamp !== undefined) notes.push({ path: file.path, stamp, note });
    }
    return notes;
  }
}

/** All that decides which files are read in which way. Links out of a folder are followed only where it is trusted. */
function keyOf({ kind, root, folder, headings = false }: NoteSource): string {
  return JSON.stringify([kind, root, folder.toString(), headings, leftOutGlobs(), vscode.workspace.isTrusted]);
}

function isThere(folder: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(folder).then(() => true, () => false);
}

function liesIn({ path }: vscode.Uri, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) if (folders.has(path.slice(0, end))) return true;
  return false;
}
