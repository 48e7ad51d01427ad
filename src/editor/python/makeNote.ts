import * as vscode from 'vscode';
import { noteFolders } from '../library/noteSources';

/** Opens a new note about a name, to be written and saved: in the first note folder there is, else wherever its author saves it. */
export async function makeNote(name: string): Promise<void> {
  const text = noteAbout(name);
  const [folder] = noteFolders();
  const path = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'note';
  if (!folder) {
    beginAt(await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text })));
    return;
  }
  const target = vscode.Uri.joinPath(folder.folder, `${path}.md`);
  const exists = await vscode.workspace.fs.stat(target).then(() => true, () => false);
  const editor = await vscode.window.showTextDocument(exists ? target : target.with({ scheme: 'untitled' }));
  if (exists) return;
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  beginAt(editor);
}

/** Puts the cursor where the gist is to be written, below the title. */
function beginAt(editor: vscode.TextEditor): void {
  const line = editor.document.getText().split('\n').findIndex((text) => text.startsWith('# ')) + 2;
  editor.selection = new vscode.Selection(line, 0, line, 0);
}

/** Names hold letters, digits and Python's own marks, none of which ends a quoted text of YAML. */
function noteAbout(name: string): string {
  const topic = /^[\p{L}_]\w*(?=\.)/u.exec(name)?.[0] ?? 'python';
  const question = vscode.l10n.t('What does {0} do?', `\`${name}\``);
  return `---\ntitle: "${name}"\ntopic: ${topic}\nhover: ["${name}"]\n---\n# ${name}\n\n\n\n## ${question}\n\n\n`;
}
