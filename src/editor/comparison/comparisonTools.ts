import type * as vscode from 'vscode';
import type { Library } from '../library/library';

export const comparisonPanelType = 'interviewStudy.comparison';

export interface ComparisonTools {
  readonly extensionUri: vscode.Uri;
  readonly library: Library;
}
