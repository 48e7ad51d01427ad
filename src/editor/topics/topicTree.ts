import * as vscode from 'vscode';
import type { Card, Note } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { starterRoot } from '../library/noteSources';
import type { Reviews } from '../library/reviews';
import { cardDescription, countsDescription, countsTooltip, studyCounts } from './studyCounts';

/** A row of the Topics view. Rows are made anew at each refresh; their ids are what stays. */
export type TopicRow =
  | { readonly type: 'topic'; readonly topic: TopicNode; readonly parent?: TopicRow }
  | { readonly type: 'note'; readonly note: Note; readonly parent?: TopicRow }
  | { readonly type: 'card'; readonly note: Note; readonly card: Card; readonly parent?: TopicRow };

/** Topics by the notes' front matter, then notes, then questions with their follow-ups below them. */
export class TopicTree implements vscode.TreeDataProvider<TopicRow> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly library: Library,
    private readonly reviews: Reviews,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  getChildren(row?: TopicRow): TopicRow[] {
    switch (row?.type) {
      case undefined:
        return this.library.isReady ? childrenOf(this.library.index.topics(), undefined) : [];
      case 'topic':
        return childrenOf(row.topic, row);
      case 'note':
        return row.note.cards.filter((card) => !card.parent).map((card) => ({ type: 'card', note: row.note, card, parent: row }));
      case 'card':
        return row.note.cards.filter((card) => card.parent === row.card.anchor).map((card) => ({ type: 'card', note: row.note, card, parent: row }));
    }
  }

  getParent(row: TopicRow): TopicRow | undefined {
    return row.parent;
  }

  getTreeItem(row: TopicRow): vscode.TreeItem {
    switch (row.type) {
      case 'topic':
        return this.topicItem(row.topic);
      case 'note':
        return this.noteItem(row.note);
      case 'card':
        return this.cardItem(row.note, row.card);
    }
  }

  /** The row of a note, for `reveal`. */
  rowOf(noteId: string): TopicRow | undefined {
    const search = (rows: readonly TopicRow[]): TopicRow | undefined => {
      for (const row of rows) {
        if (row.type === 'note' && row.note.id === noteId) return row;
        const below = row.type === 'topic' ? search(this.getChildren(row)) : undefined;
        if (below) return below;
      }
      return undefined;
    };
    return search(this.getChildren());
  }

  private topicItem(topic: TopicNode): vscode.TreeItem {
    const item = new vscode.TreeItem(topic.name, vscode.TreeItemCollapsibleState.Collapsed);
    const counts = studyCounts(cardsBelow(topic), this.reviews);
    item.id = `topic:${topic.path}`;
    item.iconPath = new vscode.ThemeIcon('folder-library');
    item.contextValue = 'topic';
    item.description = countsDescription(counts);
    item.tooltip = `${topic.path}\n${countsTooltip(counts)}`;
    return item;
  }

  private noteItem(note: Note): vscode.TreeItem {
    const error = note.problems.find((problem) => problem.severity === 'error');
    const hasRows = note.cards.length > 0;
    const item = new vscode.TreeItem(note.title, hasRows ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    const counts = studyCounts(note.cards, this.reviews);
    item.id = `note:${note.id}`;
    item.contextValue = error ? 'brokenNote' : contextOf(note);
    item.iconPath = error ? new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')) : noteIcon(note);
    item.description = error ? error.message : countsDescription(counts);
    item.tooltip = noteTooltip(note, countsTooltip(counts), error?.message);
    item.command = { command: openNoteCommand, title: vscode.l10n.t('Open note'), arguments: [note.id] };
    return item;
  }

  private cardItem(note: Note, card: Card): vscode.TreeItem {
    const followUps = note.cards.some((other) => other.parent === card.anchor);
    const item = new vscode.TreeItem(card.front, followUps ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    item.id = `card:${card.id}`;
    item.contextValue = 'card';
    item.iconPath = new vscode.ThemeIcon(card.kind === 'choice' ? 'checklist' : 'question');
    item.description = cardDescription(card, this.reviews);
    item.tooltip = card.front;
    item.command = { command: openNoteCommand, title: vscode.l10n.t('Open note'), arguments: [note.id, card.anchor] };
    return item;
  }
}

function childrenOf(topic: TopicNode, parent: TopicRow | undefined): TopicRow[] {
  return [...topic.topics.map((child): TopicRow => ({ type: 'topic', topic: child, parent })), ...topic.notes.map((note): TopicRow => ({ type: 'note', note, parent }))];
}

/** All cards of a topic, its sub-topics included. */
export function cardsBelow(topic: TopicNode): readonly Card[] {
  return [...topic.topics.flatMap(cardsBelow), ...topic.notes.flatMap((note) => note.cards)];
}

/** Which actions a note's row offers: see `view/item/context` in package.json. */
function contextOf(note: Note): string {
  const kind = note.kind === 'comparison' ? 'Comparison' : 'Note';
  return note.id.startsWith(`${starterRoot}:`) ? `starter${kind}` : kind.toLowerCase();
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

function noteTooltip(note: Note, counts: string, error: string | undefined): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(note.title);
  for (const line of [error, note.gist, counts, note.levels.join(', ')]) {
    if (line) tooltip.appendMarkdown('\n\n').appendText(line);
  }
  return tooltip;
}
