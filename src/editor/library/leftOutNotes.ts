import * as vscode from 'vscode';

/** Globs of the setting `interviewStudy.excludeNotes`, relative to each note folder. */
export function leftOutGlobs(): readonly string[] {
  const globs: unknown = vscode.workspace.getConfiguration('interviewStudy').get('excludeNotes');
  return Array.isArray(globs) ? globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '').slice(0, mostGlobs) : [];
}

/** Whether one of the globs names this file. VS Code matches them itself, so that they mean the same as in its other settings. */
export function isLeftOut(uri: vscode.Uri, folder: vscode.Uri, globs: readonly string[]): boolean {
  // Of a document `match` reads these two properties; it is the only way to ask VS Code about a glob without searching the disk.
  const document = { uri, languageId: 'markdown' } as vscode.TextDocument;
  return globs.some((glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0);
}

const mostGlobs = 100;
