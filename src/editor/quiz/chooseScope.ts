import * as vscode from 'vscode';
import { levels, type Level } from '../../core/notes/note';
import { scopeTallies, type Tally } from '../../core/quiz/scopeTallies';
import { hiddenTopics } from '../library/hiddenTopics';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import type { Reviews } from '../library/reviews';
import { describeWaiting } from './describeWaiting';
import { cardsOf, everyTopic, type WiderScope } from './quizScope';

/** `continue` the paused quiz; `cram` asks again what about; `interview` leaves the choice to the plan. */
export type ScopeAnswer = WiderScope | 'continue' | 'cram' | 'interview';

type ScopeItem = vscode.QuickPickItem & { readonly answer?: ScopeAnswer };

/**
 * Asks what to be quizzed on. `paused` is how many questions an interrupted quiz still has. With `cram`, counts are of all cards.
 * `undefined`: the user left.
 */
export async function chooseScope(library: Library, reviews: Reviews, paused: number, cram: boolean): Promise<ScopeAnswer | undefined> {
  const tallies = scopeTallies(library.index.notes(), cram ? () => undefined : reviews.waiting(), hiddenTopics());
  const counts = cram ? ({ cards }: Tally) => questions(cards) : describeWaiting(tallies, reviews);
  const item = (label: string, scope: WiderScope, tally: Tally | undefined): ScopeItem[] => (tally && tally.cards > 0 ? [{ label, description: counts(tally), answer: scope }] : []);
  const group = (title: string, items: readonly ScopeItem[]): ScopeItem[] =>
    items.length > 0 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];

  const items: ScopeItem[] = [];
  if (paused > 0 && !cram) items.push({ label: `$(arrow-right) ${vscode.l10n.t('Continue the paused quiz')}`, description: vscode.l10n.t('{0} left', paused), answer: 'continue' });
  items.push(...item(vscode.l10n.t('All topics'), {}, tallies.all));
  const open = openNote(library);
  if (open) items.push(...item(plainText(vscode.l10n.t('This note: {0}', open.title)), { note: open.id }, tallies.notes.get(open.id)));
  const flagged = cardsOf({ flagged: true }, library, reviews).length;
  if (flagged > 0) items.push({ label: `$(flag) ${vscode.l10n.t('Flagged')}`, description: questions(flagged), answer: { flagged: true } });
  if (!cram) items.push({ label: `$(zap) ${vscode.l10n.t('Cram…')}`, description: vscode.l10n.t('any question, as often as you like; the schedule stays as it is'), answer: 'cram' });
  if (!cram && vscode.workspace.getConfiguration('interviewStudy').get('interviewDate', '') !== '') items.push({ label: `$(target) ${vscode.l10n.t('Study for the interview')}`, description: vscode.l10n.t("today's part of the plan"), answer: 'interview' });
  const topics = everyTopic(library.index.topics()).filter(({ path }) => path !== '');
  items.push(...group(vscode.l10n.t('Topics'), topics.flatMap(({ path }) => item(plainText(path), { topic: path }, tallies.topics.get(path)))));
  items.push(...group(vscode.l10n.t('Levels'), levels.flatMap((level) => item(levelLabel(level), { level }, tallies.levels.get(level)))));
  const tags = [...tallies.tags].sort(([one], [other]) => one.localeCompare(other));
  items.push(...group(vscode.l10n.t('Tags'), tags.flatMap(([tag, tally]) => item(plainText(`#${tag}`), { tag }, tally))));

  const title = cram ? vscode.l10n.t('Cram: the schedule stays as it is') : vscode.l10n.t('Start quiz');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('What do you want to be asked about?') });
  return picked?.answer;
}

function levelLabel(level: Level): string {
  switch (level) {
    case 'junior':
      return vscode.l10n.t('Junior');
    case 'middle':
      return vscode.l10n.t('Middle');
    case 'senior':
      return vscode.l10n.t('Senior');
  }
}

export function questions(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}

function openNote(library: Library): { readonly id: string; readonly title: string } | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && library.noteAt(uri);
}
