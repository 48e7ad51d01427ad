import * as vscode from 'vscode';
import { isFromCard, type ShowCard, type ToCard } from '../../webview/card/protocol';

/** The question in full beside the quick pick, which keeps the focus. Opened with the first card, closed with the quiz. */
export class CardView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private isReady = false;
  private shown: ShowCard | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  show(card: ShowCard): void {
    this.shown = card;
    this.panel ??= this.open();
    if (this.isReady) this.post(card);
  }

  /** A page further down; from the end back to the top. */
  scroll(): void {
    if (this.isReady) this.post({ type: 'scroll' });
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist', 'webview');
    const media = vscode.Uri.joinPath(this.extensionUri, 'media');
    const panel = vscode.window.createWebviewPanel(
      'interviewStudy.card',
      vscode.l10n.t('Quiz'),
      { viewColumn: vscode.ViewColumn.Active, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [dist, media] },
    );
    const { webview } = panel;
    panel.iconPath = new vscode.ThemeIcon('mortar-board');
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isFromCard(message)) return;
      if (message.type === 'ready') {
        this.isReady = true;
        if (this.shown) this.post(this.shown);
      } else if (/^https?:\/\//i.test(message.href)) {
        void vscode.env.openExternal(vscode.Uri.parse(message.href));
      }
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.isReady = false;
    });
    webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}; font-src ${webview.cspSource}">
  <link rel="stylesheet" href="${String(webview.asWebviewUri(vscode.Uri.joinPath(media, 'card.css')))}">
  <title>${vscode.l10n.t('Quiz')}</title>
</head>
<body><script src="${String(webview.asWebviewUri(vscode.Uri.joinPath(dist, 'card.js')))}"></script></body>
</html>`;
    return panel;
  }

  private post(message: ToCard): void {
    void this.panel?.webview.postMessage(message);
  }
}
