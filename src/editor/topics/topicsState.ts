import * as vscode from 'vscode';
import { groupings, isFiltering, noFilter, storedFilter, type Grouping, type NoteFilter } from '../../core/topics/noteFilter';

/** How the person wants to see the tree; stays with the workspace. */
export class TopicsState {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly storage: vscode.Memento) {
    this.tellMenus();
  }

  get filter(): NoteFilter {
    return storedFilter(this.storage.get('topics.filter'));
  }

  get grouping(): Grouping {
    const stored = this.storage.get('topics.grouping');
    return groupings.find((grouping) => grouping === stored) ?? 'topic';
  }

  async setFilter(filter: NoteFilter): Promise<void> {
    await this.storage.update('topics.filter', isFiltering(filter) ? filter : undefined);
    this.tellMenus();
    this.changed.fire();
  }

  async clearFilter(): Promise<void> {
    await this.setFilter(noFilter);
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.storage.update('topics.grouping', grouping);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private tellMenus(): void {
    void vscode.commands.executeCommand('setContext', 'interviewStudy.isFiltering', isFiltering(this.filter));
  }
}
