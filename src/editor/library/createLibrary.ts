import * as vscode from 'vscode';
import { cardContent } from '../../core/notes/cardContent';
import type { CardContent, Note } from '../../core/notes/note';
import { NoteIndex } from '../../core/notes/noteIndex';
import type { FileProblem, FileText } from './decodeNote';
import type { Library } from './library';
import type { NoteFiles } from './noteFiles';
import { isNoteFile, noteFileAt, noteFilesOf, type NoteFile } from './noteFilesOf';
import { noteOf, NoteShelf, type NoteChange } from './noteShelf';
import { noteSources, type NoteSource } from './noteSources';
import { starterScheme } from './starterNotes';

const settingsThatChangeNotes = ['noteFolders', 'findWorkspaceNotes', 'excludeNotes', 'starterNotes', 'language'].map((name) => `interviewStudy.${name}`);
/** A checkout changes thousands of files within a moment: one refresh for all of them. */
const settleMilliseconds = 50;
/** Watchers lose events when this many files change at once, so the disk is looked at once more after a while. */
const filesInStorm = 30;
const afterStormMilliseconds = 500;
/** Coming back to the window looks at the disk, but not at every click. */
const sweepAgainMilliseconds = 10_000;

/** Reads all notes in the background and keeps the index equal to the disk and to what is open in the editor. */
export function createLibrary(extensionUri: vscode.Uri, files: NoteFiles): Library & vscode.Disposable {
  return new NoteLibrary(extensionUri, files);
}

class NoteLibrary implements Library, vscode.Disposable {
  readonly index = new NoteIndex(preferredLanguages());
  readonly ready: Promise<void>;
  isReady = false;

  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly notesChanged = new vscode.EventEmitter<readonly NoteChange[]>();
  readonly onDidChangeNotes = this.notesChanged.event;

  private readonly shelf = new NoteShelf<NoteFile>(this.index, messageOf);
  private sources: readonly NoteSource[] = [];
  private watchers: vscode.Disposable[] = [];
  private readonly pending = new Map<string, vscode.Uri>();
  /** Paths that were reported as deleted: folders, or files that are no notes. */
  private readonly goneFolders = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sweepTimer: ReturnType<typeof setTimeout> | undefined;
  private lastSweep = 0;
  /** Readings of the disk follow each other, so that an older one never overwrites a newer. */
  private work: Promise<void> = Promise.resolve();
  private scan = new AbortController();
  private becomeReady: () => void = () => undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly files: NoteFiles,
  ) {
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    this.readAll();
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.readAll()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.readAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (settingsThatChangeNotes.some((name) => event.affectsConfiguration(name))) this.readAll();
      }),
      // A note that was just written into a new folder: of several folders made at once the watcher may tell only the first.
      vscode.workspace.onDidOpenTextDocument((document) => this.follow(document.uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri)),
      vscode.workspace.onDidSaveTextDocument((document) => this.follow(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => this.follow(document.uri)),
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
    const edited = editedDocument(uri);
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
    // The text may have moved on since the index saw it, so places are found anew.
    const card = noteOf(file, { text }, messageOf).cards.find(({ anchor }) => anchor === known.card.anchor);
    return card && cardContent(text, card);
  }

  dispose(): void {
    this.scan.abort();
    clearTimeout(this.timer);
    clearTimeout(this.sweepTimer);
    vscode.Disposable.from(...this.watchers, this.subscriptions, this.changed, this.notesChanged).dispose();
  }

  /** Everything anew: at the start, and when the settings or folders change. */
  private readAll(): void {
    this.scan.abort();
    const scan = (this.scan = new AbortController());
    this.index.setLanguages(preferredLanguages());
    this.sources = noteSources(this.extensionUri);
    this.watch();
    this.queue(async () => {
      const gone = new Set<string>();
      for (const [key] of this.shelf.entries()) gone.add(key);
      for (const source of this.sources) {
        if (scan.signal.aborted) return;
        const found = await noteFilesOf(source, this.extensionUri, this.files);
        await this.files.readEach(
          found,
          (file, content) => {
            if (this.take(file, content)) gone.delete(file.shownAs.toString());
          },
          scan.signal,
        );
      }
      if (scan.signal.aborted) return;
      for (const key of gone) this.shelf.drop(key);
      this.lastSweep = performance.now();
      this.isReady = true;
      this.becomeReady();
      this.tell();
    });
  }

  private queue(task: () => Promise<void>): void {
    this.work = this.work.then(task, task);
  }

  private watch(): void {
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = this.sources
      .filter((source) => source.kind !== 'starter')
      .map((source) => {
        // Of a folder that is moved or deleted only the folder itself is reported, so everything is watched.
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(source.folder, '**'));
        watcher.onDidCreate((uri) => (isMarkdown(uri) ? this.follow(uri) : void this.followFolder(uri)));
        watcher.onDidChange((uri) => this.follow(uri));
        watcher.onDidDelete((uri) => (isMarkdown(uri) ? this.follow(uri) : this.forgetFolder(uri)));
        return watcher;
      });
  }

  /** Notes that a file changed; the index follows a moment later, together with everything else that changed meanwhile. */
  private follow(uri: vscode.Uri): void {
    if (!isMarkdown(uri) || uri.scheme === starterScheme) return;
    this.pending.set(uri.toString(), uri);
    this.settle();
  }

  private async followFolder(uri: vscode.Uri): Promise<void> {
    if (!noteFileAt(vscode.Uri.joinPath(uri, 'any.md'), this.sources)) return;
    const isFolder = await vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
    if (isFolder) for (const file of await this.files.list(uri)) this.follow(file.uri);
  }

  private forgetFolder(uri: vscode.Uri): void {
    this.goneFolders.add(uri.path);
    this.settle();
  }

  private settle(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.queue(() => this.catchUp());
    }, settleMilliseconds);
  }

  private async catchUp(): Promise<void> {
    if (this.goneFolders.size > 0) {
      for (const [key, { file }] of this.shelf.entries()) if (liesIn(file.uri, this.goneFolders)) this.pending.set(key, file.uri);
      this.goneFolders.clear();
    }
    const uris = [...this.pending.values()];
    this.pending.clear();
    if (uris.length >= filesInStorm) this.sweepSoon(afterStormMilliseconds);
    const missing = new Set(uris.map(String));
    const onDisk: NoteFile[] = [];
    let changes = 0;
    for (const uri of uris) {
      const file = noteFileAt(uri, this.sources);
      const edited = editedDocument(uri);
      if (!file) continue;
      if (!edited) onDisk.push(file);
      else if (this.take(file, { text: edited.getText() })) {
        missing.delete(uri.toString());
        changes++;
      }
    }
    await this.files.readEach(onDisk, (file, content) => {
      if (!this.take(file, content)) return;
      missing.delete(file.uri.toString());
      changes++;
    });
    for (const key of missing) if (this.shelf.drop(key)) changes++;
    if (changes > 0) this.tell();
  }

  private sweepSoon(milliseconds: number): void {
    clearTimeout(this.sweepTimer);
    this.sweepTimer = setTimeout(() => this.queue(() => this.sweep()), milliseconds);
  }

  /** Looks at the times and sizes of all files and follows what no watcher told. */
  private async sweep(): Promise<void> {
    const { signal } = this.scan;
    const gone = new Set<string>();
    for (const [key, { file }] of this.shelf.entries()) if (file.source.kind !== 'starter') gone.add(key);
    let changes = 0;
    for (const source of this.sources) {
      if (source.kind === 'starter') continue;
      const doubtful: NoteFile[] = [];
      for (const file of await noteFilesOf(source, this.extensionUri, this.files, { stamps: true })) {
        const key = file.shownAs.toString();
        gone.delete(key);
        if (this.shelf.isDoubtful(key, file.stamp) && !editedDocument(file.uri)) doubtful.push(file);
      }
      await this.files.readEach(
        doubtful,
        (file, content) => {
          const key = file.shownAs.toString();
          if (!this.shelf.isDoubtful(key, content.stamp)) return;
          if (this.take(file, content)) changes++;
          else gone.add(key);
        },
        signal,
      );
      if (signal.aborted) return;
    }
    for (const key of gone) if (this.shelf.drop(key)) changes++;
    this.lastSweep = performance.now();
    if (changes > 0) this.tell();
  }

  private tell(): void {
    this.notesChanged.fire(this.shelf.takeChanges());
    this.changed.fire();
  }

  /** Puts a file's note into the index. False where the file turns out to be none. */
  private take(file: NoteFile, content: FileText): boolean {
    const key = file.shownAs.toString();
    const taken = this.shelf.get(key)?.file.source;
    // Sources may overlap; the first one that has the file keeps it.
    if (taken && taken.root !== file.source.root && this.sources.indexOf(taken) >= 0) return true;
    if (!isNoteFile(file, content)) return false;
    this.shelf.put(key, file, content);
    return true;
  }
}

function isMarkdown(uri: vscode.Uri): boolean {
  return uri.path.endsWith('.md');
}

function liesIn({ path }: vscode.Uri, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) if (folders.has(path.slice(0, end))) return true;
  return false;
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

/** The document with unsaved changes, if there is one. Without such changes the disk is right, also about a file that is gone. */
function editedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.isDirty && !document.isClosed && document.uri.toString() === key);
}

function preferredLanguages(): string[] {
  const chosen = vscode.workspace.getConfiguration('interviewStudy').get('language', '');
  return [chosen || vscode.env.language].map((language) => language.slice(0, 2).toLowerCase());
}
