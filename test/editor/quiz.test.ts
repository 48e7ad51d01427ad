import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

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

async function aCard() {
  const study = await interviewStudy();
  const find = () => study.library.index.notes().find(({ id }) => id.endsWith(':asked'));
  await writeNote(inProject('asked.md'), '---\ntopic: asked\n---\n# Asked\n\nSome words first.\n\n## What is asked?\n\nWhat one would have to say aloud in an interview.\n');
  await onceInLibrary(study, () => find() !== undefined);
  const note = find();
  const card = note?.cards[0];
  assert.ok(note && card);
  return { note, card };
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
    const { card } = await aCard();
    const before = tabs();
    const quiz = vscode.commands.executeCommand('interviewStudy.startQuiz', { cards: [card.id] });
    await onceTab('Quiz', true);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await quiz;
    await onceTab('Quiz', false);
    assert.deepEqual(tabs(), before);
  });

  it('opens a card of a note of one’s own where it is written', async () => {
    const { note, card } = await aCard();
    await vscode.commands.executeCommand('interviewStudy.editCard', { note, card });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path.endsWith('asked.md'), true);
    assert.equal(editor?.document.offsetAt(editor.selection.active), card.range.start);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
