import * as vscode from 'vscode';
import { defaultReviewSettings, type ReviewSettings } from '../library/reviews';

/** How reviews are scheduled, by the user's settings and the machine's time zone. */
export function reviewSettings(): ReviewSettings {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  const parameters = settings.get<unknown>('fsrsParameters', []);
  let zone: string | undefined;
  const weights = Array.isArray(parameters) ? parameters.filter((weight): weight is number => typeof weight === 'number') : [];
  return {
    ...defaultReviewSettings,
    ...(weights.length > 0 && { weights }),
    retention: settings.get('desiredRetention', defaultReviewSettings.retention),
    dayStart: settings.get('dayStart', defaultReviewSettings.dayStart),
    newPerDay: settings.get('newCardsPerDay', defaultReviewSettings.newPerDay),
    reviewsPerDay: settings.get('reviewsPerDay', defaultReviewSettings.reviewsPerDay),
    // Asked for when it is needed: waking up Intl would make VS Code's start wait.
    get tz() {
      return (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
    },
  };
}
