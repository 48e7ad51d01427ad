import * as vscode from 'vscode';
import type { NoteProblem } from '../../core/notes/note';
import type { Library } from '../library/library';

/** Problems of the tables of comparison notes, in the Problems panel while their file is open. Starter notes are ours to check. */
export function registerComparisonDiagnostics(library: Library): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('interview-study-comparison');
  const check = async (document: vscode.TextDocument) => {
    if (document.languageId !== 'markdown' || document.uri.scheme === 'interview-study') return;
    if (library.noteAt(document.uri)?.kind !== 'comparison') {
      diagnostics.delete(document.uri);
      return;
    }
    const { readShown } = await import('./shownComparison');
    // Closed while the reader was loaded: nobody would take the problems away again.
    if (document.isClosed) return;
    diagnostics.set(document.uri, readShown(document.getText()).problems.map((problem) => diagnostic(document, problem)));
  };
  const checkAll = () => {
    for (const document of vscode.workspace.textDocuments) void check(document);
  };
  return vscode.Disposable.from(
    diagnostics,
    library.onDidChange(checkAll),
    vscode.workspace.onDidOpenTextDocument((document) => void check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => void check(document)),
    vscode.workspace.onDidCloseTextDocument((document) => diagnostics.delete(document.uri)),
  );
}

function diagnostic(document: vscode.TextDocument, problem: NoteProblem): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(problem.range.start), document.positionAt(problem.range.end));
  const made = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  made.code = problem.code;
  made.source = 'Interview Study';
  return made;
}

const severities = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, hint: vscode.DiagnosticSeverity.Information } as const;
