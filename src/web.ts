import type * as vscode from 'vscode';
import { segmentReviewFiles } from './editor/library/reviewSegments';
import { workspaceCheckpointFile } from './editor/library/workspaceCheckpointFile';
import { workspaceNoteFiles } from './editor/library/workspaceNoteFiles';
import { activate as start, type InterviewStudy } from './extension';

export function activate(context: vscode.ExtensionContext): InterviewStudy {
  return start(context, { noteFiles: workspaceNoteFiles, host: 'browser', reviewFiles: segmentReviewFiles, checkpointFile: workspaceCheckpointFile });
}
