import * as vscode from 'vscode';
import { rowsOf, type Comparison } from '../../core/comparison/comparison';
import { writeCell } from '../../core/comparison/tableRow';
import type { Place } from '../../webview/comparison/protocol';
import { cellAt, readShown, type ShownComparison } from './shownComparison';

/**
 * Writes one cell and nothing else. Refuses where the cell no longer says what the person saw. A file without other unsaved changes is saved.
 * Returns why nothing was written, or `undefined`.
 */
export async function editCell(uri: vscode.Uri, seen: ShownComparison, place: Place & { readonly of: 'cell' }, text: string): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const now = readShown(document.getText()).comparison;
  const [before, cell] = [cellAt(seen.comparison, place), cellAt(now, place)];
  if (before === undefined || cell === undefined || cell.missing || cell.markdown !== before.markdown || nameOf(now, place) !== nameOf(seen.comparison, place)) {
    return vscode.l10n.t('The note has changed meanwhile. Look at the cell again.');
  }
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(cell.range.start), document.positionAt(cell.range.end)), writeCell(text));
  if (!(await vscode.workspace.applyEdit(edit))) return vscode.l10n.t('This file cannot be changed.');
  if (wasSaved && !(await document.save())) return vscode.l10n.t('The cell was changed, but the file could not be saved.');
  return undefined;
}

function nameOf(comparison: Comparison, place: Place & { readonly of: 'cell' }): string {
  const grid = comparison.grids[place.grid];
  return JSON.stringify([grid === undefined ? undefined : rowsOf(grid)[place.row]?.name, grid?.things[place.thing]]);
}
