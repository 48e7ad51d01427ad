import * as vscode from 'vscode';
import { pageOptions } from '../pageHtml';
import { ComparisonPanel } from './comparisonPanel';
import { comparisonPanelType, type ComparisonTools } from './comparisonTools';
import { pickComparison, pickThings } from './pickComparison';

/** Comparison panels: one per note, following their notes. */
export interface ComparisonPanels extends vscode.Disposable {
  /** Arguments: a note's id, names of things to show alone, `{ beside: true }`; whatever else is given counts as not given. */
  compare(noteId?: unknown, things?: unknown, how?: unknown): Promise<void>;
  /** Asks for two or three things and shows just those. */
  compareThings(): Promise<void>;
  /** Brings a panel back after a reload. State: what its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): void;
}

export function comparisonPanels({ extensionUri, library }: ComparisonTools): ComparisonPanels {
  const panels = new Map<string, ComparisonPanel>();

  const adopt = (webviewPanel: vscode.WebviewPanel, noteId: string): ComparisonPanel => {
    const panel = new ComparisonPanel(webviewPanel, extensionUri, library, noteId);
    panels.set(noteId, panel);
    webviewPanel.onDidDispose(() => {
      if (panels.get(noteId) === panel) panels.delete(noteId);
    });
    return panel;
  };

  const show = (noteId: string, things: readonly string[] | undefined, beside: boolean) => {
    const open = panels.get(noteId);
    open?.reveal(undefined, beside);
    const column = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = open ?? adopt(vscode.window.createWebviewPanel(comparisonPanelType, '', { viewColumn: column, preserveFocus: beside }, pageOptions(extensionUri)), noteId);
    if (things !== undefined && things.length > 0) panel.choose(things);
  };

  return {
    async compare(noteId, things, how) {
      if (typeof noteId === 'string' && library.index.note(noteId) === undefined) await library.ready;
      const note = (typeof noteId === 'string' ? library.index.note(noteId) : undefined) ?? (await pickComparison(library));
      if (note !== undefined) show(note.id, readThings(things), asksForBeside(how));
    },
    async compareThings() {
      const picked = await pickThings(library);
      if (picked !== undefined) show(picked.note.id, picked.things, false);
    },
    restore(webviewPanel, state) {
      const noteId = noteIdOf(state);
      if (noteId === undefined || panels.has(noteId)) webviewPanel.dispose();
      else adopt(webviewPanel, noteId);
    },
    dispose() {
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}

function readThings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((thing): thing is string => typeof thing === 'string').slice(0, 100) : undefined;
}

/** From a hover the panel opens in a second column, and the focus stays in the code. */
function asksForBeside(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'beside' in value && value.beside === true;
}

function noteIdOf(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'noteId' in state && typeof state.noteId === 'string' ? state.noteId : undefined;
}
