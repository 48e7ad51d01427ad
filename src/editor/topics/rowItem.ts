import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { StudyCount } from '../../core/topics/studyCounts';
import { openNoteCommand } from '../commands';
import { starterRoot } from '../library/noteSources';
import { averageRecall, cardDescription } from './cardStanding';
import type { Study } from './study';
import { groupName } from './groupName';
import { rowId, type TopicRow } from './topicRow';
import { noteRowUri } from './unreadMarks';

/** How a row looks, without its tooltip. `passing`: how many of a topic's notes the filter shows; absent where none is set. */
export function rowItem(row: TopicRow, hasRows: boolean, study: Study, passing?: number): vscode.TreeItem {
  const item = new vscode.TreeItem('', hasRows ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  item.id = rowId(row);
  switch (row.type) {
    case 'topic':
      topicItem(item, row, study, passing);
      break;
    case 'hidden':
      item.label = vscode.l10n.t('Not for my interview');
      item.description = `${row.topics.length}`;
      item.iconPath = new vscode.ThemeIcon('eye-closed');
      item.contextValue = 'hidden';
      break;
    case 'note':
      noteItem(item, row.note, study);
      break;
    case 'card':
      item.label = row.card.front;
      item.contextValue = 'card';
      item.iconPath = new vscode.ThemeIcon(row.card.kind === 'choice' ? 'checklist' : 'question');
      item.description = cardDescription(row.card.id, study.reviews);
      item.command = { command: openNoteCommand, title: vscode.l10n.t('Open note'), arguments: [row.note.id, row.card.anchor] };
  }
  return item;
}

function topicItem(item: vscode.TreeItem, row: TopicRow & { readonly type: 'topic' }, study: Study, passing: number | undefined): void {
  item.label = groupName(row.grouping, row.topic.name);
  if (row.grouping === 'topic') {
    const count = study.counts.ofTopic(row.topic.path);
    item.description = row.isHidden ? '' : passing === undefined ? topicDescription(count) : notesText(passing);
    item.iconPath = new vscode.ThemeIcon('folder-library');
    item.contextValue = !row.isHidden ? 'topic' : study.hidden.has(row.topic.path) ? 'hiddenTopic' : 'topicBelowHidden';
    return;
  }
  item.description = topicDescription(sumOf(row.topic.notes, study));
  item.iconPath = new vscode.ThemeIcon(row.grouping === 'level' ? 'layers' : 'tag');
  item.contextValue = 'group';
}

function noteItem(item: vscode.TreeItem, note: Note, study: Study): void {
  const error = note.problems.find((problem) => problem.severity === 'error');
  item.label = note.title;
  item.contextValue = error ? 'brokenNote' : contextOf(note);
  item.iconPath = error ? new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')) : study.isStale(note) ? staleIcon() : noteIcon(note);
  item.description = error ? error.message : noteDescription(note, study);
  item.command = { command: openNoteCommand, title: vscode.l10n.t('Open note'), arguments: [note.id] };
  item.resourceUri = noteRowUri(note.id);
}

function sumOf(notes: readonly Note[], study: Study): StudyCount {
  let [due, fresh, cards] = [0, 0, 0];
  for (const note of notes) {
    const count = study.counts.ofNote(note);
    due += count.due;
    fresh += count.fresh;
    cards += count.cards;
  }
  return { due, fresh, cards, notes: notes.length };
}

function notesText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}

function topicDescription({ due, fresh }: StudyCount): string {
  if (due > 0) return vscode.l10n.t('{0} due', due);
  return fresh > 0 ? vscode.l10n.t('{0} new', fresh) : '';
}

/** "2 due · 81 %"; before the first answer "5 new". */
function noteDescription(note: Note, study: Study): string {
  const { due, fresh } = study.counts.ofNote(note);
  const recall = averageRecall(note.cards.map(({ id }) => id), study.reviews);
  const parts = [
    due > 0 ? vscode.l10n.t('{0} due', due) : '',
    recall === undefined ? '' : new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(recall),
    due === 0 && recall === undefined && fresh > 0 ? vscode.l10n.t('{0} new', fresh) : '',
    study.isStale(note) ? vscode.l10n.t('stale') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Which actions a note's row offers: see `view/item/context` in package.json. */
function contextOf(note: Note): string {
  const kind = note.kind === 'comparison' ? 'Comparison' : 'Note';
  return note.id.startsWith(`${starterRoot}:`) ? `starter${kind}` : kind.toLowerCase();
}

function staleIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('history', new vscode.ThemeColor('list.warningForeground'));
}

function noteIcon(note: Note): vscode.ThemeIcon {
  switch (note.kind) {
    case 'comparison':
      return new vscode.ThemeIcon('table');
    case 'interview':
      return new vscode.ThemeIcon('comment-discussion');
    case 'note':
      return new vscode.ThemeIcon('note');
  }
}
