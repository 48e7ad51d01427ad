import * as vscode from 'vscode';
import type { HistoryItem } from '../../core/review/reviewHistory';
import type { EventKind, Rating } from '../../core/review/reviewEvent';
import { isNoteArgument } from '../commands';
import { describeInterval } from '../describeInterval';
import { gradeLabel } from '../gradeLabel';
import { KeyPick } from '../keyPick';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';

type ReviewItem = vscode.QuickPickItem & { readonly review?: { readonly id: string; readonly rating: Rating } };

/** Everything that happened to a card, latest first; choosing an answer edits its grade. `argument`: a row of the tree, else the user chooses a card. */
export async function showCardHistory(argument: unknown, reviews: Reviews, library: Library, edited: (write: Promise<void>) => Promise<void>): Promise<void> {
  const card = isNoteArgument(argument) ? argument.card?.id : await askCard(reviews, library);
  const found = card === undefined ? undefined : library.index.card(card);
  if (!found) return;
  for (;;) {
    const items = [...reviews.history(found.card.id)].reverse().flatMap((item) => rowOf(item));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(plainText(vscode.l10n.t('“{0}” has not been asked yet.', found.card.front)));
      return;
    }
    const picked = await vscode.window.showQuickPick(items, { title: plainText(found.card.front), placeHolder: vscode.l10n.t('Choose an answer to edit its grade') });
    if (!picked) return;
    if (!picked.review) continue;
    const rating = await askRating(picked);
    if (rating !== undefined && rating !== picked.review.rating) await edited(reviews.regrade(picked.review.id, rating));
  }
}

async function askCard(reviews: Reviews, library: Library): Promise<string | undefined> {
  const items = library.index
    .notes()
    .flatMap((note) => note.cards.map(({ id, front }) => ({ label: plainText(front), description: plainText(note.title), id, state: reviews.stateOf(id) })))
    .filter(({ state }) => state !== undefined)
    .sort((one, other) => (other.state?.lastReview ?? 0) - (one.state?.lastReview ?? 0));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No question has been asked yet.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('History of a card'), placeHolder: vscode.l10n.t('Which question? The latest are first'), matchOnDescription: true });
  return picked?.id;
}

async function askRating({ review, label }: ReviewItem): Promise<Rating | undefined> {
  const ratings: readonly Rating[] = [1, 2, 3, 4];
  const pick = new KeyPick();
  try {
    const reply = await pick.ask<Rating>({
      title: vscode.l10n.t('Edit the grade: {0}', label),
      placeholder: vscode.l10n.t('How well did you know it? Press 1 to 4'),
      choices: ratings.map((rating) => ({ value: rating, label: gradeLabel(rating), description: rating === review?.rating ? vscode.l10n.t('as it is') : undefined, number: rating })),
      suggested: review?.rating,
      buttons: [],
    });
    return reply.type === 'chosen' ? reply.values[0] : undefined;
  } finally {
    pick.dispose();
  }
}

function rowOf({ event, effective, active, regrade }: HistoryItem): ReviewItem[] {
  const when = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(effective);
  const undone = active ? undefined : vscode.l10n.t('undone');
  switch (event.kind) {
    case 'review': {
      const rating = regrade?.rating ?? event.rating;
      const label = regrade && regrade.rating !== event.rating ? vscode.l10n.t('{0} (was {1})', gradeLabel(rating), gradeLabel(event.rating)) : gradeLabel(rating);
      const again = vscode.l10n.t('again after {0}', describeInterval(regrade?.interval ?? event.interval));
      return [{ label, description: details(when, again, answeredIn(event.duration), undone), review: active ? { id: event.id, rating } : undefined }];
    }
    case 'cram':
    case 'mock': {
      const label = event.rating === undefined ? vscode.l10n.t('Passed over') : gradeLabel(event.rating);
      const where = event.kind === 'mock' ? vscode.l10n.t('mock interview') : vscode.l10n.t('practice');
      return [{ label, description: details(when, where, answeredIn(event.duration), undone) }];
    }
    default: {
      const label = kindLabel(event.kind);
      return label === undefined ? [] : [{ label, description: details(when, undone) }];
    }
  }
}

function details(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function answeredIn(duration: number | undefined): string | undefined {
  if (duration === undefined) return undefined;
  return new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit: 'second', maximumFractionDigits: 0 }).format(duration / 1000);
}

/** `undefined` for what a person did not do to this card on purpose. */
function kindLabel(kind: EventKind): string | undefined {
  switch (kind) {
    case 'suspend':
      return vscode.l10n.t('Suspended');
    case 'unsuspend':
      return vscode.l10n.t('Resumed');
    case 'bury':
      return vscode.l10n.t('Buried until the next day');
    case 'unbury':
      return vscode.l10n.t('No longer buried');
    case 'flag':
      return vscode.l10n.t('Flagged');
    case 'unflag':
      return vscode.l10n.t('Flag removed');
    case 'shift':
    case 'reschedule':
      return vscode.l10n.t('Rescheduled');
    case 'link':
      return vscode.l10n.t('Continues another card');
    default:
      return undefined;
  }
}
