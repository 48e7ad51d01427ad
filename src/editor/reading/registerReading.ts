import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { isNoteArgument, openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';
import { makeOwnCopy } from './makeOwnCopy';
import { headingSlug } from './markdownPlugin';
import { PreviewTabs } from './previewTabs';

/** Opening notes: rendered for reading, as source, or as a copy of one's own. */
export function registerReading(library: Library, reviews: Reviews): vscode.Disposable {
  const tabs = new PreviewTabs();

  const open = async (noteId?: unknown, place?: unknown) => {
    const note = typeof noteId === 'string' ? library.index.note(noteId) : await pickNote(library);
    if (!note) return;
    const uri = library.uriOf(note);
    if (note.problems.some((problem) => problem.severity === 'error' && problem.code !== 'unreadable') && !note.headings.length) {
      await vscode.window.showTextDocument(uri);
      return;
    }
    const fragment = typeof place === 'string' ? (headingSlug(note, place) ?? place) : '';
    await tabs.show(uri, fragment);
    await vscode.commands.executeCommand('interviewStudy.revealNote', note.id);
  };

  /** From the tree a row comes along; from the preview's title bar the note being read is meant. */
  const noteMeant = (row: unknown): Note | undefined => {
    if (isNoteArgument(row)) return row.note;
    const uri = tabs.current ?? vscode.window.activeTextEditor?.document.uri;
    return uri && library.noteAt(uri);
  };

  return vscode.Disposable.from(
    tabs,
    vscode.commands.registerCommand(openNoteCommand, open),
    vscode.commands.registerCommand('interviewStudy.openSource', async (row: unknown) => {
      const note = noteMeant(row);
      if (!note) return;
      const editor = await vscode.window.showTextDocument(library.uriOf(note), { preview: true });
      if (isNoteArgument(row) && row.card) {
        const position = editor.document.positionAt(row.card.range.start);
        editor.selection = new vscode.Selection(position, position);
        editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
      }
    }),
    vscode.commands.registerCommand('interviewStudy.makeOwnCopy', async (row: unknown) => {
      const note = noteMeant(row);
      if (note) await makeOwnCopy(note, library, reviews);
    }),
  );
}

async function pickNote(library: Library): Promise<Note | undefined> {
  await library.ready;
  const items = [...library.index.notes()].map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join('/')), note }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open note'), matchOnDescription: true });
  return picked?.note;
}
