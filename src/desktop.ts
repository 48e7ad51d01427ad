import { hostname } from 'node:os';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { nodeCheckpointFile } from './editor/library/node/checkpointFile';
import { localDisk } from './editor/library/node/markdownFiles';
import { nodeNoteCache } from './editor/library/node/noteCache';
import { nodeNoteFiles } from './editor/library/node/noteFiles';
import { nodeReviewFiles } from './editor/library/node/reviewFiles';
import type { NoteCache } from './editor/library/noteCache';
import type { NoteFiles } from './editor/library/noteFiles';
import { segmentReviewFiles } from './editor/library/reviewSegments';
import { workspaceCheckpointFile } from './editor/library/workspaceCheckpointFile';
import { workspaceNoteFiles } from './editor/library/workspaceNoteFiles';
import { activate as start, type InterviewStudy } from './extension';

/** Files of this machine through Node, everything else (remote, virtual) through VS Code. */
const noteFiles: NoteFiles = {
  list: (folder, options) => way(folder).list(folder, options),
  async readEach(files, visit, signal) {
    const local = files.filter(({ uri }) => uri.scheme === 'file');
    await nodeNoteFiles.readEach(local, visit, signal);
    if (local.length < files.length) await workspaceNoteFiles.readEach(files.filter(({ uri }) => uri.scheme !== 'file'), visit, signal);
  },
};

function way(folder: vscode.Uri): NoteFiles {
  return folder.scheme === 'file' ? nodeNoteFiles : workspaceNoteFiles;
}

function noteCache({ globalStorageUri, extension }: vscode.ExtensionContext): NoteCache | undefined {
  if (globalStorageUri.scheme !== 'file') return undefined;
  const { version } = extension.packageJSON as { readonly version: string };
  // While the extension is developed its code changes and its version does not.
  return nodeNoteCache(join(globalStorageUri.fsPath, 'notes'), () => `${version} ${localDisk.stat(__filename).stamp}`);
}

export function activate(context: vscode.ExtensionContext): InterviewStudy {
  return start(context, {
    noteFiles,
    noteCache: noteCache(context),
    host: hostname(),
    reviewFiles: (folder) => (folder.scheme === 'file' ? nodeReviewFiles(folder.fsPath) : segmentReviewFiles(folder)),
    checkpointFile: (uri) => (uri.scheme === 'file' ? nodeCheckpointFile(uri.fsPath) : workspaceCheckpointFile(uri)),
  });
}
