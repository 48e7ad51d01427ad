import * as vscode from 'vscode';

/** Our pages, by the name of their script and style sheet. */
export type PageName = 'card' | 'comparison' | 'interview' | 'statistics';

/** The empty page: everything in it is built by its script from messages. Nothing but our two files may load. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: PageName, title: string): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', `${page}.js`));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', `${page}.css`));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${/^[a-z-]{2,12}$/i.test(vscode.env.language) ? vscode.env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body>
<script src="${script.toString()}"></script>
</body>
</html>`;
}

/** What a page may do, also after a reload of the window, when VS Code has made its panel without asking us. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewPanelOptions & vscode.WebviewOptions {
  return {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), vscode.Uri.joinPath(extensionUri, 'media')],
  };
}
