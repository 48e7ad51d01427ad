import * as vscode from 'vscode';
import { folderReport, type FolderReport, type LeftOut, type ReadTwice } from '../../core/authoring/folderReport';
import { notePlace } from '../../core/notes/notePlace';
import { parseNote } from '../../core/notes/parseNote';
import type { Library } from '../library/library';
import { noteFolders, type NoteFolderSetting } from '../library/noteSources';
import { plainText } from '../plainText';

/** Adds a folder to the note folders, says what was found in it and what was not taken, and offers to read its headings as questions. */
export async function addNoteFolder(library: Library): Promise<void> {
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: vscode.l10n.t('Use these notes') })) ?? [];
  if (folder) await useFolder(library, folder);
}

export async function useFolder(library: Library, folder: vscode.Uri): Promise<void> {
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  const known = noteFolders().find((source) => source.folder.toString() === folder.toString());
  const name = known?.root ?? freeName(folder.path.split('/').at(-1) ?? 'notes');
  const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const path = isInWorkspace ? vscode.workspace.asRelativePath(folder, false) : folder.fsPath;
  const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading notes…') }, async () => {
    if (!known) await changeFolders(library, target, (present) => [...present, { path, name }]);
    return folderReport(await readTwice(library, name));
  });
  await tell(library, name, report, () => changeFolders(library, target, (present) => present.map((setting) => (setting.path === path ? { ...setting, headings: true } : setting))));
}

async function tell(library: Library, name: string, report: FolderReport, useHeadings: () => Promise<void>): Promise<void> {
  const found = plainText(vscode.l10n.t('{0}: {1} notes, {2} topics, {3} questions.', name, report.notes, report.topics, report.cards));
  const headings = vscode.l10n.t('Use headings as questions…');
  const why = vscode.l10n.t('What was left out?');
  const choices = [...(report.headings.count > 0 ? [headings] : []), ...(report.leftOut.length > 0 ? [why] : [])];
  const answer = await vscode.window.showInformationMessage(found, ...choices);
  if (answer === why) await showLeftOut(library, report.leftOut);
  if (answer !== headings) return;
  const use = vscode.l10n.t('Use them');
  const detail = report.headings.examples.map((front) => `• ${front}`).join('\n');
  const agreed = await vscode.window.showInformationMessage(vscode.l10n.t('{0} headings end in a question mark. Are these questions?', report.headings.count), { modal: true, detail }, use);
  if (agreed !== use) return;
  await useHeadings();
  const { notes, topics, cards } = folderReport(await readTwice(library, name));
  void vscode.window.showInformationMessage(plainText(vscode.l10n.t('{0}: {1} notes, {2} topics, {3} questions.', name, notes, topics, cards)));
}

async function showLeftOut(library: Library, leftOut: readonly LeftOut[]): Promise<void> {
  const items = leftOut.map(({ reason, count, example }) => ({ label: reasonText(reason), description: `${count}`, detail: plainText(`${example.note.title}: ${example.text}`), example }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What was left out, with an example to open') });
  if (!picked) return;
  const document = await vscode.workspace.openTextDocument(library.uriOf(picked.example.note));
  const position = document.positionAt(picked.example.at);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

function reasonText(reason: string): string {
  switch (reason) {
    case 'headings':
      return vscode.l10n.t('Headings that ask, in notes that do not say they are for studying');
    case 'question-without-answer':
      return vscode.l10n.t('Questions with nothing below them');
    case 'duplicate-id':
      return vscode.l10n.t('Ids that are used twice');
    case 'duplicate-card':
      return vscode.l10n.t('The same question with the same answer');
    case 'too-many-cards':
      return vscode.l10n.t('More cards than a note may hold');
    case 'bracket-in-cloze':
      return vscode.l10n.t('Brackets that are read as code, not as gaps');
    case 'unreadable':
      return vscode.l10n.t('Files that could not be read');
    default:
      return vscode.l10n.t('Front matter that could not be read');
  }
}

async function readTwice(library: Library, root: string): Promise<readonly ReadTwice[]> {
  const notes = library.index.notes().filter(({ id }) => id.startsWith(`${root}:`));
  const read: ReadTwice[] = [];
  for (const note of notes) {
    const text = await library.textOf(note).catch(() => '');
    const place = notePlace(root, `${note.id.slice(root.length + 1)}.md`);
    read.push({ note, withHeadings: parseNote(place, text, { headings: true }) });
  }
  return read;
}

/** Resolves when the library has read the folders anew. */
async function changeFolders(library: Library, target: vscode.ConfigurationTarget, change: (present: readonly NoteFolderSetting[]) => readonly NoteFolderSetting[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('interviewStudy');
  const values = configuration.inspect<NoteFolderSetting[]>('noteFolders');
  const present = (target === vscode.ConfigurationTarget.Workspace ? values?.workspaceValue : values?.globalValue) ?? [];
  const changed = nextChange(library);
  await configuration.update('noteFolders', change(present), target);
  await changed;
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
