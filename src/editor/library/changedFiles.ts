import * as vscode from 'vscode';
import type { NoteFiles } from './noteFiles';
import { noteFileAt } from './noteFilesOf';
import type { NoteSource } from './noteSources';
import { starterScheme } from './starterNotes';

/** After what is typed or saved here. */
const typedMilliseconds = 50;
/** A checkout changes thousands of files within a moment, and the editor tells of one or two, then of 500 every 200 ms: one refresh for all. */
const watchedMilliseconds = 300;
const stormSettleMilliseconds = 250;
const longestStormMilliseconds = 5000;
/** Watchers lose events when so many files change at once. */
export const filesInStorm = 30;

export interface Changes {
  /** Notes that are new, gone, or say something else. */
  readonly files: readonly vscode.Uri[];
  /** Paths that were reported as deleted: folders, or files that are no notes. */
  readonly goneFolders: ReadonlySet<string>;
}

/** Gathers what the editor tells about note files, on the disk and in open documents, and hands it on once it is quiet for a moment. */
export class ChangedFiles implements vscode.Disposable {
  private readonly settled = new vscode.EventEmitter<Changes>();
  readonly onDidSettle = this.settled.event;
  private readonly files = new Map<string, vscode.Uri>();
  private goneFolders = new Set<string>();
  private sources: readonly NoteSource[] = [];
  private watchers: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange = 0;
  private lastChange = 0;
  private settlesAt = 0;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly noteFiles: NoteFiles) {
    this.subscriptions = vscode.Disposable.from(
      // A note that was just written into a new folder: of several folders made at once the watcher may tell only the first.
      vscode.workspace.onDidOpenTextDocument((document) => this.follow(document.uri, typedMilliseconds)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri, typedMilliseconds)),
      vscode.workspace.onDidSaveTextDocument((document) => this.follow(document.uri, typedMilliseconds)),
      vscode.workspace.onDidCloseTextDocument((document) => this.follow(document.uri, typedMilliseconds)),
    );
  }

  /** From now on the folders of these. */
  watch(sources: readonly NoteSource[]): void {
    this.sources = sources;
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = sources
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

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.watchers, this.subscriptions, this.settled).dispose();
  }

  private follow(uri: vscode.Uri, patience = watchedMilliseconds): void {
    if (!isMarkdown(uri) || uri.scheme === starterScheme) return;
    this.files.set(uri.toString(), uri);
    this.settle(patience);
  }

  private async followFolder(uri: vscode.Uri): Promise<void> {
    if (!noteFileAt(vscode.Uri.joinPath(uri, 'any.md'), this.sources)) return;
    const isFolder = await vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
    if (isFolder) for (const file of await this.noteFiles.list(uri)) this.follow(file.uri);
  }

  private forgetFolder(uri: vscode.Uri): void {
    this.goneFolders.add(uri.path);
    this.settle(watchedMilliseconds);
  }

  private settle(patience: number): void {
    this.lastChange = performance.now();
    if (this.timer === undefined) this.firstChange = this.lastChange;
    else if (this.lastChange + patience >= this.settlesAt) return;
    this.wait(patience);
  }

  private wait(milliseconds: number): void {
    this.settlesAt = performance.now() + milliseconds;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const now = performance.now();
      const goesOn = this.files.size >= filesInStorm && now - this.lastChange < stormSettleMilliseconds && now - this.firstChange < longestStormMilliseconds;
      if (goesOn) this.wait(stormSettleMilliseconds - (now - this.lastChange));
      else this.handOn();
    }, milliseconds);
  }

  private handOn(): void {
    this.timer = undefined;
    const changes = { files: [...this.files.values()], goneFolders: this.goneFolders };
    this.files.clear();
    this.goneFolders = new Set();
    this.settled.fire(changes);
  }
}

function isMarkdown(uri: vscode.Uri): boolean {
  return uri.path.endsWith('.md');
}
