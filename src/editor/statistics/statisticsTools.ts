import type * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';

export const statisticsPanelType = 'interviewStudy.statistics';

export interface StatisticsTools {
  readonly extensionUri: vscode.Uri;
  readonly library: Library;
  readonly reviews: Reviews;
}
