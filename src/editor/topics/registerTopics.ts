import * as vscode from 'vscode';
import { isFiltering } from '../../core/topics/noteFilter';
import { compareCommand, isNoteArgument, startQuizCommand } from '../commands';
import { setTopicHidden } from '../library/hiddenTopics';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { plainText } from '../plainText';
import { chooseFilter, chooseGrouping, describeView } from './chooseFilter';
import { continueReading } from './continueReading';
import { OpenNoteFollower } from './openNoteFollower';
import { ReadingProgress } from './readingProgress';
import { RowFollower } from './rowFollower';
import { Study } from './study';
import type { TopicRow } from './topicRow';
import { TopicsState } from './topicsState';
import { TopicTree } from './topicTree';
import { registerUnreadMarks } from './unreadMarks';

/** Where what the tree remembers is kept: its filter with the workspace, what was read with the machine. */
export interface TopicsStorage {
  readonly workspace: vscode.Memento;
  readonly machine: vscode.Memento;
}

/** The Topics view with its badge, and the due count in the status bar. */
export function registerTopics(library: Library, reviews: Reviews, storage: TopicsStorage): vscode.Disposable {
  const state = new TopicsState(storage.workspace);
  const progress = new ReadingProgress(storage.machine);
  const study = new Study(library, reviews, state, progress);
  const tree = new TopicTree(study);
  const follower = new OpenNoteFollower(library);
  const view = vscode.window.createTreeView('interviewStudy.topics', { treeDataProvider: tree, showCollapseAll: true });
  const status = vscode.window.createStatusBarItem('interviewStudy.due', vscode.StatusBarAlignment.Right, 90);
  status.name = vscode.l10n.t('Interview Study: due questions');
  status.command = startQuizCommand;

  const refresh = () => {
    tree.refresh();
    describe(view, tree, study);
    showDue(view, status, study);
  };
  const rows = new RowFollower(view, tree);
  refresh();

  return vscode.Disposable.from(
    view,
    status,
    state,
    progress,
    study,
    follower,
    rows,
    registerUnreadMarks(progress),
    study.onDidChange(refresh),
    follower.onDidOpen((noteId) => Promise.all([progress.open(noteId), rows.follow(noteId)])),
    view.onDidChangeVisibility(({ visible }) => (visible ? rows.follow(follower.current) : undefined)),
    // What opens a note says so through this command.
    vscode.commands.registerCommand('interviewStudy.revealNote', (noteId: unknown) => {
      if (typeof noteId === 'string') follower.opened(noteId);
    }),
    vscode.commands.registerCommand('interviewStudy.continueReading', () => continueReading(study, follower.current)),
    vscode.commands.registerCommand('interviewStudy.toggleRead', (row: unknown) =>
      isNoteArgument(row) ? progress.setRead(row.note.id, !progress.isRead(row.note.id)) : undefined,
    ),
    vscode.commands.registerCommand('interviewStudy.filterTopics', async () => {
      await library.ready;
      const filter = await chooseFilter(library.index.notes(), state.filter);
      if (filter) await state.setFilter(filter);
    }),
    vscode.commands.registerCommand('interviewStudy.changeFilter', () => vscode.commands.executeCommand('interviewStudy.filterTopics')),
    vscode.commands.registerCommand('interviewStudy.clearFilter', () => state.clearFilter()),
    vscode.commands.registerCommand('interviewStudy.groupTopics', async () => {
      const grouping = await chooseGrouping(state.grouping);
      if (grouping) await state.setGrouping(grouping);
    }),
    vscode.commands.registerCommand('interviewStudy.hideTopic', (row?: TopicRow) => (row?.type === 'topic' ? setTopicHidden(row.topic.path, true) : undefined)),
    vscode.commands.registerCommand('interviewStudy.showTopic', (row?: TopicRow) => (row?.type === 'topic' ? setTopicHidden(row.topic.path, false) : undefined)),
    vscode.commands.registerCommand('interviewStudy.compareNote', (row: unknown) =>
      vscode.commands.executeCommand(compareCommand, isNoteArgument(row) ? row.note.id : undefined),
    ),
    vscode.commands.registerCommand('interviewStudy.quizTopic', (row?: TopicRow) => startQuiz(row, tree, study)),
  );
}

/** What is shown stands in the message: where the view is alone in its side bar, its description finds no room beside the buttons. */
function describe(view: vscode.TreeView<TopicRow>, tree: TopicTree, { library, state, counts }: Study): void {
  const { filter, grouping } = state;
  const described = describeView(filter, grouping);
  if (view.description !== described) view.description = described;
  const shown = library.isReady && isFiltering(filter) ? tree.shownNotes : undefined;
  // Where nothing is left, the view says so itself and offers to clear the filter; a message would stand in its way.
  const count = shown !== undefined && shown > 0 ? vscode.l10n.t('{0} · {1} of {2} notes', plainText(described), shown, counts.total.notes) : undefined;
  const message = library.isReady ? count : vscode.l10n.t('Reading notes…');
  // VS Code counts each assignment as one more change of the tree, and those that come within 200 ms it puts off.
  if (view.message !== message) view.message = message;
  void vscode.commands.executeCommand('setContext', 'interviewStudy.hasNotes', !library.isReady || library.index.size > 0);
}

function showDue(view: vscode.TreeView<TopicRow>, status: vscode.StatusBarItem, { library, counts }: Study): void {
  const { due, fresh } = counts.total;
  view.badge = due > 0 ? { value: due, tooltip: vscode.l10n.t('{0} questions due', due) } : undefined;
  status.text = due > 0 ? `$(mortar-board) ${vscode.l10n.t('{0} due', due)}` : '$(mortar-board)';
  status.tooltip = due > 0 ? vscode.l10n.t('Start a quiz: {0} due, {1} new', due, fresh) : vscode.l10n.t('Start a quiz: nothing due, {0} new', fresh);
  if (library.index.size > 0) status.show();
  else status.hide();
}

/** A topic is asked as a whole; where the tree shows only part of it, or another grouping, what it shows. */
function startQuiz(row: TopicRow | undefined, tree: TopicTree, { state }: Study): Thenable<unknown> {
  switch (row?.type) {
    case undefined:
    case 'hidden':
      return vscode.commands.executeCommand(startQuizCommand);
    case 'topic':
      if (row.grouping === 'topic' && !isFiltering(state.filter)) return vscode.commands.executeCommand(startQuizCommand, { topic: row.topic.path });
      return vscode.commands.executeCommand(startQuizCommand, { cards: tree.cardsOf(row) });
    case 'note':
      return vscode.commands.executeCommand(startQuizCommand, { note: row.note.id });
    case 'card':
      return vscode.commands.executeCommand(startQuizCommand, { cards: [row.card.id] });
  }
}
