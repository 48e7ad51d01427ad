import * as vscode from 'vscode';
import { almostCardCodes, almostCardFixes, type AlmostCardFix } from '../../core/authoring/almostCardFixes';
import { fixesOf, type Fix } from '../../core/authoring/problemFixes';
import type { TextEdit } from '../../core/authoring/textEdit';
import { brokenLink } from './brokenLinks';
import { newNoteCommand } from '../commands';
import { today } from '../today';

type AnyFix = Fix | AlmostCardFix;

/** Of these the author must choose one, or none. */
const needsChoice: ReadonlySet<AnyFix['kind']> = new Set(['no-id', 'remove-line', 'right', 'wrong'] as const);

/** Quick fixes for what the Problems panel says about a note. */
export function fixesFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const code = String(diagnostic.code);
  if (code === brokenLink) return [createNoteAction(document, diagnostic)];
  const range = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
  const almost = almostCardCodes.find((known) => known === code);
  const fixes: readonly AnyFix[] = almost ? almostCardFixes(document.getText(), almost, range) : fixesOf(document.getText(), { code, range }, today());
  return fixes.map((fix) => {
    const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = fix.kind === 'use' ? fix.isLikely : !needsChoice.has(fix.kind);
    action.edit = 'at' in fix ? roomEdit(document, fix) : editOf(document, fix.edits);
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

function titleOf(fix: AnyFix): string {
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
    case 'question':
      return vscode.l10n.t('Write the question');
    case 'tag-answer':
      return vscode.l10n.t('Mark the text below as the answer');
    case 'spaces':
      return vscode.l10n.t('Put spaces around the colons');
    case 'question-mark':
      return vscode.l10n.t('End it with a question mark');
    case 'two-colons':
      return vscode.l10n.t('Write two colons');
    case 'join':
      return vscode.l10n.t('Take the empty lines away');
    case 'right':
      return vscode.l10n.t('Mark "{0}" as right', fix.value);
    case 'wrong':
      return vscode.l10n.t('Mark "{0}" as wrong', fix.value);
    case 'close-gap':
      return vscode.l10n.t('Close the gap behind "{0}"', fix.value);
  }
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), text);
  return edit;
}

/** Leaves the cursor where the answer or question goes. */
function roomEdit(document: vscode.TextDocument, { kind, at, text }: Extract<AnyFix, { readonly at: number }>): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const place = document.positionAt(at);
  const snippet = new vscode.SnippetString();
  if (kind === 'question') snippet.appendPlaceholder(vscode.l10n.t('Question')).appendText(text);
  else snippet.appendText(text).appendPlaceholder(vscode.l10n.t('Answer'));
  edit.set(document.uri, [new vscode.SnippetTextEdit(new vscode.Range(place, place), snippet)]);
  return edit;
}
