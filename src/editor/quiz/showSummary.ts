import * as vscode from 'vscode';
import { resultOf, type QuizSession } from '../../core/quiz/quizSession';
import type { Library } from '../library/library';
import { openNoteCommand } from '../commands';
import { plainText } from '../plainText';

/** What came of the quiz, and what to do next. Resolves to card ids that are to be asked again. */
export async function showSummary(session: QuizSession, library: Library): Promise<readonly string[]> {
  const { asked, known, missed } = resultOf(session);
  const again = missed.length === 1 ? vscode.l10n.t('Again: the one you missed') : vscode.l10n.t('Again: the {0} you missed', missed.length);
  const items: (vscode.QuickPickItem & { again?: true; card?: string })[] = [{ label: `$(check) ${vscode.l10n.t('Done')}` }];
  if (missed.length > 0) items.push({ label: `$(refresh) ${again}`, again: true }, { label: vscode.l10n.t('Missed'), kind: vscode.QuickPickItemKind.Separator });
  for (const id of missed) {
    const found = library.index.card(id);
    if (found) items.push({ label: plainText(found.card.front), description: plainText(found.note.title), card: id });
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Quiz finished: {0} of {1} known at once', known, asked),
    placeHolder: missed.length > 0 ? vscode.l10n.t('Choose a question to read its note') : vscode.l10n.t('Every answer is saved'),
    ignoreFocusOut: true,
  });
  if (picked?.again) return missed;
  const found = picked?.card === undefined ? undefined : library.index.card(picked.card);
  if (found) await vscode.commands.executeCommand(openNoteCommand, found.note.id, found.card.anchor);
  return [];
}
