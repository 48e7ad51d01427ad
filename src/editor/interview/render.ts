import * as vscode from 'vscode';

/** Markdown as the built-in preview renders it. Unsafe until the page has sanitised it. */
export async function render(markdown: string): Promise<string> {
  if (markdown.trim() === '') return '';
  const html: unknown = await vscode.commands.executeCommand('markdown.api.render', markdown);
  return typeof html === 'string' ? html : '';
}
