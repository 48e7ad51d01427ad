import * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { compareCommand, isNoteArgument, startQuizCommand } from '../commands';
import { studyCounts } from './studyCounts';
import { TopicTree, type TopicRow } from './topicTree';

/** The Topics view with its badge, and the due count in the status bar. */
export function registerTopics(library: Library, reviews: Reviews): vscode.Disposable {
  const tree = new TopicTree(library, reviews);
  const view = vscode.window.createTreeView('interviewStudy.topics', { treeDataProvider: tree, showCollapseAll: true });
  const status = vscode.window.createStatusBarItem('interviewStudy.due', vscode.StatusBarAlignment.Right, 90);
  status.name = vscode.l10n.t('Interview Study: due questions');
  status.command = startQuizCommand;

  const refresh = () => {
    tree.refresh();
    const { due, fresh } = studyCounts([...library.index.cards()], reviews);
    view.badge = due > 0 ? { value: due, tooltip: vscode.l10n.t('{0} questions due', due) } : undefined;
    view.message = library.isReady ? undefined : vscode.l10n.t('Reading notes…');
    void vscode.commands.executeCommand('setContext', 'interviewStudy.hasNotes', !library.isReady || library.index.size > 0);
    status.text = due > 0 ? `$(mortar-board) ${vscode.l10n.t('{0} due', due)}` : '$(mortar-board)';
    status.tooltip = due > 0 ? vscode.l10n.t('Start a quiz: {0} due, {1} new', due, fresh) : vscode.l10n.t('Start a quiz: nothing due, {0} new', fresh);
    if (library.index.size > 0) status.show();
    else status.hide();
  };
  refresh();
  void library.ready.then(refresh);

  return vscode.Disposable.from(
    view,
    status,
    library.onDidChange(refresh),
    reviews.onDidChange(refresh),
    vscode.commands.registerCommand('interviewStudy.revealNote', async (noteId: unknown) => {
      const row = typeof noteId === 'string' ? tree.rowOf(noteId) : undefined;
      if (row) await view.reveal(row, { select: true, focus: false, expand: true });
    }),
    vscode.commands.registerCommand('interviewStudy.compareNote', (row: unknown) =>
      vscode.commands.executeCommand(compareCommand, isNoteArgument(row) ? row.note.id : undefined),
    ),
    vscode.commands.registerCommand('interviewStudy.quizTopic', (row?: TopicRow) => startQuiz(row)),
  );
}

function startQuiz(row: TopicRow | undefined): Thenable<unknown> {
  switch (row?.type) {
    case undefined:
      return vscode.commands.executeCommand(startQuizCommand);
    case 'topic':
      return vscode.commands.executeCommand(startQuizCommand, { topic: row.topic.path });
    case 'note':
      return vscode.commands.executeCommand(startQuizCommand, { note: row.note.id });
    case 'card':
      return vscode.commands.executeCommand(startQuizCommand, { cards: [row.card.id] });
  }
}
