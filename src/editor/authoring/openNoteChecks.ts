import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { starterScheme } from '../library/starterNotes';

/** While somebody types, half a link or card is no mistake yet. */
const settleMilliseconds = 400;

/** Tells what is doubtful in the user's own notes while they are open: links that lead nowhere, and blocks that almost are cards. */
export function registerOpenNoteChecks(library: Library): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('interview-study-open-notes');
  /** A note is another object once its text has changed; its links are checked far more often. */
  const hints = new WeakMap<Note, readonly vscode.Diagnostic[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void checkOpen(library, collection, hints), settleMilliseconds);
  };
  check();
  return vscode.Disposable.from(
    collection,
    new vscode.Disposable(() => clearTimeout(timer)),
    library.onDidChange(check),
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

async function checkOpen(library: Library, collection: vscode.DiagnosticCollection, hints: WeakMap<Note, readonly vscode.Diagnostic[]>): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const note = document.uri.scheme === starterScheme ? undefined : library.noteAt(document.uri);
    if (!note) {
      collection.delete(document.uri);
      continue;
    }
    const { almostCardHints, brokenLinks } = await import('./noteHelp');
    const known = hints.get(note) ?? almostCardHints(document, note);
    hints.set(note, known);
    collection.set(document.uri, [...known, ...(await brokenLinks(document, note, library))]);
  }
}
