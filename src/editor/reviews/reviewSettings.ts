import * as vscode from 'vscode';
import { defaultReviewSettings, type ReviewSettings } from '../library/reviews';

/** How reviews are scheduled, by the user's settings and the machine's time zone. */
export function reviewSettings(): ReviewSettings {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  return {
    ...defaultReviewSettings,
    retention: settings.get('desiredRetention', defaultReviewSettings.retention),
    dayStart: settings.get('dayStart', defaultReviewSettings.dayStart),
    newPerDay: settings.get('newCardsPerDay', defaultReviewSettings.newPerDay),
    reviewsPerDay: settings.get('reviewsPerDay', defaultReviewSettings.reviewsPerDay),
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
