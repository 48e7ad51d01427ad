import * as vscode from 'vscode';
import { decodeNote, maxNoteBytes, stampOf, unreadable, type FileText } from './decodeNote';
import { isSkippedFolder, maxFolderDepth, type FoundFile, type NoteFiles } from './noteFiles';

const readsAtOnce = 32;

/** Notes through `workspace.fs`: for remote and virtual folders, and in the browser. */
export const workspaceNoteFiles: NoteFiles = {
  async list(folder, { stamps = false, settledBefore = Infinity } = {}) {
    const found: FoundFile[] = [];
    const visit = async (uri: vscode.Uri, prefix: string, depth: number): Promise<void> => {
      const entries = await vscode.workspace.fs.readDirectory(uri).then((all) => all, () => []);
      const files: FoundFile[] = [];
      for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        const child = vscode.Uri.joinPath(uri, name);
        if (type & vscode.FileType.Directory) {
          if (!isSkippedFolder(name) && depth < maxFolderDepth) await visit(child, `${prefix}${name}/`, depth + 1);
        } else if (name.endsWith('.md')) files.push({ uri: child, path: prefix + name });
      }
      for (let next = 0; next < files.length; next += readsAtOnce) {
        const batch = files.slice(next, next + readsAtOnce);
        found.push(...(stamps ? await Promise.all(batch.map((file) => stamped(file, settledBefore))) : batch));
      }
    };
    await visit(folder, '', 0);
    return found;
  },

  async readEach(files, visit, signal) {
    for (let next = 0; next < files.length && !signal?.aborted; next += readsAtOnce) {
      const batch = files.slice(next, next + readsAtOnce);
      const contents = await Promise.all(batch.map((file) => readOne(file.uri)));
      batch.forEach((file, i) => {
        const content = contents[i];
        if (content) visit(file, content);
      });
    }
  },
};

async function stamped(file: FoundFile, settledBefore: number): Promise<FoundFile> {
  const found = await vscode.workspace.fs.stat(file.uri).then((stat) => stat, () => undefined);
  return found && found.mtime < settledBefore ? { ...file, stamp: stampOf(found.mtime, found.size) } : file;
}

async function readOne(uri: vscode.Uri): Promise<FileText | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const stamp = stampOf(mtime, size);
    return size > maxNoteBytes ? { problem: { kind: 'large', bytes: size }, stamp } : decodeNote(await vscode.workspace.fs.readFile(uri), stamp);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    return unreadable(error);
  }
}
