import * as vscode from 'vscode';

/** The folder that the user chose for reviews. `undefined`: they are in VS Code's own storage for this extension. No workspace may decide it. */
export function chosenReviewFolder(): vscode.Uri | undefined {
  const path = vscode.workspace.getConfiguration('interviewStudy').inspect<string>('reviewFolder')?.globalValue ?? '';
  return path === '' ? undefined : vscode.Uri.file(path);
}
