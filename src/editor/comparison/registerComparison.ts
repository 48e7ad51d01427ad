import * as vscode from 'vscode';
import { compareCommand } from '../commands';
import { registerComparisonDiagnostics } from './comparisonDiagnostics';
import type { ComparisonPanels } from './comparisonPanels';
import { comparisonPanelType, type ComparisonTools } from './comparisonTools';

/** The commands of comparisons. The panels are loaded with the first that is shown. */
export function registerComparison(tools: ComparisonTools): vscode.Disposable {
  let opened: Promise<ComparisonPanels> | undefined;
  const panels = () => (opened ??= import('./comparisonPanels').then(({ comparisonPanels }) => comparisonPanels(tools)));
  return vscode.Disposable.from(
    vscode.commands.registerCommand(compareCommand, async (...given: unknown[]) => (await panels()).compare(...given)),
    vscode.commands.registerCommand('interviewStudy.compareThings', async () => (await panels()).compareThings()),
    vscode.commands.registerCommand('interviewStudy.newComparison', async () => (await import('./createComparison')).createComparison(tools.library)),
    vscode.window.registerWebviewPanelSerializer(comparisonPanelType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await panels()).restore(panel, state),
    }),
    registerComparisonDiagnostics(tools.library),
    new vscode.Disposable(() => void opened?.then((held) => held.dispose())),
  );
}
