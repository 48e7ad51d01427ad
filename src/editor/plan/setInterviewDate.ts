import * as vscode from 'vscode';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import { dateOf, dayOf, describeDay, interviewDate } from './interviewDate';

/** Asks for the day, for the topics and where to keep them. False: the user left. `today` is a study day number. */
export async function setInterviewDate(library: Library, today: number): Promise<boolean> {
  const day = await askDay(today);
  if (day === undefined) return false;
  const topics = day === 'none' ? [] : await askTopics(library);
  if (topics === undefined) return false;
  const target = await askTarget();
  if (target === undefined) return false;
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  await settings.update('interviewDate', day === 'none' ? undefined : dateOf(day), target);
  await settings.update('interviewTopics', topics.length === 0 ? undefined : topics, target);
  return day !== 'none';
}

type DayItem = vscode.QuickPickItem & { readonly day: number | 'none' };

/** A day from a short list, or one that is typed. */
function askDay(today: number): Promise<number | 'none' | undefined> {
  const pick = vscode.window.createQuickPick<DayItem>();
  const item = (label: string, day: number): DayItem => ({ label, description: describeDay(day), day });
  const usual: DayItem[] = [
    item(vscode.l10n.t('In a week'), today + 7),
    item(vscode.l10n.t('In two weeks'), today + 14),
    item(vscode.l10n.t('In a month'), today + 30),
    ...(interviewDate() ? [{ label: vscode.l10n.t('No interview any more'), day: 'none' as const }] : []),
  ];
  pick.title = vscode.l10n.t('Set interview date');
  pick.placeholder = vscode.l10n.t('Choose, or type the date: {0}', dateOf(today + 10));
  pick.items = usual;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const day = dayOf(value);
      const isPast = day !== undefined && day < today;
      pick.items = day === undefined || isPast ? usual : [{ label: describeDay(day), description: inDays(day - today), day, alwaysShow: true }];
      pick.prompt = isPast ? vscode.l10n.t('This day is over.') : undefined;
    });
    pick.onDidAccept(() => {
      const day = pick.activeItems[0]?.day;
      if (day === undefined) return;
      resolve(day);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** "in 14 days" in the editor's language. */
export function inDays(days: number): string {
  return new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' }).format(days, 'day');
}

/** Topic paths; empty: all. */
async function askTopics({ index }: Library): Promise<readonly string[] | undefined> {
  const chosen = new Set(interviewDate()?.topics);
  const items = below(index.topics()).map(({ path }) => ({ label: plainText(path), path, picked: chosen.has(path) }));
  if (items.length < 2) return [];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Topics of the interview'),
    placeHolder: vscode.l10n.t('Choose topics, or none for all of them'),
    canPickMany: true,
  });
  return picked?.map(({ path }) => path);
}

function below(topic: TopicNode): TopicNode[] {
  return topic.topics.flatMap((child) => [child, ...below(child)]);
}

async function askTarget(): Promise<vscode.ConfigurationTarget | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) return vscode.ConfigurationTarget.Global;
  const items = [
    { label: vscode.l10n.t('Everywhere'), description: vscode.l10n.t('user settings'), target: vscode.ConfigurationTarget.Global },
    { label: vscode.l10n.t('In this workspace'), description: vscode.l10n.t('workspace settings'), target: vscode.ConfigurationTarget.Workspace },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where does this interview count?') });
  return picked?.target;
}
