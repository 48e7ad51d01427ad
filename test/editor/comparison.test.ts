import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

const mainComparison = 'pack:frameworks/comparison';

const panels = () =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('interviewStudy.comparison'));

/** Resolves once as many panels are open as asked for, and each has its note's title. */
function oncePanels(titles: readonly string[]): Promise<void> {
  const holds = () => titles.length === panels().length && titles.every((title) => panels().some(({ label }) => label === title));
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}

describe('Comparison', () => {
  const title = 'Python web frameworks compared';
  const own = inProject('study', 'compared-queues.md');

  before(() => interviewStudy());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => vscode.workspace.fs.delete(own));

  it('opens the main comparison in one panel, also when asked twice', async () => {
    await vscode.commands.executeCommand('interviewStudy.compare', mainComparison);
    await oncePanels([title]);
    await vscode.commands.executeCommand('interviewStudy.compare', mainComparison, ['Django', 'Flask']);
    await oncePanels([title]);
  });

  it('opens beside the code without taking the focus when a hover asks', async () => {
    const editor = await vscode.window.showTextDocument(inProject('shop', 'main.py'), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('interviewStudy.compare', mainComparison, undefined, { beside: true });
    await oncePanels([title]);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.equal(panels()[0]?.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('opens a comparison of the user and tells what is likely a mistake in it', async () => {
    const study = await interviewStudy();
    await writeNote(own, '---\ntitle: Queues compared\ntopic: mine\nkind: comparison\nneeds:\n  - {id: a, ask: "A?", weight: 1, rows: [{row: Nowhere, prefers: "yes"}]}\n---\n# Queues compared\n\n| | Celery | RQ |\n|-|-|-|\n| Retries | yes |\n');
    await onceInLibrary(study, () => study.library.noteAt(own)?.kind === 'comparison');
    const document = await vscode.workspace.openTextDocument(own);
    const found = (await diagnosticsOf(own)).filter(({ source }) => source === 'Interview Study');
    const ragged = found.find(({ code }) => code === 'ragged-row');
    assert.equal(document.getText(ragged?.range), '| Retries | yes |');
    assert.ok(found.some(({ code, message }) => code === 'needs' && message.includes('Nowhere')));
    await vscode.commands.executeCommand('interviewStudy.compare', study.library.noteAt(own)?.id);
    await oncePanels(['Queues compared']);
  });

  it('follows the title of its note', async () => {
    const study = await interviewStudy();
    await vscode.commands.executeCommand('interviewStudy.compare', study.library.noteAt(own)?.id);
    await oncePanels(['Queues compared']);
    await writeNote(own, '---\ntitle: Task queues\ntopic: mine\nkind: comparison\n---\n| | Celery | RQ |\n|-|-|-|\n| Retries | yes | yes |\n');
    await oncePanels(['Task queues']);
  });
});
