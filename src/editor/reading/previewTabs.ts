import * as vscode from 'vscode';
import { starterScheme } from '../library/starterNotes';

const previewType = 'markdown.preview';

/**
 * The preview of notes, one tab at a time: choosing the next note replaces the last one, as single clicks do in the Explorer.
 * A preview that was moved to another group or pinned stays.
 */
export class PreviewTabs implements vscode.Disposable {
  private last: vscode.Uri | undefined;
  private readonly subscription = vscode.window.tabGroups.onDidChangeTabs(() => this.updateContext());

  /** Address of the note that is being read in the active tab. */
  get current(): vscode.Uri | undefined {
    return this.last && isPreviewOf(this.last, vscode.window.tabGroups.activeTabGroup.activeTab) ? this.last : undefined;
  }

  /** Resolves when the preview's tab is there. */
  async show(uri: vscode.Uri, fragment: string): Promise<void> {
    const previous = this.last;
    this.last = uri;
    await vscode.commands.executeCommand('markdown.showPreview', uri.with({ fragment }));
    await tabOf(uri);
    if (previous && previous.toString() !== uri.toString()) await close(previous, uri);
    this.updateContext();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private updateContext(): void {
    const { current } = this;
    void vscode.commands.executeCommand('setContext', 'interviewStudy.readingNote', current !== undefined);
    void vscode.commands.executeCommand('setContext', 'interviewStudy.readingStarterNote', current?.scheme === starterScheme);
  }
}

/** The tab model follows a moment after the command. */
function tabOf(uri: vscode.Uri): Promise<vscode.Tab> {
  const find = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => isPreviewOf(uri, tab));
  const present = find();
  if (present) return Promise.resolve(present);
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      const tab = find();
      if (!tab) return;
      subscription.dispose();
      resolve(tab);
    });
  });
}

async function close(previous: vscode.Uri, shown: vscode.Uri): Promise<void> {
  const { group } = await tabOf(shown);
  const tab = group.tabs.find((candidate) => isPreviewOf(previous, candidate) && !candidate.isPinned && !isPreviewOf(shown, candidate));
  if (tab) await vscode.window.tabGroups.close(tab, true);
}

/** All that the tab of a webview tells about what it shows is its label, which ends in the file's name. */
function isPreviewOf(uri: vscode.Uri, tab: vscode.Tab | undefined): boolean {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(previewType) && tab.label.endsWith(` ${name}`);
}
