import * as vscode from 'vscode';
import { isFromStatistics } from '../../webview/statistics/protocol';
import { pageHtml, pageOptions } from '../pageHtml';
import { statisticsMessage } from './statisticsMessage';
import { statisticsPanelType, type StatisticsTools } from './statisticsTools';

/** One panel, which follows the reviews. */
export interface StatisticsPanel {
  show(): void;
  /** Fills a panel that comes back after a reload. */
  restore(panel: vscode.WebviewPanel): void;
}

export function statisticsPanel(tools: StatisticsTools): StatisticsPanel {
  let panel: vscode.WebviewPanel | undefined;
  const adopt = (made: vscode.WebviewPanel) => {
    panel = made;
    fill(made, tools);
    made.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
  };
  return {
    show() {
      if (panel) panel.reveal();
      else adopt(vscode.window.createWebviewPanel(statisticsPanelType, vscode.l10n.t('Statistics'), vscode.ViewColumn.Active, pageOptions(tools.extensionUri)));
    },
    restore: adopt,
  };
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
