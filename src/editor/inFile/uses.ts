import * as vscode from 'vscode';
import type { TextRange } from '../../core/notes/note';

/** Marks the uses of a note in the editor and goes from one to the next. */
export class Uses implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private marked: vscode.TextEditor | undefined;

  dispose(): void {
    this.mark.dispose();
  }

  /** Marks all places; without any, takes the marks away. */
  show(editor: vscode.TextEditor, places: readonly TextRange[]): void {
    if (this.marked !== editor) this.clear();
    this.marked = editor;
    editor.setDecorations(this.mark, places.map((place) => rangeOf(editor.document, place)));
  }

  clear(): void {
    this.marked?.setDecorations(this.mark, []);
    this.marked = undefined;
  }
}

/** Selects the place after the one that is selected, or the first one from the cursor on; behind the last one it starts again. */
export function goToNext(editor: vscode.TextEditor, places: readonly TextRange[]): void {
  const [from, to] = [editor.document.offsetAt(editor.selection.start), editor.document.offsetAt(editor.selection.end)];
  const isSelected = ({ start, end }: TextRange) => start === from && end === to;
  const next = places.find((place) => place.start >= from && !isSelected(place)) ?? places[0];
  if (!next) return;
  const range = rangeOf(editor.document, next);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
