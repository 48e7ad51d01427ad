import * as vscode from 'vscode';
import { blankMagics } from '../../core/python/blankMagics';
import { patienceFor, slice } from '../../core/python/parsePace';
import { PythonParse, type TextChange } from '../../core/python/parsePython';
import { PythonModule } from '../../core/python/pythonModule';

/** Parse trees are kept for this many documents. */
const mostDocuments = 24;
/** With more edits than this between two hovers, parsing from the start is no slower. */
const mostEdits = 500;

interface Entry {
  readonly parse: PythonParse;
  version: number;
  /** Edits since `version`. */
  edits: (readonly TextChange[])[];
  module: PythonModule | undefined;
  isGoingOn: boolean;
}

/** The parse trees of documents that were looked into: incremental, and dropped when their document is closed. One for all features. */
export class ParsedDocuments implements vscode.Disposable {
  /** Least recently used first. */
  private readonly entries = new Map<string, Entry>();
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument((document) => this.entries.delete(document.uri.toString())),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const entry = this.entries.get(document.uri.toString());
        const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, removed: rangeLength, inserted: text.length }));
        if (entry && entry.edits.length <= mostEdits) entry.edits.push(changes);
      }),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.entries.clear();
  }

  /** The module to look names up in; `undefined` where parsing takes too long or the hover is no longer wanted. */
  async moduleOf(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PythonModule | undefined> {
    const start = performance.now();
    const cells = cellsUpTo(document);
    if (!cells) return this.parsed(document, start, token);
    const above: PythonModule[] = [];
    for (const cell of cells) {
      const parsed = await this.parsed(cell, start, token);
      if (!parsed) return undefined;
      above.push(new PythonModule(parsed.tree, parsed.text, [...above]));
    }
    return above.at(-1);
  }

  /** The same for those who are not in a hurry: `undefined` only where it is no longer wanted. */
  async moduleOfAny(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PythonModule | undefined> {
    while (!token.isCancellationRequested && !document.isClosed) {
      const module = await this.moduleOf(document, token);
      if (module) return module;
      await turnOfOthers();
    }
    return undefined;
  }

  private async parsed(document: vscode.TextDocument, start: number, token: vscode.CancellationToken): Promise<PythonModule | undefined> {
    const entry = this.entryOf(document);
    const deadline = start + patienceFor(entry.parse.text.length);
    const { version } = document;
    while (!entry.module) {
      if (this.advance(entry)) break;
      if (token.isCancellationRequested || performance.now() > deadline) {
        void this.goOn(entry);
        return undefined;
      }
      await turnOfOthers();
      // Edited meanwhile: the editor asks again.
      if (document.version !== version) return undefined;
    }
    return entry.module;
  }

  private advance(entry: Entry): boolean {
    const end = performance.now() + slice;
    entry.parse.advance(() => performance.now() >= end);
    const { tree, text } = entry.parse;
    if (tree) entry.module = new PythonModule(tree, text);
    return tree !== undefined;
  }

  private async goOn(entry: Entry): Promise<void> {
    if (entry.isGoingOn) return;
    entry.isGoingOn = true;
    while (entry.edits.length === 0 && this.isKept(entry) && !entry.module && !this.advance(entry)) await turnOfOthers();
    entry.isGoingOn = false;
  }

  private isKept(entry: Entry): boolean {
    return [...this.entries.values()].includes(entry);
  }

  private entryOf(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    const known = this.entries.get(key);
    const entry = known ?? { parse: new PythonParse(textOf(document)), version: document.version, edits: [], module: undefined, isGoingOn: false };
    if (entry.version !== document.version) {
      // Blanking a line of a cell changes more than the edit did.
      entry.parse.edit(textOf(document), isCell(document) ? [] : entry.edits);
      entry.version = document.version;
      entry.module = undefined;
    }
    entry.edits = [];
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > mostDocuments && oldest !== undefined) this.entries.delete(oldest);
    return entry;
  }
}

function isCell(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'vscode-notebook-cell';
}

function textOf(document: vscode.TextDocument): string {
  return isCell(document) ? blankMagics(document.getText()) : document.getText();
}

/** The Python cells of the notebook from the top to this one; `undefined` for documents that are no cells. */
function cellsUpTo(document: vscode.TextDocument): readonly vscode.TextDocument[] | undefined {
  if (!isCell(document)) return undefined;
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cells = notebook.getCells();
    const at = cells.findIndex((cell) => cell.document === document);
    if (at < 0) continue;
    return cells.slice(0, at + 1).flatMap((cell) => (cell.document.languageId === 'python' ? [cell.document] : []));
  }
  return undefined;
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
