import * as vscode from 'vscode';
import { readComparison } from '../../core/comparison/readComparison';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { plainText } from '../plainText';

const mainComparison = 'pack:frameworks/comparison';

/** All comparison notes, the starter pack's main one first. */
function comparisonNotes(library: Library): readonly Note[] {
  const notes = [...library.index.notes()].filter((note) => note.kind === 'comparison');
  return notes.sort((one, other) => Number(other.id === mainComparison) - Number(one.id === mainComparison) || one.title.localeCompare(other.title));
}

/** Asks only where there is a choice. */
export async function pickComparison(library: Library): Promise<Note | undefined> {
  await library.ready;
  const notes = comparisonNotes(library);
  if (notes.length === 0) {
    await offerNewComparison();
    return undefined;
  }
  if (notes.length === 1) return notes[0];
  const items = notes.map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join(' / ')), note }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Compare'), placeHolder: vscode.l10n.t('Choose a comparison'), matchOnDescription: true });
  return picked?.note;
}

/** Two or three things of one comparison, `undefined` when the person turns away. */
export async function pickThings(library: Library): Promise<{ readonly note: Note; readonly things: readonly string[] } | undefined> {
  const note = await pickComparison(library);
  if (note === undefined) return undefined;
  const { grids } = readComparison(await library.textOf(note), note.bodyStart);
  const items = grids.flatMap((grid, index): vscode.QuickPickItem[] => [
    ...(index === 0 ? [] : [{ label: '', kind: vscode.QuickPickItemKind.Separator }]),
    ...grid.things.map((thing) => ({ label: plainText(thing), description: '' })),
  ]);
  const names = new Map(grids.flatMap((grid) => grid.things.map((thing) => [plainText(thing), thing])));
  const picked = await vscode.window.showQuickPick(items, { title: plainText(note.title), placeHolder: vscode.l10n.t('Choose two or three to see side by side'), canPickMany: true });
  if (picked === undefined || picked.length === 0) return undefined;
  return { note, things: picked.flatMap((item) => names.get(item.label) ?? []) };
}

async function offerNewComparison(): Promise<void> {
  const create = vscode.l10n.t('New comparison');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('There is no comparison yet. A note becomes one with “kind: comparison” and a table.'), create);
  if (chosen === create) await vscode.commands.executeCommand('interviewStudy.newComparison');
}
