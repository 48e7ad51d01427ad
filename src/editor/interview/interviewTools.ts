import type * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';

export const interviewPanelType = 'interviewStudy.interview';

export interface InterviewTools {
  readonly extensionUri: vscode.Uri;
  readonly library: Library;
  readonly reviews: Reviews;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Folder for the records of interviews. */
  readonly storage: vscode.Uri;
}
