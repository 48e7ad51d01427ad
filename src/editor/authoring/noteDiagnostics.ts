import * as vscode from 'vscode';
import type { Note, NoteProblem } from '../../core/notes/note';
import type { Library } from '../library/library';
import { starterScheme } from '../library/starterNotes';

export const diagnosticSource = 'Interview Study';

const severities: Readonly<Record<NoteProblem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Keeps the Problems panel equal to what the index knows of the user's own notes, open or not. */
export function registerNoteDiagnostics(library: Library): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('interview-study');
  const shown = new Map<string, Note>();

  const update = async () => {
    const present = new Set<string>();
    for (const note of library.index.notes()) {
      if (note.problems.length === 0) continue;
      const uri = library.uriOf(note);
      if (uri.scheme === starterScheme) continue;
      present.add(uri.toString());
      if (shown.get(uri.toString()) === note) continue;
      shown.set(uri.toString(), note);
      const text = await library.textOf(note).catch(() => '');
      collection.set(uri, diagnosticsOf(note, text));
    }
    for (const key of [...shown.keys()]) {
      if (present.has(key)) continue;
      shown.delete(key);
      collection.delete(vscode.Uri.parse(key));
    }
  };

  const subscription = library.onDidChange(() => void update());
  return vscode.Disposable.from(collection, subscription);
}

function diagnosticsOf(note: Note, text: string): vscode.Diagnostic[] {
  const positionAt = positionsOf(text);
  return note.problems.map((problem) => {
    const range = new vscode.Range(positionAt(problem.range.start), positionAt(problem.range.end));
    const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
    diagnostic.source = diagnosticSource;
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

/** Offsets of a text that need not be open in the editor, as positions. Lines end as VS Code counts them. */
function positionsOf(text: string): (offset: number) => vscode.Position {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, Math.max(0, offset - (starts[low] ?? 0)));
  };
}
