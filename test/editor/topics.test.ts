import * as vscode from 'vscode';
import { interviewStudy } from './studying';

describe('the Topics view', () => {
  before(interviewStudy);

  // What its rows say is tested where they can be seen: test/ui/topics.test.ts.
  it('opens, and takes notes to be revealed, also of topics that were never expanded', async () => {
    await vscode.commands.executeCommand('interviewStudy.topics.focus');
    await vscode.commands.executeCommand('interviewStudy.revealNote', 'pack:databases/indexes');
  });
});
