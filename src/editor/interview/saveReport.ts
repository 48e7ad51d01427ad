import * as vscode from 'vscode';
import type { Interview } from '../../core/interview/interview';
import type { PastInterview } from '../../core/interview/pastInterviews';
import { interviewReport } from '../../core/interview/report';
import { dateOf } from './interviewView';
import { reportWords } from './pageWords';

/** Writes the report where the user chooses, and opens it. */
export async function saveReport(interview: Interview, earlier: readonly PastInterview[]): Promise<void> {
  const ended = interview.endedAt ?? interview.lastAt;
  const name = `${interview.script.title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'interview'}-${dayOf(ended)}.md`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save report'), filters: { Markdown: ['md'] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(interviewReport(interview, { earlier, date: dateOf(ended), words: reportWords() })));
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** `2026-11-20`, where the user is. */
function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
