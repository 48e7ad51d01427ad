import * as vscode from 'vscode';
import type { CardContent, Note } from '../../core/notes/note';
import { NoteIndex } from '../../core/notes/noteIndex';
import { ChangedFiles, filesInStorm } from './changedFiles';
import type { FileProblem, FileText } from './decodeNote';
import { editedDocuments } from './editedDocuments';
import type { Library } from './library';
import type { NoteCache } from './noteCache';
import type { NoteFiles } from './noteFiles';
import type { NoteFile } from './noteFilesOf';
import { NoteReader } from './noteReader';
import type { contentOf, noteOf } from './noteOf';
import { NoteShelf, type NoteChange } from './noteShelf';
import { noteSources, type NoteSource } from './noteSources';
import { slices } from '../slices';

const settingsThatChangeNotes = ['noteFolders', 'findWorkspaceNotes', 'excludeNotes', 'starterNotes', 'language'].map((name) => `interviewStudy.${name}`);
/** The disk is looked at once more after many files changed at once. */
const afterStormMilliseconds = 500;
/** Coming back to the window looks at the disk, but not at every click. */
const sweepAgainMilliseconds = 10_000;
/** What an earlier session knew is only a start for the next, so it may be a little old. */
const saveMilliseconds = 3000;

/** Reads all notes in the background and keeps the index equal to the disk and to what is open in the editor. `cache`: what it knew last time. */
export function createLibrary(extensionUri: vscode.Uri, files: NoteFiles, cache?: NoteCache): Library & vscode.Disposable {
  return new NoteLibrary(extensionUri, files, cache);
}

class NoteLibrary implements Library, vscode.Disposable {
  readonly index = new NoteIndex(preferredLanguages());
  readonly ready: Promise<void>;
  isReady = false;

  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly notesChanged = new vscode.EventEmitter<readonly NoteChange[]>();
  readonly onDidChangeNotes = this.notesChanged.event;

  private readonly shelf = new NoteShelf<NoteFile>(this.index, (file, content) => {
    if (!this.parser) throw new Error('nothing is read before the parser is there');
    return this.parser.noteOf(file, content, messageOf);
  });
  /** Loaded once what an earlier session knew is shown, or while nothing is known yet. */
  private parser: Parser | undefined;
  private readonly reader: NoteReader;
  private readonly changedFiles: ChangedFiles;
  private sources: readonly NoteSource[] = [];
  private sweepTimer: ReturnType<typeof setTimeout> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private lastSweep = 0;
  /** Readings of the disk follow each other, so that an older one never overwrites a newer. */
  private work: Promise<void> = Promise.resolve();
  private saving: Promise<void> = Promise.resolve();
  private scan = new AbortController();
  private readonly closing = new AbortController();
  private becomeReady: () => void = () => undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly files: NoteFiles,
    cache: NoteCache | undefined,
  ) {
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    this.reader = new NoteReader(this.shelf, extensionUri, files, cache);
    this.changedFiles = new ChangedFiles(files);
    this.readAll();
    this.subscriptions = vscode.Disposable.from(
      this.changedFiles,
      this.changedFiles.onDidSettle((changes) => {
        this.queue(async () => this.told(await this.reader.follow(changes)));
        if (changes.files.length >= filesInStorm) this.sweepSoon(afterStormMilliseconds);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.readAll()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.readAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (settingsThatChangeNotes.some((name) => event.affectsConfiguration(name))) this.readAll();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && performance.now() - this.lastSweep > sweepAgainMilliseconds) this.sweepSoon(0);
      }),
    );
  }

  uriOf(note: Note): vscode.Uri {
    const file = this.shelf.fileOf(note);
    if (!file) throw new Error(`${note.id} is not in the library`);
    return file.shownAs;
  }

  noteAt(uri: vscode.Uri): Note | undefined {
    return this.shelf.get(uri.toString())?.note;
  }

  async hasRoot(root: string): Promise<boolean> {
    const source = this.sources.find((one) => one.root === root);
    return source !== undefined && (await vscode.workspace.fs.stat(source.folder).then(() => true, () => false));
  }

  async textOf(note: Note): Promise<string> {
    const uri = this.uriOf(note);
    const edited = editedDocuments().get(uri.toString());
    if (edited) return edited.getText();
    let content: FileText | undefined;
    await this.files.readEach([{ uri: this.shelf.fileOf(note)?.uri ?? uri }], (_, read) => (content = read));
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    if ('problem' in content) throw new Error(messageOf(content.problem));
    return content.text;
  }

  async contentOf(cardId: string): Promise<CardContent | undefined> {
    const known = this.index.card(cardId);
    const file = known && this.shelf.fileOf(known.note);
    if (!known || !file) return undefined;
    const text = await this.textOf(known.note);
    return (await parser()).contentOf(file, text, known.card.anchor);
  }

  dispose(): void {
    this.scan.abort();
    this.closing.abort();
    clearTimeout(this.sweepTimer);
    clearTimeout(this.saveTimer);
    vscode.Disposable.from(this.subscriptions, this.changed, this.notesChanged).dispose();
  }

  /** Everything anew: at the start, and when the settings or folders change. What the last session knew shows until the disk has been read. */
  private readAll(): void {
    this.scan.abort();
    const { signal } = (this.scan = new AbortController());
    this.index.setLanguages(preferredLanguages());
    this.sources = this.reader.use(noteSources(this.extensionUri));
    this.changedFiles.watch(this.sources);
    this.queue(async () => {
      const isRestored = await this.reader.restore(signal);
      if (signal.aborted) return;
      if (isRestored) this.show();
      this.parser ??= await parser();
      const changes = await this.reader.readAll(signal);
      if (signal.aborted) return;
      this.lastSweep = performance.now();
      if (!isRestored || changes > 0) this.show();
      this.saveSoon();
      const pause = slices();
      for (const steps = this.index.prepareLinks(); !signal.aborted && !steps.next().done; ) {
        const turn = pause();
        if (turn) await turn;
      }
    });
  }

  private queue(task: () => Promise<void>): void {
    this.work = this.work.then(task, task);
  }

  private sweepSoon(milliseconds: number): void {
    clearTimeout(this.sweepTimer);
    this.sweepTimer = setTimeout(
      () =>
        this.queue(async () => {
          const { signal } = this.scan;
          const changes = await this.reader.sweep(signal);
          if (!signal.aborted) this.lastSweep = performance.now();
          this.told(changes);
        }),
      milliseconds,
    );
  }

  private told(changes: number): void {
    if (changes === 0) return;
    this.tell();
    this.saveSoon();
  }

  private show(): void {
    this.isReady = true;
    this.becomeReady();
    this.tell();
  }

  private tell(): void {
    this.notesChanged.fire(this.shelf.takeChanges());
    this.changed.fire();
  }

  private saveSoon(): void {
    clearTimeout(this.saveTimer);
    const save = () => this.reader.save(this.closing.signal);
    this.saveTimer = setTimeout(() => (this.saving = this.saving.then(save, save)), saveMilliseconds);
  }
}

interface Parser {
  readonly noteOf: typeof noteOf;
  readonly contentOf: typeof contentOf;
}

/** VS Code's start does not wait for it. */
function parser(): Promise<Parser> {
  return import('./noteOf');
}

function messageOf(problem: FileProblem): string {
  switch (problem.kind) {
    case 'binary':
      return vscode.l10n.t('This file is not text in UTF-8: it holds NUL bytes.');
    case 'large':
      return vscode.l10n.t('This file has {0} MB. Notes over 2 MB are listed but not read; split it to study from it.', (problem.bytes / 1024 / 1024).toFixed(1));
    case 'unreadable':
      return problem.message;
  }
}

function preferredLanguages(): string[] {
  const chosen = vscode.workspace.getConfiguration('interviewStudy').get('language', '');
  return [chosen || vscode.env.language].map((language) => language.slice(0, 2).toLowerCase());
}
