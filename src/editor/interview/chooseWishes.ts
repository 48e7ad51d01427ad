import * as vscode from 'vscode';
import { mixes, type Mix, type Wishes } from '../../core/interview/buildScript';
import { languages, type Language } from '../../core/interview/interview';
import { phrases } from '../../core/interview/phrases';
import { levels, type Level } from '../../core/notes/note';
import type { Library } from '../library/library';
import { plainText } from '../plainText';

export interface ChosenWishes extends Wishes {
  readonly language: Language;
}

interface Row extends vscode.QuickPickItem {
  readonly change?: () => Promise<ChosenWishes | undefined>;
}

const lengths = [15, 30, 45, 60] as const;

/** One list with everything that can be wished for, ready to start: Enter begins, any other row changes one thing. */
export async function chooseWishes(library: Library, first: ChosenWishes): Promise<ChosenWishes | undefined> {
  const t = vscode.l10n.t;
  for (let wishes = first; ; ) {
    const present = wishes;
    const rows: Row[] = [
      { label: `$(play) ${t('Start')}`, description: t('weakest and due questions first') },
      { label: t('Level'), description: levelName(present.level), change: () => one(t('Level'), [undefined, ...levels], levelName, (level) => ({ ...present, level })) },
      { label: t('Topics'), description: topicsName(present), change: () => chooseTopics(library, present) },
      { label: t('Minutes'), description: String(present.minutes), change: () => one(t('Minutes'), lengths, String, (minutes) => ({ ...present, minutes })) },
      { label: t('Kind of questions'), description: mixName(present.mix), change: () => one(t('Kind of questions'), mixes, mixName, (mix) => ({ ...present, mix })) },
      { label: t('Language of the interviewer'), description: phrases[present.language].name, change: () => one(t('Language of the interviewer'), languages, (language) => phrases[language].name, (language) => ({ ...present, language })) },
    ];
    const picked = await vscode.window.showQuickPick(rows, { title: t('Build an interview'), placeHolder: t('Press Enter to start, or choose what to change'), ignoreFocusOut: true });
    if (!picked) return undefined;
    if (!picked.change) return present;
    wishes = (await picked.change()) ?? present;
  }
}

async function one<T>(title: string, values: readonly T[], nameOf: (value: T) => string, chosen: (value: T) => ChosenWishes): Promise<ChosenWishes | undefined> {
  const picked = await vscode.window.showQuickPick(values.map((value) => ({ label: nameOf(value), value })), { title, ignoreFocusOut: true });
  return picked && chosen(picked.value);
}

async function chooseTopics(library: Library, wishes: ChosenWishes): Promise<ChosenWishes | undefined> {
  const t = vscode.l10n.t;
  const topics = new Set(library.index.notes().filter(({ kind, cards }) => kind !== 'interview' && cards.length > 0).map(({ topic }) => topic[0] ?? ''));
  const code = { label: t('Names in this workspace’s code'), description: t('questions about what your Python files use'), topic: undefined, picked: wishes.codeOnly };
  const items = [code, ...[...topics].filter(Boolean).sort().map((topic) => ({ label: plainText(topic), description: '', topic, picked: wishes.topics.includes(topic) }))];
  const picked = await vscode.window.showQuickPick(items, { title: t('Topics'), placeHolder: t('Nothing chosen means all topics'), canPickMany: true, ignoreFocusOut: true });
  return picked && { ...wishes, topics: picked.flatMap(({ topic }) => topic ?? []), codeOnly: picked.includes(code) };
}

export function levelName(level: Level | undefined): string {
  const names: Record<Level, string> = { junior: vscode.l10n.t('Junior'), middle: vscode.l10n.t('Middle'), senior: vscode.l10n.t('Senior') };
  return level === undefined ? vscode.l10n.t('Any level') : names[level];
}

function topicsName({ topics, codeOnly }: Wishes): string {
  const names = [...(codeOnly ? [vscode.l10n.t('this workspace’s code')] : []), ...topics];
  return names.length === 0 ? vscode.l10n.t('all') : plainText(names.join(', '));
}

function mixName(mix: Mix): string {
  const names: Record<Mix, string> = {
    technical: vscode.l10n.t('Technical only'),
    mostlyTechnical: vscode.l10n.t('Mostly technical, some about you'),
    half: vscode.l10n.t('Half technical, half about you'),
    personal: vscode.l10n.t('About you only'),
  };
  return names[mix];
}
