import * as vscode from 'vscode';
import { newComparison, splitNames } from '../../core/comparison/newComparison';
import type { Library } from '../library/library';
import { compareCommand } from '../commands';

/** Asks for title, things and criteria, writes the table, and opens note and panel side by side. */
export async function createComparison(library: Library): Promise<void> {
  const t = vscode.l10n.t;
  const title = await ask(t('New comparison'), t('What is compared? For example: Task queues'), 1);
  if (title === undefined) return;
  const things = await ask(t('Things'), t('Two or more, with commas between: Celery, Dramatiq, RQ'), 2);
  if (things === undefined) return;
  const criteria = await ask(t('Criteria'), t('What to compare them by, with commas between: Brokers, Retries, Scheduling'), 1);
  if (criteria === undefined) return;
  const target = await vscode.window.showSaveDialog({ title: t('Save the new comparison'), filters: { Markdown: ['md'] }, ...defaultAddress(title) });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(newComparison(title, splitNames(things), splitNames(criteria))));
  await vscode.window.showTextDocument(target, { preview: false });
  await showOnceKnown(library, target);
}

function ask(title: string, prompt: string, least: number): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (text) => (splitNames(text).length >= least ? undefined : { message: vscode.l10n.t('At least {0}.', least), severity: vscode.InputBoxValidationSeverity.Info }),
  });
}

function defaultAddress(title: string): { readonly defaultUri?: vscode.Uri } {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'comparison';
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}.md`) };
}

/** The library hears of the file a moment later; outside its folders it never does, and then the text alone stays open. */
async function showOnceKnown(library: Library, uri: vscode.Uri): Promise<void> {
  const show = () => {
    const note = library.noteAt(uri);
    if (note === undefined) return false;
    void vscode.commands.executeCommand(compareCommand, note.id, undefined, { beside: true });
    return true;
  };
  if (show()) return;
  const waiting = vscode.Disposable.from(
    library.onDidChange(() => {
      if (show()) waiting.dispose();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.uri.toString() === uri.toString()) waiting.dispose();
    }),
  );
  await Promise.resolve();
}
