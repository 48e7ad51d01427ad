import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { PageComparison, ToPage } from '../../webview/comparison/protocol';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { pageHtml, pageOptions } from '../pageHtml';
import { plainText } from '../plainText';
import { editCell } from './editCell';
import { effectOf, type Effect } from './effectOf';
import { pageStrings } from './pageStrings';
import { readPageMessage } from './readPageMessage';
import { resolveNoteLink } from './resolveNoteLink';
import { pageComparison, readShown, type ShownComparison } from './shownComparison';


/** One comparison note in one panel. The page keeps its own state; this side keeps what was shown, to check what comes back. */
export class ComparisonPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #library: Library;
  readonly #subscriptions: vscode.Disposable;
  readonly noteId: string;
  #shown: ShownComparison | undefined;
  #version = 0;
  #pageIsReady = false;
  /** Columns to open with, until the page is there to choose them. */
  #only: readonly string[] | undefined;
  /** True once the note was looked for and is not there. */
  #isGone = false;
  #reading: Promise<void> | undefined;
  #readAgain = false;

  constructor(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, library: Library, noteId: string) {
    this.#panel = panel;
    this.#library = library;
    this.noteId = noteId;
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      library.onDidChange(() => { this.refresh(); }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const note = this.#note();
        if (note !== undefined && document.uri.toString() === library.uriOf(note).toString()) this.refresh();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('interviewStudy.comparison')) this.#send();
      }),
    );
    panel.onDidDispose(() => { this.#subscriptions.dispose(); });
    panel.iconPath = new vscode.ThemeIcon('table');
    panel.title = plainText(this.#note()?.title ?? panel.title);
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'comparison', vscode.l10n.t('Comparison'));
    this.refresh();
  }

  reveal(column: vscode.ViewColumn | undefined, preserveFocus: boolean): void {
    this.#panel.reveal(column ?? this.#panel.viewColumn, preserveFocus);
  }

  choose(things: readonly string[]): void {
    if (this.#pageIsReady && this.#shown !== undefined) this.#post({ type: 'choose', things });
    else this.#only = things;
  }

  /** Lets go of the panel without closing it: after a reload of the window it is taken up again. */
  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Reads the note again; changes that come while it is being read lead to one more reading. */
  refresh(): void {
    if (this.#reading !== undefined) {
      this.#readAgain = true;
      return;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined;
      if (this.#readAgain) {
        this.#readAgain = false;
        this.refresh();
      }
    });
  }

  async #read(): Promise<void> {
    if (this.#note() === undefined) await this.#library.ready;
    const note = this.#note();
    if (note === undefined) {
      this.#gone();
      return;
    }
    const text = await this.#library.textOf(note).catch(() => undefined);
    if (text === undefined) {
      this.#gone();
      return;
    }
    const title = plainText(note.title);
    if (this.#shown?.text === text && this.#panel.title === title) return;
    this.#panel.title = title;
    this.#shown = readShown(text);
    this.#isGone = false;
    this.#version += 1;
    this.#send();
  }

  #note(): Note | undefined {
    return this.#library.index.note(this.noteId);
  }

  #gone(): void {
    this.#shown = undefined;
    this.#isGone = true;
    this.#send();
  }

  #send(): void {
    if (!this.#pageIsReady) return;
    const note = this.#note();
    const shown = this.#shown;
    if (note === undefined || shown === undefined) {
      if (this.#isGone) this.#post({ type: 'gone', message: vscode.l10n.t('This comparison is no longer there. Its file was moved, deleted, or is no longer a note.') });
      return;
    }
    this.#post({ type: 'show', strings: pageStrings(), comparison: pageComparison(shown, this.#about(note)), ...(this.#only === undefined ? {} : { only: this.#only }) });
    this.#only = undefined;
  }

  #about(note: Note): Pick<PageComparison, 'version' | 'noteId' | 'title' | 'language' | 'editable' | 'staleBefore'> {
    const uri = this.#library.uriOf(note);
    const years = vscode.workspace.getConfiguration('interviewStudy', uri).get<number>('comparison.staleAfterYears', 3);
    return {
      version: this.#version,
      noteId: note.id,
      title: note.title,
      language: vscode.env.language,
      editable: uri.scheme !== 'interview-study' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
      staleBefore: new Date().getFullYear() - (Number.isFinite(years) ? years : 3),
    };
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    if (message?.type === 'ready') {
      this.#pageIsReady = true;
      this.#send();
      return;
    }
    const effect = message === undefined || this.#shown === undefined ? undefined : effectOf(message, this.#shown, this.#version);
    if (effect !== undefined) await this.#bringAbout(effect, this.#shown);
  }

  async #bringAbout(effect: Effect, shown: ShownComparison | undefined): Promise<void> {
    const note = this.#note();
    if (note === undefined || shown === undefined) return;
    switch (effect.kind) {
      case 'open-note':
        await vscode.commands.executeCommand(openNoteCommand, note.id);
        return;
      case 'reveal':
        await this.#revealInNote(note, effect.range.start, effect.range.end);
        return;
      case 'open-web':
        await vscode.env.openExternal(vscode.Uri.parse(effect.address, true));
        return;
      case 'open-linked-note': {
        const link = resolveNoteLink(this.#library, note, effect.target);
        if (link !== undefined) await vscode.commands.executeCommand(openNoteCommand, link.note.id, ...(link.place === '' ? [] : [link.place]));
        return;
      }
      case 'copy':
        await vscode.env.clipboard.writeText(effect.text);
        this.#post({ type: 'copied' });
        return;
      case 'save-picture':
        await savePicture(effect.name, effect.svg);
        return;
      case 'outdated-edit':
        this.#post({ type: 'not-saved', message: vscode.l10n.t('The note has changed meanwhile. Look at the cell again.') });
        return;
      case 'edit': {
        const problem = await editCell(this.#library.uriOf(note), shown, effect.place, effect.text);
        if (problem !== undefined) this.#post({ type: 'not-saved', message: problem });
        return;
      }
    }
  }

  async #revealInNote(note: Note, start: number, end: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#library.uriOf(note));
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const column = visible?.viewColumn ?? (this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
    await vscode.window.showTextDocument(document, { viewColumn: column, selection });
  }
}

async function savePicture(name: string, svg: string): Promise<void> {
  const fileName = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'figure'}.svg`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save picture'),
    filters: { SVG: ['svg'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
  if (target !== undefined) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
}
