import * as vscode from 'vscode';
import type { ReviewFiles } from './reviewFiles';
import { segmentedFiles } from './reviewWholeFiles';

/** Logs through `workspace.fs`, which can neither append nor sync: every change is a new file that then replaces an old one. */
export function segmentReviewFiles(folder: vscode.Uri): ReviewFiles {
  const { fs } = vscode.workspace;
  const uri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return segmentedFiles({
    async list() {
      try {
        const entries = await fs.readDirectory(folder);
        const names = entries.flatMap(([name, type]) => (type & vscode.FileType.File && name.endsWith('.jsonl') ? [name] : []));
        return await Promise.all(
          names.map(async (name) => {
            const { size, mtime } = await fs.stat(uri(name));
            return { name, size, changed: mtime };
          }),
        );
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async read(name) {
      return await fs.readFile(uri(name));
    },
    async write(name, bytes) {
      await fs.writeFile(uri(name), bytes);
    },
    async delete(name) {
      try {
        await fs.delete(uri(name), { useTrash: false });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
