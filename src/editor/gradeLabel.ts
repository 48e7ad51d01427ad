import * as vscode from 'vscode';
import type { Rating } from '../core/review/reviewEvent';

export function gradeLabel(rating: Rating): string {
  switch (rating) {
    case 1:
      return vscode.l10n.t('Again');
    case 2:
      return vscode.l10n.t('Hard');
    case 3:
      return vscode.l10n.t('Good');
    case 4:
      return vscode.l10n.t('Easy');
  }
}
