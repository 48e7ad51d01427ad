import * as vscode from 'vscode';
import type { ReviewFiles } from '../library/reviewFiles';
import { plainText } from '../plainText';
import { checkFiles, repair } from './checkedFiles';

type CheckItem = vscode.QuickPickItem & { readonly repairs?: true; readonly file?: string };

export async function checkReviewFiles(files: ReviewFiles, folder: vscode.Uri, refresh: () => Promise<void>): Promise<void> {
  const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking review files') }, () => checkFiles(files));
  const checked = vscode.l10n.t('{0} events in {1} files', report.events, report.files);
  if (report.damaged.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Your review files are in order: {0}.', checked));
    return;
  }
  const items: CheckItem[] = [];
  if (report.savable.length > 0) items.push({ label: `$(wrench) ${vscode.l10n.t('Save {0} events into a new file', report.savable.length)}`, detail: vscode.l10n.t('The damaged files stay as they are.'), repairs: true });
  items.push({ label: vscode.l10n.t('Damaged lines, which are skipped'), kind: vscode.QuickPickItemKind.Separator });
  for (const { file, line, reason, saved } of report.damaged) {
    const description = saved.length > 0 ? vscode.l10n.t('{0}; its events can be read', reason) : vscode.l10n.t('{0}; nothing in it can be read', reason);
    items.push({ label: plainText(`${file}:${line}`), description: plainText(description), file });
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Review files: {0}, {1} damaged lines', checked, report.damaged.length),
    placeHolder: report.savable.length > 0 ? vscode.l10n.t('Nothing is deleted or overwritten') : vscode.l10n.t('Everything that can be saved has been saved'),
  });
  if (picked?.repairs) {
    await repair(report.savable, files);
    await refresh();
    const after = await checkFiles(files);
    void vscode.window.showInformationMessage(vscode.l10n.t('Saved: {0} events more than before.', after.events - report.events));
  } else if (picked?.file) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, picked.file));
}
