import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InterviewStudy } from '../../src/extension';

/** The running extension, once it has read all notes. */
export async function interviewStudy(): Promise<InterviewStudy> {
  const extension = vscode.extensions.getExtension<InterviewStudy>('interview-study.interview-study');
  assert.ok(extension, 'the extension is not installed');
  const study = await extension.activate();
  await study.library.ready;
  await study.reviews.ready;
  return study;
}

/** Resolves once the condition holds, which is asked for after every change of the library. */
export function onceInLibrary(study: InterviewStudy, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = study.library.onDidChange(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}

/** An address in the open sample project. */
export function inProject(...path: string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export async function writeNote(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Resolves with the diagnostics of the file as soon as there are any. */
export function diagnosticsOf(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  const present = vscode.languages.getDiagnostics(uri);
  if (present.length > 0) return Promise.resolve(present);
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      const found = vscode.languages.getDiagnostics(uri);
      if (found.length === 0) return;
      subscription.dispose();
      resolve(found);
    });
  });
}
