import type * as vscode from 'vscode';
import type { ReviewFiles } from '../library/reviewFiles';

/** Where reviews are, and how files are reached there. */
export interface ReviewPlaces {
  readonly current: vscode.Uri;
  /** VS Code's own storage for the extension, which `current` is unless the user chose a folder. */
  readonly own: vscode.Uri;
  readonly filesIn: (folder: vscode.Uri) => ReviewFiles;
}
