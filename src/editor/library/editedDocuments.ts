import * as vscode from 'vscode';

/** Texts of documents with unsaved changes, by address. Without such changes the disk is right, also about a file that is gone. */
export function editedDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  return new Map(vscode.workspace.textDocuments.filter((document) => document.isDirty && !document.isClosed).map((document) => [document.uri.toString(), document]));
}
