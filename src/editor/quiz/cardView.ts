import * as vscode from 'vscode';
import { isFromCard, type ShowCard, type ToCard } from '../../webview/card/protocol';
import { pageHtml, pageOptions } from '../pageHtml';

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
    const panel = vscode.window.createWebviewPanel(
      'interviewStudy.card',
      vscode.l10n.t('Quiz'),
      { viewColumn: vscode.ViewColumn.Active, preserveFocus: true },
      pageOptions(this.extensionUri),
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
    webview.html = pageHtml(webview, this.extensionUri, 'card', vscode.l10n.t('Quiz'));
    return panel;
  }

  private post(message: ToCard): void {
    void this.panel?.webview.postMessage(message);
  }
}
