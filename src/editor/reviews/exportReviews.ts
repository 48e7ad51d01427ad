import * as vscode from 'vscode';
import type { ReviewFiles } from '../library/reviewFiles';
import { plainText } from '../plainText';
import { reviewCsv } from './reviewCsv';
import { reviewSettings } from './reviewSettings';

/** Writes the log as a table that fsrs-optimizer and spreadsheets read. */
export async function exportReviews(files: ReviewFiles): Promise<void> {
  const { csv, reviews } = await reviewCsv(files, reviewSettings());
  if (reviews === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no reviews to export yet.'));
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export reviews as CSV'),
    filters: { CSV: ['csv'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'revlog.csv') }),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv));
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(plainText(vscode.l10n.t('Exported {0} reviews to {1}', reviews, target.fsPath)), open);
  if (answer === open) await vscode.window.showTextDocument(target);
}
