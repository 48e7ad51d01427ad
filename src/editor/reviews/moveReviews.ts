import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { copyLogs } from './copyLogs';
import type { ReviewPlaces } from './reviewPlaces';

/** Copies all logs into a folder of the user's choice, checks the copy, and goes on there after a reload. The originals stay. */
export async function moveReviews({ current, filesIn }: ReviewPlaces): Promise<void> {
  const [chosen] = (await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Move reviews to a folder'),
    openLabel: vscode.l10n.t('Move reviews here'),
    canSelectFiles: false,
    canSelectFolders: true,
  })) ?? [];
  if (!chosen) return;
  const target = await folderFor(chosen);
  if (target.toString() === current.toString()) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Your reviews are there already.'));
    return;
  }
  const copied = await copyLogs(filesIn(current), filesIn(target));
  if (!copied.isComplete) {
    void vscode.window.showErrorMessage(plainText(vscode.l10n.t('The copy in {0} is not complete, so nothing was changed. Your reviews go on where they were.', target.fsPath)));
    return;
  }
  await vscode.workspace.getConfiguration('interviewStudy').update('reviewFolder', target.fsPath, vscode.ConfigurationTarget.Global);
  const reload = vscode.l10n.t('Reload window');
  const answer = await vscode.window.showInformationMessage(
    plainText(vscode.l10n.t('Your reviews are copied to {0} and checked; the originals stay where they were. They go on in the new folder once the window is reloaded.', target.fsPath)),
    reload,
  );
  if (answer === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}

/** The folder itself where it is empty or has logs already, else a folder in it: logs should not lie about among other files. */
async function folderFor(chosen: vscode.Uri): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(chosen);
  const isOurs = entries.every(([name]) => name.startsWith('.')) || entries.some(([name]) => name.endsWith('.jsonl'));
  return isOurs ? chosen : vscode.Uri.joinPath(chosen, 'interview-study-reviews');
}

/**
 * Fetches what windows that were not reloaded yet still wrote to the old place. Resolves to whether there was anything.
 * Cheap where nothing is new: files of the same name and size are not read.
 */
export async function fetchLateReviews({ current, own, filesIn }: ReviewPlaces): Promise<boolean> {
  if (current.toString() === own.toString()) return false;
  const old = filesIn(own);
  const [before, now] = await Promise.all([old.list(), filesIn(current).list()]);
  const sizes = new Map(now.map(({ name, size }) => [name, size]));
  if (before.every(({ name, size }) => (sizes.get(name) ?? -1) >= size)) return false;
  return (await copyLogs(old, filesIn(current))).files > 0;
}
