import * as vscode from 'vscode';
import type { PlanTools } from './currentPlan';

/** The commands of the interview date. Planning is loaded when one of them is asked for. */
export function registerPlan(tools: PlanTools): vscode.Disposable {
  const plan = async () => (await import('./interviewPlan')).interviewPlan(tools);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewStudy.setInterviewDate', async () => (await plan()).setDate()),
    vscode.commands.registerCommand('interviewStudy.showPlan', async () => (await plan()).show()),
    vscode.commands.registerCommand('interviewStudy.studyForInterview', async () => (await plan()).study()),
  );
}
