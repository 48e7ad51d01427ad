import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { diagnosticSource } from './noteDiagnostics';

const markdown: vscode.DocumentSelector = { language: 'markdown' };
const help = () => import('./noteHelp');

/** Completion, hovers, links and quick fixes while a note is written. What gives them is loaded when it is first asked for. */
export function registerNoteHelp(library: Library): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      markdown,
      { provideCompletionItems: async (document, position) => (await help()).completeFrontMatter(document, position, library) },
      ...[':', ' ', '[', ',', '-', '/', '.', '@'],
    ),
    vscode.languages.registerHoverProvider(markdown, { provideHover: async (document, position) => (await help()).hoverFrontMatter(document, position, library) }),
    vscode.languages.registerDocumentLinkProvider(markdown, {
      provideDocumentLinks: async (document) => (await help()).noteLinksIn(document, library),
      resolveDocumentLink: async (link) => (await help()).resolveNoteLink(link, library),
    }),
    vscode.languages.registerCompletionItemProvider(markdown, { provideCompletionItems: async (document, position) => (await help()).completeLink(document, position, library) }, '[', '(', '#', '^'),
    vscode.languages.registerCodeActionsProvider(markdown, { provideCodeActions: (document, _range, { diagnostics }) => fixes(document, diagnostics) }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

async function fixes(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): Promise<vscode.CodeAction[]> {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.length === 0) return [];
  const { fixesFor } = await help();
  return ours.flatMap((diagnostic) => fixesFor(document, diagnostic));
}
