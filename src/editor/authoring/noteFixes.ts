import * as vscode from 'vscode';
import { fixesOf, type Fix } from '../../core/authoring/problemFixes';
import type { TextEdit } from '../../core/authoring/textEdit';
import { brokenLink } from './brokenLinks';
import { newNoteCommand } from './newNote';
import { diagnosticSource } from './noteDiagnostics';
import { today } from '../today';

/** Quick fixes for what the Problems panel says about notes. */
export function registerNoteFixes(): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, { diagnostics }) =>
      diagnostics.filter(({ source }) => source === diagnosticSource).flatMap((diagnostic) => actionsFor(document, diagnostic)),
  };
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

function actionsFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const code = String(diagnostic.code);
  if (code === brokenLink) return [createNoteAction(document, diagnostic)];
  const range = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
  return fixesOf(document.getText(), { code, range }, today()).map((fix) => {
    const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = fix.kind === 'use' ? fix.isLikely : fix.kind !== 'no-id' && fix.kind !== 'remove-line';
    action.edit = fix.kind === 'answer' ? answerEdit(document, fix) : editOf(document, fix.edits);
    return action;
  });
}

function createNoteAction(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const target = document.getText(diagnostic.range).replace(/#.*$/, '').replace(/\.md$/i, '');
  const title = target.slice(target.lastIndexOf('/') + 1);
  const action = new vscode.CodeAction(vscode.l10n.t('Create the note "{0}"', title), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: newNoteCommand, title: action.title, arguments: [{ title }] };
  return action;
}

function titleOf(fix: Fix): string {
  switch (fix.kind) {
    case 'use':
      return vscode.l10n.t('Use {0}', fix.value);
    case 'other-id':
      return vscode.l10n.t('Give this card the id {0}', fix.value);
    case 'no-id':
      return vscode.l10n.t('Remove this id');
    case 'answer':
      return vscode.l10n.t('Write the answer');
    case 'close':
      return vscode.l10n.t('Close the front matter');
    case 'plain-yaml':
      return vscode.l10n.t('Read it as YAML');
    case 'remove-line':
      return vscode.l10n.t('Remove this line');
    case 'quote':
      return vscode.l10n.t('Put quotes around the value');
    case 'escape':
      return vscode.l10n.t('Say that this is code');
  }
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), text);
  return edit;
}

/** Leaves the cursor where the answer goes. */
function answerEdit(document: vscode.TextDocument, { at, text }: { readonly at: number; readonly text: string }): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const place = document.positionAt(at);
  const snippet = new vscode.SnippetString(text).appendPlaceholder(vscode.l10n.t('Answer'));
  edit.set(document.uri, [new vscode.SnippetTextEdit(new vscode.Range(place, place), snippet)]);
  return edit;
}
