import * as vscode from 'vscode';
import type { KeyButton } from '../keyPick';
import type { PreparedCard } from './preparedCard';

/** Leaves the present question unanswered. `setAside` takes it out of this quiz. */
export type Interruption =
  | { readonly type: 'paused' | 'openNote' | 'edit' | 'undo' }
  | { readonly type: 'setAside'; readonly how: 'suspend' | 'bury' };

export interface ButtonState {
  readonly prepared: PreparedCard;
  readonly canUndo: boolean;
  readonly isFlagged: boolean;
  /** Absent where a hint makes no sense any more. */
  readonly withHint?: boolean;
}

export function cardButtons({ prepared, canUndo, isFlagged, withHint }: ButtonState): KeyButton[] {
  const buttons: (KeyButton | false)[] = [
    withHint === false && prepared.hintHtml !== '' && { key: 'h', icon: 'lightbulb', tooltip: vscode.l10n.t('Hint') },
    canUndo && { key: 'u', icon: 'discard', tooltip: vscode.l10n.t('Undo the last answer') },
    { key: 'o', icon: 'book', tooltip: vscode.l10n.t('Open the note (pauses the quiz)') },
    { key: 'e', icon: 'edit', tooltip: vscode.l10n.t('Edit this card (pauses the quiz)') },
    { key: 'f', icon: 'flag', tooltip: isFlagged ? vscode.l10n.t('Remove the flag') : vscode.l10n.t('Flag'), isOn: isFlagged },
    { key: 'b', icon: 'eye-closed', tooltip: vscode.l10n.t('Bury: not today any more') },
    { key: 's', icon: 'circle-slash', tooltip: vscode.l10n.t('Suspend: not until resumed') },
  ];
  return buttons.filter((button) => button !== false);
}

/** What a key or a closed pick means, apart from hint and flag, which stay with the question. */
export function interruptionBy(key: string | undefined): Interruption {
  switch (key) {
    case 'o':
      return { type: 'openNote' };
    case 'e':
      return { type: 'edit' };
    case 'u':
      return { type: 'undo' };
    case 'b':
      return { type: 'setAside', how: 'bury' };
    case 's':
      return { type: 'setAside', how: 'suspend' };
    default:
      return { type: 'paused' };
  }
}
