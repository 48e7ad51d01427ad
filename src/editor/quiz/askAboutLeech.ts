import * as vscode from 'vscode';
import type { KeyPick } from '../keyPick';
import type { PreparedCard } from './preparedCard';

/** A card that keeps slipping is usually badly written: better to mend it than to repeat it. `paused`: the user left the quiz. */
export async function askAboutLeech({ content }: PreparedCard, place: string, lapses: number, pick: KeyPick): Promise<'goOn' | 'edit' | 'suspend' | 'paused'> {
  const reply = await pick.ask<'goOn' | 'edit' | 'suspend'>({
    title: place,
    prompt: vscode.l10n.t('Forgotten {0} times: {1}', lapses, content.front),
    placeholder: vscode.l10n.t('Such a question is often too long, unclear, or like another one'),
    choices: [
      { value: 'goOn', label: vscode.l10n.t('Go on'), number: 1 },
      { value: 'edit', label: vscode.l10n.t('Edit this card'), description: vscode.l10n.t('rewrite or split it; the quiz waits'), number: 2 },
      { value: 'suspend', label: vscode.l10n.t('Suspend it'), description: vscode.l10n.t('until you resume it'), number: 3 },
    ],
    buttons: [],
  });
  return reply.type === 'chosen' ? (reply.values[0] ?? 'goOn') : 'paused';
}
