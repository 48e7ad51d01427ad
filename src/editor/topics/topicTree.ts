import * as vscode from 'vscode';
import type { Card, Note } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import { groupByLevel, groupByTag } from '../../core/topics/groupNotes';
import { hiddenDepth } from '../../core/topics/hiddenTopics';
import { isFiltering, passesFilter, type StudyState } from '../../core/topics/noteFilter';
import type { Study } from './study';
import { rowItem } from './rowItem';
import { rowTooltip } from './rowTooltip';
import type { TopicRow } from './topicRow';

/** Topics by the notes' front matter (or levels, or tags), then notes, then questions with their follow-ups below them. */
export class TopicTree implements vscode.TreeDataProvider<TopicRow> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  /** Notes that pass the filter, and how many of them each topic has below it. Worked out when a row is first asked for. */
  private passing: { readonly notes: ReadonlySet<Note>; readonly below: ReadonlyMap<string, number> } | undefined;
  private groups: readonly TopicNode[] | undefined;
  private readonly fetched = new vscode.EventEmitter<void>();
  /** Fires when VS Code was given the outermost rows anew. */
  readonly onDidFetch = this.fetched.event;
  private cards = new WeakMap<Note, ReadonlyMap<string | undefined, readonly Card[]>>();

  constructor(private readonly study: Study) {}

  refresh(): void {
    this.passing = undefined;
    this.groups = undefined;
    this.cards = new WeakMap();
    this.changed.fire();
  }

  /** How many notes the filter lets through, of those that are for the interview. */
  get shownNotes(): number {
    return this.filtered()?.notes.size ?? this.study.counts.total.notes;
  }

  getChildren(row?: TopicRow): TopicRow[] {
    switch (row?.type) {
      case undefined:
        setTimeout(() => this.fetched.fire());
        return this.roots();
      case 'hidden':
        return row.topics.map((topic) => ({ type: 'topic', topic, grouping: 'topic', isHidden: true, parent: row }));
      case 'topic':
        return row.grouping === 'topic' ? this.below(row.topic, row) : row.topic.notes.map((note) => ({ type: 'note', note, parent: row }));
      case 'note':
        return this.cardsBelow(row.note, undefined, row);
      case 'card':
        return this.cardsBelow(row.note, row.card.anchor, row);
    }
  }

  getParent(row: TopicRow): TopicRow | undefined {
    return row.parent;
  }

  getTreeItem(row: TopicRow): vscode.TreeItem {
    const below = row.type === 'note' ? undefined : row.type === 'card' ? row.card.anchor : '';
    const hasRows = row.type === 'note' || row.type === 'card' ? this.cardsByParent(row.note).has(below) : true;
    const passing = row.type === 'topic' && row.grouping === 'topic' ? this.filtered()?.below.get(row.topic.path) : undefined;
    return rowItem(row, hasRows, this.study, passing);
  }

  /** The tooltip is made when the pointer rests: a topic may have thousands of notes. */
  resolveTreeItem(item: vscode.TreeItem, row: TopicRow): vscode.TreeItem {
    item.tooltip = rowTooltip(row, this.study);
    return item;
  }

  /** The row of a note, for `reveal`. `undefined` where the filter leaves it out, or a copy stands in its place. */
  rowOf(noteId: string): TopicRow | undefined {
    const { index } = this.study.library;
    const note = index.note(noteId);
    const notShown = !note || !index.isListed(noteId) || this.filtered()?.notes.has(note) === false;
    if (notShown) return undefined;
    if (this.study.state.grouping !== 'topic') {
      const group = this.roots().find((row) => row.type === 'topic' && row.grouping !== 'topic' && row.topic.notes.includes(note));
      return group && { type: 'note', note, parent: group };
    }
    let parent: TopicRow | undefined;
    let rows = this.roots();
    if (hiddenDepth(note.topic, this.study.hidden) > 0) {
      parent = rows.find(({ type }) => type === 'hidden');
      rows = parent ? this.getChildren(parent) : [];
    }
    for (;;) {
      const topic: TopicRow | undefined = rows.find((row) => row.type === 'topic' && isWithin(note.topic, row.topic.path));
      if (!topic) return parent || note.topic.length === 0 ? { type: 'note', note, parent } : undefined;
      parent = topic;
      rows = this.getChildren(topic).filter(({ type }) => type === 'topic');
    }
  }

  /** The cards at and below a row that the filter shows. */
  cardsOf(row: TopicRow): readonly string[] {
    const below = this.getChildren(row).flatMap((child) => this.cardsOf(child));
    return row.type === 'card' ? [row.card.id, ...below] : below;
  }

  private roots(): TopicRow[] {
    if (!this.study.library.isReady) return [];
    const { grouping } = this.study.state;
    if (grouping !== 'topic') {
      this.groups ??= (grouping === 'level' ? groupByLevel : groupByTag)(this.notesToGroup());
      return this.groups.map((topic) => ({ type: 'topic', topic, grouping, isHidden: false }));
    }
    const rows = this.below(this.study.library.index.topics(), undefined);
    const hidden = isFiltering(this.study.state.filter) ? [] : this.hiddenNodes();
    return hidden.length > 0 ? [...rows, { type: 'hidden', topics: hidden }] : rows;
  }

  private *notesToGroup(): Iterable<Note> {
    const passing = this.filtered();
    for (const note of this.study.library.index.notes()) {
      if (passing ? passing.notes.has(note) : hiddenDepth(note.topic, this.study.hidden) === 0) yield note;
    }
  }

  private below(topic: TopicNode, parent: TopicRow | undefined): TopicRow[] {
    const passing = this.filtered();
    const isHidden = parent?.type === 'topic' && parent.isHidden;
    const shows = ({ path }: TopicNode) => isHidden || (!this.study.hidden.has(path) && (passing ? passing.below.has(path) : this.study.counts.ofTopic(path).notes > 0));
    const rows: TopicRow[] = [];
    for (const child of topic.topics) if (shows(child)) rows.push({ type: 'topic', topic: child, grouping: 'topic', isHidden, parent });
    for (const note of topic.notes) if (!passing || passing.notes.has(note)) rows.push({ type: 'note', note, parent });
    return rows;
  }

  private hiddenNodes(): readonly TopicNode[] {
    return [...this.study.hidden].sort().flatMap((path) => {
      let node: TopicNode | undefined = this.study.library.index.topics();
      let within = '';
      for (const name of path.split('/')) {
        within = within === '' ? name : `${within}/${name}`;
        if (within !== path && this.study.hidden.has(within)) return [];
        node = node?.topics.find((topic) => topic.name === name);
      }
      return node ?? [];
    });
  }

  private cardsBelow(note: Note, parent: string | undefined, row: TopicRow): TopicRow[] {
    return (this.cardsByParent(note).get(parent) ?? []).map((card) => ({ type: 'card', note, card, parent: row }));
  }

  private cardsByParent(note: Note): ReadonlyMap<string | undefined, readonly Card[]> {
    const known = this.cards.get(note);
    if (known) return known;
    const shown = this.shownCards(note);
    const anchors = new Set(shown.map(({ anchor }) => anchor));
    const byParent = new Map<string | undefined, Card[]>();
    for (const card of shown) {
      // A follow-up whose question is left out by the filter stands in its place.
      const parent = card.parent !== undefined && anchors.has(card.parent) ? card.parent : undefined;
      const siblings = byParent.get(parent);
      if (siblings) siblings.push(card);
      else byParent.set(parent, [card]);
    }
    this.cards.set(note, byParent);
    return byParent;
  }

  private shownCards(note: Note): readonly Card[] {
    const { states } = this.study.state.filter;
    if (states.length === 0 || states.some((state) => (state === 'unread' || state === 'stale') && this.study.isIn(note, state))) return note.cards;
    return note.cards.filter(({ id }) => states.some((state) => state === this.study.standingOf(id)));
  }

  private filtered(): typeof this.passing {
    const { filter } = this.study.state;
    if (!isFiltering(filter)) return undefined;
    if (this.passing) return this.passing;
    const notes = new Set<Note>();
    const below = new Map<string, number>();
    const isIn = (note: Note, state: StudyState) => this.study.isIn(note, state);
    for (const note of this.study.library.index.notes()) {
      if (hiddenDepth(note.topic, this.study.hidden) > 0 || !passesFilter(note, filter, isIn)) continue;
      notes.add(note);
      for (let depth = 1; depth <= note.topic.length; depth += 1) {
        const path = note.topic.slice(0, depth).join('/');
        below.set(path, (below.get(path) ?? 0) + 1);
      }
    }
    this.passing = { notes, below };
    return this.passing;
  }
}

function isWithin(topic: readonly string[], path: string): boolean {
  const own = topic.join('/');
  return own === path || own.startsWith(`${path}/`);
}
