import * as vscode from 'vscode';
import type { NoteFiles } from '../noteFiles';
import { listMarkdownFiles, readEachFile } from './markdownFiles';

/** Notes on this machine, through Node. */
export const nodeNoteFiles: NoteFiles = {
  async list(folder) {
    return (await listMarkdownFiles(folder.fsPath)).map((path) => ({ path, uri: vscode.Uri.joinPath(folder, path) }));
  },
  readEach: (files, visit, signal) => readEachFile(files, ({ uri }) => uri.fsPath, visit, signal),
};
