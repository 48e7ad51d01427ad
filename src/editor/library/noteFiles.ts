import type * as vscode from 'vscode';
import type { FileText } from './decodeNote';

export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Relative to the listed folder, with `/`. */
  readonly path: string;
  /** As in `FileText`, where it was wished for. */
  readonly stamp?: number;
}

export interface ListOptions {
  /** Whether to look at each file's time and size, too. */
  readonly stamps?: boolean;
  /** Files that changed at this time (ms UTC) or later get no stamp: two changes within one tick of a disk's clock look like one. */
  readonly settledBefore?: number;
}

/** How notes are listed and read. One way uses Node's files, the other `workspace.fs`; both keep the extension host responsive. */
export interface NoteFiles {
  /** Markdown files below the folder, without dot folders and `node_modules`. An absent folder has none. */
  list(folder: vscode.Uri, options?: ListOptions): Promise<readonly FoundFile[]>;
  /** Calls `visit` once for each file, in order. A file that vanished is left out. Stops early once `signal` is aborted. */
  readEach<File extends { readonly uri: vscode.Uri }>(files: readonly File[], visit: (file: File, content: FileText) => void, signal?: AbortSignal): Promise<void>;
}

/** Folders that never hold a person's notes. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Links may form loops; no real collection is nested deeper. */
export const maxFolderDepth = 40;
