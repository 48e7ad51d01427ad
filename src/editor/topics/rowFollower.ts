import * as vscode from 'vscode';
import type { TopicRow } from './topicRow';
import type { TopicTree } from './topicTree';

/**
 * Selects the row of the note that came to the front. VS Code drops what is revealed while it fetches rows anew, without saying so;
 * therefore it is tried again after each fetch, until the row is selected.
 */
export class RowFollower implements vscode.Disposable {
  private wanted: string | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: vscode.TreeView<TopicRow>,
    private readonly tree: TopicTree,
  ) {
    this.subscriptions = vscode.Disposable.from(
      view.onDidChangeSelection(({ selection: [row] }) => {
        if (row?.type === 'note' && row.note.id === this.wanted) this.wanted = undefined;
      }),
      tree.onDidFetch(() => this.reveal()),
    );
  }

  async follow(noteId: string | undefined): Promise<void> {
    const isFollowing = vscode.workspace.getConfiguration('interviewStudy').get('followOpenNote', true);
    this.wanted = isFollowing && !this.isSelected(noteId) ? noteId : undefined;
    await this.reveal();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** A card's row is as good as its note's: that is how it was opened. */
  private isSelected(noteId: string | undefined): boolean {
    return this.view.selection.some((row) => (row.type === 'note' || row.type === 'card') && row.note.id === noteId);
  }

  private async reveal(): Promise<void> {
    // Revealing a row would open a side bar that the person has closed.
    const row = this.wanted === undefined || !this.view.visible ? undefined : this.tree.rowOf(this.wanted);
    if (!row) return;
    try {
      await this.view.reveal(row, { select: true, focus: false });
    } catch {
      // The row went while it was being revealed; the next fetch knows better.
    }
  }
}
