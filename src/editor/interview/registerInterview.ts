import * as vscode from 'vscode';
import type { InterviewDesk } from './interviewDesk';
import { interviewPanelType, type InterviewTools } from './interviewTools';

/** The commands of mock interviews. Only who asks for one loads what it takes. */
export function registerInterview(tools: InterviewTools): vscode.Disposable {
  let opened: Promise<InterviewDesk> | undefined;
  const desk = () => (opened ??= import('./interviewDesk').then(({ openInterviewDesk }) => openInterviewDesk(tools)));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.startInterview', async (argument?: unknown) => (await desk()).start(argument)),
    vscode.commands.registerCommand('interviewStudy.replayInterview', async () => (await desk()).replay()),
    vscode.commands.registerCommand('interviewStudy.interviewHistory', async () => (await desk()).history()),
    vscode.commands.registerCommand('interviewStudy.interviewMessage', async (message: unknown) => (await desk()).receive(message)),
    vscode.window.registerWebviewPanelSerializer(interviewPanelType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await desk()).restore(panel, state),
    }),
    new vscode.Disposable(() => void opened?.then((held) => held.dispose())),
  );
}
