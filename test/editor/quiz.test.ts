import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { interviewStudy } from './studying';

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);

/** Resolves once a tab with this label is open, or closed. */
function onceTab(label: string, isOpen: boolean): Promise<void> {
  if (tabs().includes(label) === isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (tabs().includes(label) !== isOpen) return;
      subscription.dispose();
      resolve();
    });
  });
}

describe('Quiz by command', () => {
  it('asks nothing for cards that are not there', async () => {
    await interviewStudy();
    for (const argument of [{ cards: ['shop:nowhere#x'] }, { note: 'nowhere' }, { topic: 'no/such' }, { tag: '\u0000' }, { level: 'senior', note: '' }]) {
      await vscode.commands.executeCommand('interviewStudy.startQuiz', argument);
    }
    assert.equal(tabs().includes('Quiz'), false);
  });

  it('shows the card beside the pick, and closes it when the pick is closed', async () => {
    const { library } = await interviewStudy();
    const card = library.index.note('shop:study/outbox')?.cards[0];
    assert.ok(card);
    const before = tabs();
    const quiz = vscode.commands.executeCommand('interviewStudy.startQuiz', { cards: [card.id] });
    await onceTab('Quiz', true);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await quiz;
    await onceTab('Quiz', false);
    assert.deepEqual(tabs(), before);
  });

  it('opens a card of a note of one’s own where it is written', async () => {
    const { library } = await interviewStudy();
    const note = library.index.note('shop:study/outbox');
    const card = note?.cards.at(-1);
    assert.ok(note && card);
    await vscode.commands.executeCommand('interviewStudy.editCard', { note, card });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path.endsWith('study/outbox.md'), true);
    assert.equal(editor?.document.offsetAt(editor.selection.active), card.range.start);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
