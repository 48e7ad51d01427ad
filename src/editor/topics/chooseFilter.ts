import * as vscode from 'vscode';
import { levels, noteKinds, type Note, type NoteKind } from '../../core/notes/note';
import { groupings, studyStates, type Grouping, type NoteFilter, type StudyState } from '../../core/topics/noteFilter';
import { plainText } from '../plainText';
import { levelName } from './groupName';

type FilterItem = vscode.QuickPickItem & { readonly field?: keyof NoteFilter; readonly value?: string };

/** Asks what the tree is to show. `undefined`: the person left it as it is. */
export async function chooseFilter(notes: readonly Note[], filter: NoteFilter): Promise<NoteFilter | undefined> {
  const item = (field: keyof NoteFilter, value: string, label: string): FilterItem => ({ label, field, value, picked: filter[field].some((known) => known === value) });
  const heading = (label: string): FilterItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items = [
    heading(vscode.l10n.t('State')),
    ...studyStates.map((state) => item('states', state, stateName(state))),
    heading(vscode.l10n.t('Level')),
    ...levels.map((level) => item('levels', level, levelName(level))),
    heading(vscode.l10n.t('Kind')),
    ...noteKinds.map((kind) => item('kinds', kind, kindName(kind))),
    heading(vscode.l10n.t('Tag')),
    ...tagsOf(notes, filter.tags).map((tag) => item('tags', tag, plainText(`#${tag}`))),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Filter notes'),
    placeHolder: vscode.l10n.t('Show notes that meet one choice of each group; none shows all'),
  });
  if (!chosen) return undefined;
  const values = (field: keyof NoteFilter) => new Set(chosen.flatMap((picked) => (picked.field === field && picked.value !== undefined ? [picked.value] : [])));
  const [states, ownLevels, kinds] = [values('states'), values('levels'), values('kinds')];
  return {
    states: studyStates.filter((state) => states.has(state)),
    levels: levels.filter((level) => ownLevels.has(level)),
    kinds: noteKinds.filter((kind) => kinds.has(kind)),
    tags: [...values('tags')],
  };
}

export async function chooseGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({ label: groupingName(grouping), iconPath: new vscode.ThemeIcon(grouping === current ? 'check' : 'blank'), grouping }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group notes') });
  return picked?.grouping;
}

/** "Due, Senior, #celery · by level"; empty where all notes show by topic. */
export function describeView(filter: NoteFilter, grouping: Grouping): string {
  const chosen = [...filter.states.map(stateName), ...filter.levels.map(levelName), ...filter.kinds.map(kindName), ...filter.tags.map((tag) => `#${tag}`)];
  return [chosen.join(', '), grouping === 'topic' ? '' : groupingName(grouping)].filter(Boolean).join(' · ');
}

function tagsOf(notes: readonly Note[], chosen: readonly string[]): readonly string[] {
  return [...new Set([...chosen, ...notes.flatMap(({ tags }) => tags)])].sort((one, other) => one.localeCompare(other));
}

function stateName(state: StudyState): string {
  switch (state) {
    case 'due':
      return vscode.l10n.t('Due');
    case 'new':
      return vscode.l10n.t('New');
    case 'unread':
      return vscode.l10n.t('Unread');
    case 'stale':
      return vscode.l10n.t('Stale');
  }
}

function kindName(kind: NoteKind): string {
  switch (kind) {
    case 'note':
      return vscode.l10n.t('Notes');
    case 'comparison':
      return vscode.l10n.t('Comparisons');
    case 'interview':
      return vscode.l10n.t('Interviews');
  }
}

function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'topic':
      return vscode.l10n.t('By topic');
    case 'level':
      return vscode.l10n.t('By level');
    case 'tag':
      return vscode.l10n.t('By tag');
  }
}
