import * as vscode from 'vscode';
import type { CheckpointFile } from './checkpointFile';

/** A checkpoint through `workspace.fs`. */
export function workspaceCheckpointFile(uri: vscode.Uri): CheckpointFile {
  const { fs } = vscode.workspace;
  return {
    async read() {
      try {
        return await fs.readFile(uri);
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    async write(bytes) {
      const written = uri.with({ path: `${uri.path}.${crypto.randomUUID()}` });
      await fs.writeFile(written, bytes);
      await fs.rename(written, uri, { overwrite: true });
    },
  };
}
