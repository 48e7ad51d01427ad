import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { noteFolders, type NoteFolderSetting } from '../library/noteSources';
import { plainText } from '../plainText';

/** Adds a folder to the note folders and says what was found in it. */
export async function addNoteFolder(library: Library): Promise<void> {
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: vscode.l10n.t('Use these notes') })) ?? [];
  if (!folder) return;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder);
  const path = workspaceFolder ? vscode.workspace.asRelativePath(folder, false) : folder.fsPath;
  const setting: NoteFolderSetting = { path, name: freeName(folder.path.split('/').at(-1) ?? 'notes') };
  const target = workspaceFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const configuration = vscode.workspace.getConfiguration('interviewStudy');
  const values = configuration.inspect<NoteFolderSetting[]>('noteFolders');
  const present = (workspaceFolder ? values?.workspaceValue : values?.globalValue) ?? [];

  const changed = nextChange(library);
  await configuration.update('noteFolders', [...present, setting], target);
  await changed;
  const notes = [...library.index.notes()].filter((note) => note.id.startsWith(`${setting.name}:`));
  const cards = notes.reduce((sum, note) => sum + note.cards.length, 0);
  const topics = new Set(notes.map((note) => note.topic.join('/'))).size;
  void vscode.window.showInformationMessage(plainText(vscode.l10n.t('{0}: {1} notes, {2} topics, {3} questions.', setting.name, notes.length, topics, cards)));
}

function freeName(wanted: string): string {
  const taken = new Set(noteFolders().map(({ root }) => root));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  return name;
}

function nextChange(library: Library): Promise<void> {
  return new Promise((resolve) => {
    const subscription = library.onDidChange(() => {
      subscription.dispose();
      resolve();
    });
  });
}
