import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { noteFolders } from '../library/noteSources';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';

/** Copies a starter note into a folder of the user's, which then takes over the history of its cards. */
export async function makeOwnCopy(note: Note, library: Library, reviews: Reviews): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const path = note.id.slice(note.id.indexOf(':') + 1);
  const target = vscode.Uri.joinPath(folder, `${path}.md`);
  const exists = await vscode.workspace.fs.stat(target).then(() => true, () => false);
  if (!exists) {
    const text = withCopyOf(await library.textOf(note), note.id);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  }
  await vscode.window.showTextDocument(target);
  if (exists) {
    void vscode.window.showInformationMessage(plainText(vscode.l10n.t('You already have a copy of "{0}".', note.title)));
    return;
  }
  await takeOverHistory(note, target, library, reviews);
}

/** The note's text with `copy_of` as the last line of its front matter; everything else byte for byte. */
function withCopyOf(text: string, noteId: string): string {
  const end = /^---[ \t]*\r?\n[\s\S]*?\n(?=---[ \t]*(\r?\n|$))/.exec(text)?.[0].length;
  return end === undefined ? `---\ncopy_of: ${noteId}\n---\n${text}` : `${text.slice(0, end)}copy_of: ${noteId}\n${text.slice(end)}`;
}

async function takeOverHistory(original: Note, target: vscode.Uri, library: Library, reviews: Reviews): Promise<void> {
  const copy = await noteAppears(target, library);
  if (!copy) return;
  for (const card of original.cards) {
    const own = copy.cards.find((candidate) => candidate.anchor === card.anchor);
    if (own && reviews.stateOf(card.id)) await reviews.link(card.id, own.id);
  }
}

function noteAppears(uri: vscode.Uri, library: Library): Promise<Note | undefined> {
  const known = library.noteAt(uri);
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => {
    const subscription = library.onDidChange(() => {
      const note = library.noteAt(uri);
      if (!note) return;
      subscription.dispose();
      resolve(note);
    });
  });
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const own = noteFolders();
  const [only] = own;
  if (only && own.length === 1) return only.folder;
  if (own.length > 1) {
    const picked = await vscode.window.showQuickPick(
      own.map((source) => ({ label: plainText(source.root), description: plainText(vscode.workspace.asRelativePath(source.folder)), folder: source.folder })),
      { title: vscode.l10n.t('Copy into which note folder?') },
    );
    return picked?.folder;
  }
  await vscode.commands.executeCommand('interviewStudy.addNoteFolder');
  return noteFolders()[0]?.folder;
}
