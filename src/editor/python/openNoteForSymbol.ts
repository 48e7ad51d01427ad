import * as vscode from 'vscode';
import type { HoverSettings } from '../../core/python/notesForNames';
import { notesForNames } from '../../core/python/notesForNames';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import { linkSymbol } from './linkSymbol';
import { makeNote } from './makeNote';
import type { PythonDocuments } from './pythonDocuments';
import { symbolAtCursor } from './symbolAtCursor';

/** Who asks for a note wants it, whatever is switched off in hovers. */
const everyName: HoverSettings = { keywords: true, libraries: true, trivialKeywords: true, mutedNames: [] };

/** Opens the note behind the word under the cursor. Where there is none yet, offers to make one. */
export async function openNoteForSymbol(library: Library, documents: PythonDocuments): Promise<void> {
  const names = await symbolAtCursor(documents);
  const [best] = names ?? [];
  if (!names || !best) return;
  await library.ready;
  const notes = notesForNames(names, (name) => library.index.notesByHover(name), everyName)?.notes ?? [];
  if (notes.length === 0) {
    await offerNote(best.form, library);
    return;
  }
  const items = notes.map(({ id, title, topic }) => ({ label: plainText(title), description: plainText(topic.join('/')), id }));
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { title: plainText(vscode.l10n.t('Notes about {0}', best.form)) }) : items[0];
  if (chosen) await vscode.commands.executeCommand(openNoteCommand, chosen.id);
}

async function offerNote(name: string, library: Library): Promise<void> {
  const [make, link] = [vscode.l10n.t('Make one'), vscode.l10n.t('Add it to a note')];
  const answer = await vscode.window.showInformationMessage(plainText(vscode.l10n.t('No note explains {0} yet.', name)), make, link);
  if (answer === make) await makeNote(name);
  if (answer === link) await linkSymbol(name, library);
}
