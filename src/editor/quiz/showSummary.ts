import * as vscode from 'vscode';
import { resultOf } from '../../core/quiz/quizSession';
import { openNoteCommand } from '../commands';
import { plainText } from '../plainText';
import { cardsOf } from './quizScope';
import type { QuizTools, Sitting } from './runQuiz';

/** What to do after a quiz: ask these cards again, go on with what else is due, or nothing. */
export type AfterQuiz = { readonly type: 'again'; readonly cards: readonly string[] } | { readonly type: 'more' | 'nothing' };

type SummaryItem = vscode.QuickPickItem & { readonly answer?: AfterQuiz; readonly card?: string; readonly command?: string };

/** What came of the quiz, and what to do next. `saysWhere`: say where reviews are kept, which is done once. */
export async function showSummary({ session, scope, practice }: Sitting, { library, reviews }: QuizTools, saysWhere: boolean): Promise<AfterQuiz> {
  const { asked, known, missed } = resultOf(session);
  const waiting = practice ? undefined : reviews.dueCards(cardsOf(scope, library, reviews));
  const items: SummaryItem[] = [{ label: `$(check) ${vscode.l10n.t('Done')}` }];
  if (missed.length > 0) {
    const again = missed.length === 1 ? vscode.l10n.t('Again: the one you missed') : vscode.l10n.t('Again: the {0} you missed', missed.length);
    items.push({ label: `$(refresh) ${again}`, description: vscode.l10n.t('the schedule stays as it is'), answer: { type: 'again', cards: missed } });
  }
  if (waiting && waiting.queue.length > 0) items.push({ label: `$(arrow-right) ${vscode.l10n.t('Go on: {0} more', waiting.queue.length)}`, answer: { type: 'more' } });
  if (missed.length > 0) items.push({ label: vscode.l10n.t('Missed'), kind: vscode.QuickPickItemKind.Separator });
  for (const id of missed) {
    const found = library.index.card(id);
    if (found) items.push({ label: plainText(found.card.front), description: plainText(found.note.title), card: id });
  }
  if (saysWhere) {
    items.push(
      { label: vscode.l10n.t('Where your reviews are'), kind: vscode.QuickPickItemKind.Separator },
      {
        label: `$(folder) ${vscode.l10n.t('Move reviews to a folder')}`,
        detail: vscode.l10n.t('Where they are now, VS Code deletes them with the extension.'),
        command: 'interviewStudy.moveReviews',
      },
    );
  }
  const hidden = waiting ? waiting.hiddenNew + waiting.hiddenReviews : 0;
  const notes = [
    hidden > 0 ? vscode.l10n.t('{0} more hidden by your limits for a day', hidden) : undefined,
    session.waiting.length > 0 ? vscode.l10n.t('{0} come back within the hour', session.waiting.length) : undefined,
    missed.length > 0 ? vscode.l10n.t('choose a question to read its note') : vscode.l10n.t('every answer is saved'),
  ].filter((note) => note !== undefined);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Quiz finished: {0} of {1} known at once', known, asked),
    placeHolder: capitalised(notes.join(' · ')),
    ignoreFocusOut: true,
  });
  if (picked?.command) await vscode.commands.executeCommand(picked.command);
  const found = picked?.card === undefined ? undefined : library.index.card(picked.card);
  if (found) await vscode.commands.executeCommand(openNoteCommand, found.note.id, found.card.anchor);
  return picked?.answer ?? { type: 'nothing' };
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}
