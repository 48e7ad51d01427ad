import * as vscode from 'vscode';
import { decodeNote, maxNoteBytes, stampOf, unreadable, type FileText } from './decodeNote';
import { isSkippedFolder, maxFolderDepth, type FoundFile, type NoteFiles } from './noteFiles';

const readsAtOnce = 32;

/** Notes through `workspace.fs`: for remote and virtual folders, and in the browser. */
export const workspaceNoteFiles: NoteFiles = {
  async list(folder, { stamps = false } = {}) {
    const found: FoundFile[] = [];
    const visit = async (uri: vscode.Uri, prefix: string, depth: number): Promise<void> => {
      const entries = await vscode.workspace.fs.readDirectory(uri).then((all) => all, () => []);
      for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        const child = vscode.Uri.joinPath(uri, name);
        if (type & vscode.FileType.Directory) {
          if (!isSkippedFolder(name) && depth < maxFolderDepth) await visit(child, `${prefix}${name}/`, depth + 1);
        } else if (name.endsWith('.md')) {
          found.push({ uri: child, path: prefix + name, ...(stamps && (await stampAt(child))) });
        }
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

async function stampAt(uri: vscode.Uri): Promise<{ readonly stamp: number } | undefined> {
  return vscode.workspace.fs.stat(uri).then(({ mtime, size }) => ({ stamp: stampOf(mtime, size) }), () => undefined);
}

async function readOne(uri: vscode.Uri): Promise<FileText | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const content: FileText = size > maxNoteBytes ? { problem: { kind: 'large', bytes: size } } : decodeNote(await vscode.workspace.fs.readFile(uri));
    return { ...content, stamp: stampOf(mtime, size) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    return unreadable(error);
  }
}
