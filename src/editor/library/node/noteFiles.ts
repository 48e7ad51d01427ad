import * as vscode from 'vscode';
import type { NoteFiles } from '../noteFiles';
import { slices } from '../../slices';
import { listMarkdownFiles, readEachFile } from './markdownFiles';

/** Notes on this machine, through Node. */
export const nodeNoteFiles: NoteFiles = {
  async list(folder, options) {
    // Links may lead anywhere, so those of a folder that somebody else made are not followed before its reader trusts it.
    const listed = await listMarkdownFiles(folder.fsPath, { ...options, followLinks: vscode.workspace.isTrusted });
    const pause = slices();
    const found = [];
    for (const file of listed) {
      const turn = pause();
      if (turn) await turn;
      found.push({ ...file, uri: vscode.Uri.joinPath(folder, file.path) });
    }
    return found;
  },
  readEach: (files, visit, signal) => readEachFile(files, ({ uri }) => uri.fsPath, visit, signal),
};
