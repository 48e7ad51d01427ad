import * as vscode from 'vscode';
import type { InterviewPlan, PlannedDay, PredictedRecall } from '../../core/review/planForDate';
import { openNoteCommand, startQuizCommand } from '../commands';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import { currentPlan, todayOf, type PlanTools } from './currentPlan';
import { describeDay, type InterviewDate } from './interviewDate';
import { inDays } from './setInterviewDate';

type PlanItem = vscode.QuickPickItem & { readonly run?: () => Thenable<unknown> };

/** The plan as a list that acts: study today's part, read the weakest notes, change the date. */
export async function showPlan(interview: InterviewDate, tools: PlanTools): Promise<void> {
  const plan = currentPlan(interview, tools);
  const today = todayOf(tools);
  const [first, ...later] = plan.days;
  const group = (title: string, items: readonly PlanItem[]): PlanItem[] => (items.length > 0 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items] : []);
  const items: PlanItem[] = [
    ...(first ? [todayItem(first)] : []),
    {
      label: `$(calendar) ${vscode.l10n.t('Change the date or the topics')}`,
      description: interview.topics.length === 0 ? vscode.l10n.t('all topics') : plainText(interview.topics.join(', ')),
      run: () => vscode.commands.executeCommand('interviewStudy.setInterviewDate'),
    },
    ...group(vscode.l10n.t('Day by day'), later.map(({ day, cards }) => ({ label: describeDay(day), description: questions(cards.length) }))),
    ...group(
      vscode.l10n.t('Does not fit: not seen again in the last three days ({0})', plan.doesNotFit.length),
      plan.doesNotFit.map((id) => cardItem(id, tools.library)),
    ),
    ...group(
      vscode.l10n.t('Predicted recall on the day, by topic'),
      plan.topics.map(({ name, recall, cards }) => ({ label: plainText(name), description: `${percent(recall)} · ${questions(cards)}`, run: () => vscode.commands.executeCommand(startQuizCommand, { topic: name }) })),
    ),
    ...group(vscode.l10n.t('Weakest questions'), plan.weakest.map(({ name, recall }) => cardItem(name, tools.library, recall))),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: titleOf(plan, interview.day, today), placeHolder: vscode.l10n.t('If you keep to the plan and answer well'), matchOnDescription: true });
  await picked?.run?.();
}

function titleOf({ recall }: InterviewPlan, day: number, today: number): string {
  const when = `${describeDay(day, 'medium')}, ${inDays(day - today)}`;
  return recall === undefined ? vscode.l10n.t('Interview on {0}', when) : vscode.l10n.t('Interview on {0} · {1} predicted', when, percent(recall));
}

function todayItem({ cards }: PlannedDay): PlanItem {
  if (cards.length === 0) return { label: `$(check) ${vscode.l10n.t('Nothing more to do today')}` };
  return { label: `$(mortar-board) ${vscode.l10n.t('Study today')}`, description: questions(cards.length), run: () => studyCards(cards) };
}

function cardItem(id: string, { index }: Library, recall?: PredictedRecall['recall']): PlanItem {
  const found = index.card(id);
  const description = [recall === undefined ? '' : percent(recall), found?.note.title ?? ''].filter(Boolean).join(' · ');
  return {
    label: plainText(found?.card.front ?? id),
    description: plainText(description),
    run: () => vscode.commands.executeCommand(openNoteCommand, found?.note.id, found?.card.anchor),
  };
}

/** Asked whether they are due or not: before an interview the plan decides. */
export function studyCards(cards: readonly string[]): Thenable<unknown> {
  return vscode.commands.executeCommand(startQuizCommand, { cards, planned: true });
}

function questions(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}

function percent(share: number): string {
  return new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(share);
}
