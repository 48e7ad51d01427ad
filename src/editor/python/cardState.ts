import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Reviews } from '../library/reviews';
import type { StateOf } from './noteHover';

/** What a hover says about a note's cards: `2 due, recall 81%`. `undefined` while none of them was ever answered: their number stands on the quiz button. */
export function cardState(reviews: Reviews): StateOf {
  return ({ cards }: Note) => {
    const due = cards.filter(({ id }) => reviews.isDue(id)).length;
    const recalls = cards.flatMap(({ id }) => reviews.recallOf(id) ?? []);
    if (recalls.length === 0) return undefined;
    const recall = new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(recalls.reduce((sum, one) => sum + one, 0) / recalls.length);
    return due > 0 ? vscode.l10n.t('{0} due, recall {1}', due, recall) : vscode.l10n.t('recall {0}', recall);
  };
}
