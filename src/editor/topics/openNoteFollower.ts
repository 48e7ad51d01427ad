import * as vscode from 'vscode';
import type { Library } from '../library/library';

/**
 * Which note is in front, as text or rendered. VS Code tells the file of a text editor; of a preview it tells only the tab's label, which
 * ends in the file's name, so the note that was opened last under this name is meant.
 */
export class OpenNoteFollower implements vscode.Disposable {
  private readonly byFileName = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the id of the note that came to the front. */
  readonly onDidOpen = this.changed.event;
  private inFront: string | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly library: Library) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(() => this.look()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.look()),
      // A new note is open before the library has read it.
      library.onDidChange(() => this.look()),
    );
    void library.ready.then(() => this.look());
  }

  get current(): string | undefined {
    return this.inFront;
  }

  /** A note was opened to be read. */
  opened(noteId: string): void {
    const note = this.library.index.note(noteId);
    if (!note) return;
    this.byFileName.set(fileName(this.library.uriOf(note)), noteId);
    this.setCurrent(noteId);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private look(): void {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (tab?.input instanceof vscode.TabInputText) this.setCurrent(this.library.noteAt(tab.input.uri)?.id);
    else if (tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('markdown.preview')) {
      this.setCurrent(this.byFileName.get(tab.label.slice(tab.label.lastIndexOf(' ') + 1)));
    } else this.setCurrent(undefined);
  }

  private setCurrent(noteId: string | undefined): void {
    if (noteId === this.inFront) return;
    this.inFront = noteId;
    if (noteId !== undefined) this.changed.fire(noteId);
  }
}

function fileName(uri: vscode.Uri): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf(' ') + 1);
}
