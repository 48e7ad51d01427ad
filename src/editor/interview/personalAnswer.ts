import * as vscode from 'vscode';
import { answerSection, newAnswersNote } from '../../core/interview/personalAnswer';
import type { Question } from '../../core/interview/interview';
import type { Library } from '../library/library';
import { plainText } from '../plainText';

/** Keeps an answer in a note of the user's: one that has the tag already, else a new file where the user chooses. Opens it for polishing. */
export async function keepPersonalAnswer(question: Question, answer: string, library: Library): Promise<void> {
  const own = library.index.notes().filter((note) => note.tags.includes('personal-answers') && library.uriOf(note).scheme !== 'interview-study');
  const fresh: vscode.QuickPickItem & { readonly uri?: vscode.Uri } = { label: `$(new-file) ${vscode.l10n.t('New note…')}` };
  const known = own.map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join(' / ')), uri: library.uriOf(note) }));
  const picked = known.length === 0 ? fresh : await vscode.window.showQuickPick([...known, fresh], { title: vscode.l10n.t('Keep as my answer'), placeHolder: vscode.l10n.t('Choose a note of yours'), ignoreFocusOut: true });
  if (!picked) return;
  const uri = picked.uri ?? (await newFile());
  if (!uri) return;
  if (picked.uri) await append(uri, answerSection(question.front, answer));
  else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(newAnswersNote(vscode.l10n.t('My answers'), question.front, answer)));
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

async function append(uri: vscode.Uri, section: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, end, `${document.getText().endsWith('\n') ? '' : '\n'}\n${section}`);
  const wasSaved = !document.isDirty;
  if ((await vscode.workspace.applyEdit(edit)) && wasSaved) await document.save();
}

function newFile(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({ title: vscode.l10n.t('Keep as my answer'), filters: { Markdown: ['md'] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'my-answers.md') }) });
}
