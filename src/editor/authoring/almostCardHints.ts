import * as vscode from 'vscode';
import type { AlmostCardCode } from '../../core/authoring/almostCardFixes';
import { almostCards } from '../../core/authoring/almostCards';
import type { Note } from '../../core/notes/note';
import { diagnosticSource } from './noteDiagnostics';
import { parseAs } from './parseAs';

export function almostCardHints(document: vscode.TextDocument, note: Note): readonly vscode.Diagnostic[] {
  return almostCards(document.getText(), parseAs(note)).map(({ code, range }) => {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    const diagnostic = new vscode.Diagnostic(place, messageOf(code), vscode.DiagnosticSeverity.Hint);
    diagnostic.source = diagnosticSource;
    diagnostic.code = code;
    return diagnostic;
  });
}

function messageOf(code: AlmostCardCode): string {
  switch (code) {
    case 'tag-without-answer':
      return vscode.l10n.t('No card yet: its answer must start with "A:".');
    case 'unspaced-separator':
      return vscode.l10n.t('No card yet: the colons need a space on each side.');
    case 'heading-without-mark':
      return vscode.l10n.t('No card yet: a heading that asks must end in a question mark.');
    case 'options-without-right':
      return vscode.l10n.t('A to-do list: of options, one must be marked as right.');
    case 'options-without-wrong':
      return vscode.l10n.t('A to-do list: of options, one must be wrong.');
    case 'unclosed-gap':
      return vscode.l10n.t('No card yet: this gap is not closed.');
    case 'one-colon-gap':
      return vscode.l10n.t('No card yet: a numbered gap has two colons before its text.');
    case 'apart-mark':
      return vscode.l10n.t('No card yet: the question must stand on the line above the mark, the answer on the line below.');
  }
}
