import * as vscode from 'vscode';
import type { StatisticsPanel } from './statisticsPanel';
import { statisticsPanelType, type StatisticsTools } from './statisticsTools';

/** `Show statistics`: the panel is loaded when it is first shown. */
export function registerStatistics(tools: StatisticsTools): vscode.Disposable {
  let opened: Promise<StatisticsPanel> | undefined;
  const panel = () => (opened ??= import('./statisticsPanel').then(({ statisticsPanel }) => statisticsPanel(tools)));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.showStatistics', async () => (await panel()).show()),
    vscode.window.registerWebviewPanelSerializer(statisticsPanelType, {
      deserializeWebviewPanel: async (made) => (await panel()).restore(made),
    }),
  );
}
