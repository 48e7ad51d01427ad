import * as vscode from 'vscode';
import type { RecordFiles } from '../../core/interview/recordStore';

export function recordFiles(folder: vscode.Uri): RecordFiles {
  const { fs } = vscode.workspace;
  const uri = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    async list() {
      try {
        return (await fs.readDirectory(folder)).flatMap(([name, type]) => (type & vscode.FileType.File ? [name] : []));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async read(name) {
      return new TextDecoder().decode(await fs.readFile(uri(name)));
    },
    async write(name, text) {
      await fs.writeFile(uri(name), new TextEncoder().encode(text));
    },
    async delete(name) {
      try {
        await fs.delete(uri(name), { useTrash: false });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
