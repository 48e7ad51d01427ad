import * as vscode from 'vscode';
import { namesInModuleAt } from '../../core/python/namesAt';
import type { PythonName } from '../../core/python/pythonName';
import type { PythonDocuments } from './pythonDocuments';

/** What the word under the cursor of the active editor stands for, best first; `undefined` where there is none, after saying so. */
export async function symbolAtCursor(documents: PythonDocuments): Promise<readonly PythonName[] | undefined> {
  const editor = vscode.window.activeTextEditor;
  const running = new vscode.CancellationTokenSource();
  const module = editor?.document.languageId === 'python' ? await documents.moduleOfAny(editor.document, running.token) : undefined;
  const names = editor && module ? namesInModuleAt(module, editor.document.offsetAt(editor.selection.start)) : [];
  if (names.length > 0) return names;
  void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a keyword, a builtin or an imported name of a Python file first.'));
  return undefined;
}
