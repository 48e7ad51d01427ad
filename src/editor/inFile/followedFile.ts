import * as vscode from 'vscode';
import type { FileNotes, InFileTools } from './fileNotes';

/** Whoever types is not followed letter by letter. */
const settleMilliseconds = 400;

/**
 * The Python file that the view is about: the active one, or the last one that was, for as long as it is open. Its notes are looked up when
 * someone wants to see them, and again when it, the notes, the reviews or the settings change.
 */
export class FollowedFile implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<FileNotes | undefined>();
  /** Fires with the notes of the file as it is now; with `undefined` where there is no Python file. */
  readonly onDidChange = this.changed.event;

  private document = pythonDocument(vscode.window.activeTextEditor);
  private running = new vscode.CancellationTokenSource();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStale = true;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly tools: InFileTools,
    private readonly isWanted: () => boolean,
  ) {
    const { library, reviews } = tools;
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(pythonDocument(editor))),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => document === this.document && this.later()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('interviewStudy.hover') && this.later()),
      library.onDidChange(() => this.later()),
      reviews.onDidChange(() => this.later()),
    );
  }

  get current(): vscode.TextDocument | undefined {
    return this.document;
  }

  /** Looks the notes up if anything changed since. To be called when someone begins to watch. */
  catchUp(): void {
    if (this.isStale) void this.refresh();
  }

  /** The notes of the file as it is now, whether someone watches or not. */
  async refresh(): Promise<FileNotes | undefined> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running.cancel();
    const running = (this.running = new vscode.CancellationTokenSource());
    const { document } = this;
    const file = document && (await (await import('./namesInFile')).fileNotesOf(document, this.tools, running.token));
    if (running.token.isCancellationRequested) return undefined;
    this.isStale = false;
    this.changed.fire(file);
    return file;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.running.cancel();
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private follow(document: vscode.TextDocument | undefined): void {
    if (!document || document === this.document) return;
    this.document = document;
    this.isStale = true;
    if (this.isWanted()) void this.refresh();
  }

  private forget(document: vscode.TextDocument): void {
    if (document !== this.document) return;
    this.document = pythonDocument(vscode.window.activeTextEditor);
    this.isStale = true;
    if (this.isWanted()) void this.refresh();
  }

  private later(): void {
    this.isStale = true;
    if (this.isWanted()) this.timer ??= setTimeout(() => void this.refresh(), settleMilliseconds);
  }
}

function pythonDocument(editor: vscode.TextEditor | undefined): vscode.TextDocument | undefined {
  return editor?.document.languageId === 'python' ? editor.document : undefined;
}
