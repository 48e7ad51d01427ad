import * as vscode from 'vscode';
import type { ReadingProgress } from './readingProgress';

const scheme = 'interview-study-row';

/** An address by which a note's row asks for its mark. Nothing can be read from it. */
export function noteRowUri(noteId: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${noteId}` });
}

/** A dot on notes that were never opened, once at least one was: before that it would be on all of them. */
export function registerUnreadMarks(progress: ReadingProgress): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const isMarking = () => progress.lastNote(() => true) !== undefined;
  let wasMarking = isMarking();
  return vscode.Disposable.from(
    changed,
    progress.onDidChange((noteId) => {
      changed.fire(wasMarking === isMarking() ? noteRowUri(noteId) : undefined);
      wasMarking = isMarking();
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) =>
        uri.scheme === scheme && isMarking() && !progress.isRead(uri.path.slice(1)) ? new vscode.FileDecoration('●', vscode.l10n.t('Not read yet')) : undefined,
    }),
  );
}
