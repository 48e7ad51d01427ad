import * as vscode from 'vscode';
import { isFromStatistics } from '../../webview/statistics/protocol';
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
      else adopt(vscode.window.createWebviewPanel(statisticsPanelType, vscode.l10n.t('Statistics'), vscode.ViewColumn.Active, { enableScripts: true, enableFindWidget: true }));
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
  webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), vscode.Uri.joinPath(extensionUri, 'media')] };
  webview.html = pageHtml(webview, extensionUri);
  void Promise.all([library.ready, reviews.ready]).then(update);
}

function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', 'statistics.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'statistics.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${/^[a-z-]{2,12}$/i.test(vscode.env.language) ? vscode.env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vscode.l10n.t('Statistics')}</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body>
<script src="${script.toString()}"></script>
</body>
</html>`;
}
