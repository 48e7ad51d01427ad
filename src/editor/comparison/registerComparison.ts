import * as vscode from 'vscode';
import { compareCommand } from '../commands';
import type { Library } from '../library/library';
import { pageOptions } from '../pageHtml';
import { registerComparisonDiagnostics } from './comparisonDiagnostics';
import { ComparisonPanel, comparisonPanelType } from './comparisonPanel';
import { createComparison } from './createComparison';
import { pickComparison, pickThings } from './pickComparison';

/** Comparison panels: one per note, brought back after a reload, following their notes. */
export function registerComparison({ extensionUri, library }: { readonly extensionUri: vscode.Uri; readonly library: Library }): vscode.Disposable {
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

  return vscode.Disposable.from(
    vscode.commands.registerCommand(compareCommand, async (noteId?: unknown, things?: unknown, how?: unknown) => {
      if (typeof noteId === 'string' && library.index.note(noteId) === undefined) await library.ready;
      const note = (typeof noteId === 'string' ? library.index.note(noteId) : undefined) ?? (await pickComparison(library));
      if (note !== undefined) show(note.id, readThings(things), asksForBeside(how));
    }),
    vscode.commands.registerCommand('interviewStudy.compareThings', async () => {
      const picked = await pickThings(library);
      if (picked !== undefined) show(picked.note.id, picked.things, false);
    }),
    vscode.commands.registerCommand('interviewStudy.newComparison', () => createComparison(library)),
    vscode.window.registerWebviewPanelSerializer(comparisonPanelType, {
      deserializeWebviewPanel: async (webviewPanel, state: unknown) => {
        const noteId = noteIdOf(state);
        if (noteId === undefined || panels.has(noteId)) webviewPanel.dispose();
        else adopt(webviewPanel, noteId);
        return Promise.resolve();
      },
    }),
    registerComparisonDiagnostics(library),
    new vscode.Disposable(() => {
      for (const panel of [...panels.values()]) panel.dispose();
    }),
  );
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
