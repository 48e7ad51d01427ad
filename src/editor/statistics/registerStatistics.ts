import * as vscode from 'vscode';
import { isFromStatistics } from '../../webview/statistics/protocol';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { pageHtml, pageOptions } from '../pageHtml';
import { statisticsMessage } from './statisticsMessage';

const panelType = 'interviewStudy.statistics';

export interface StatisticsTools {
  readonly extensionUri: vscode.Uri;
  readonly library: Library;
  readonly reviews: Reviews;
}

/** `Show statistics`: one panel, which follows the reviews and comes back after a reload. */
export function registerStatistics(tools: StatisticsTools): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  const adopt = (made: vscode.WebviewPanel) => {
    panel = made;
    fill(made, tools);
    made.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.showStatistics', () => {
      if (panel) panel.reveal();
      else adopt(vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Statistics'), vscode.ViewColumn.Active, pageOptions(tools.extensionUri)));
    }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (made) => {
        adopt(made);
        return Promise.resolve();
      },
    }),
  );
}

function fill(panel: vscode.WebviewPanel, { extensionUri, library, reviews }: StatisticsTools): void {
  const { webview } = panel;
  let isReady = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    waiting = undefined;
    if (isReady && library.isReady && reviews.isReady) void webview.postMessage(statisticsMessage(library, reviews));
  };
  /** Many reviews may come at once, as when another window's are read; a panel in the background is not drawn. */
  const update = () => {
    if (panel.visible) waiting ??= setTimeout(send, 100);
  };
  const subscriptions = vscode.Disposable.from(
    reviews.onDidChange(update),
    library.onDidChange(update),
    panel.onDidChangeViewState(update),
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isFromStatistics(message)) return;
      isReady = true;
      update();
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(waiting);
    subscriptions.dispose();
  });
  panel.iconPath = new vscode.ThemeIcon('graph');
  webview.options = pageOptions(extensionUri);
  webview.html = pageHtml(webview, extensionUri, 'statistics', vscode.l10n.t('Statistics'));
  void Promise.all([library.ready, reviews.ready]).then(update);
}
