import * as vscode from 'vscode';
import { Scheduler } from '../../core/review/scheduler';
import { movedCards, rescheduleEvents, type MovedCard } from './movedCards';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';
import { reviewSettings } from './reviewSettings';

/** More rows than this nobody reads. */
const mostRows = 300;
const day = 86_400_000;

/** Shows which questions the present settings would put on another day, and moves them if that is wanted: one action for undo. */
export async function reschedule(reviews: Reviews, library: Library, now: () => number): Promise<void> {
  const cards = library.index.cards().map(({ id }) => id);
  const moves = movedCards(cards, (card) => reviews.stateOf(card), new Scheduler(reviewSettings()), now());
  if (moves.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every question is where your settings put it.'));
    return;
  }
  const later = moves.filter(({ from, to }) => to > from).length;
  const overdue = moves.filter(({ from, to }) => to <= now() && from > now()).length;
  const move = { label: `$(check) ${vscode.l10n.t('Move {0} questions', moves.length)}`, description: vscode.l10n.t('undo takes it back'), moves: true };
  const items: (vscode.QuickPickItem & { moves?: true })[] = [
    { ...move, moves: true },
    { label: vscode.l10n.t('Leave everything as it is') },
    { label: vscode.l10n.t('What would move'), kind: vscode.QuickPickItemKind.Separator },
    ...moves.slice(0, mostRows).map((moved) => rowOf(moved, library)),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Reschedule: {0} sooner, {1} later', moves.length - later, later),
    placeHolder: overdue > 0 ? vscode.l10n.t('{0} of them would be due at once', overdue) : vscode.l10n.t('None of them would be due at once'),
    matchOnDescription: true,
  });
  if (!picked?.moves) return;
  await reviews.record(...rescheduleEvents(moves, now()));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Moved {0} questions.', moves.length), 5000);
}

function rowOf({ card, from, to }: MovedCard, { index }: Library): vscode.QuickPickItem {
  const date = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' });
  const days = Math.round((to - from) / day);
  const sign = new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit: 'day', unitDisplay: 'long', signDisplay: 'always' });
  return { label: plainText(index.card(card)?.card.front ?? card), description: `${date.format(from)} → ${date.format(to)} (${sign.format(days)})` };
}
