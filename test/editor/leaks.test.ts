import assert from 'node:assert/strict';
import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

/** reliability: 1,000 times open and closed leave nothing behind. */
const rounds = process.env.INTERVIEW_STUDY_LONG === '1' ? 1000 : 30;
/** Opened so often before anything is counted, so that what is kept once is there. */
const firstRounds = 5;
const mostGrowth = 5 * 1024 * 1024;
/** The editor itself may have come to need one meanwhile. */
const mostOthers = 3;

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

/** Resolves once this many tabs are open. */
function onceTabs(count: number): Promise<void> {
  if (tabs().length === count) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (tabs().length !== count) return;
      subscription.dispose();
      resolve();
    });
  });
}

interface Kept {
  /** Bytes. */
  readonly heap: number;
  /** Subscriptions that are not collected: what a panel listens to is bound to one. */
  readonly disposables: number;
}

/** What the extension host still holds after its rubbish has been taken out. */
async function kept(): Promise<Kept> {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What ends in a later turn, such as a message on its way, is let go by then.
  for (let turn = 0; turn < 3; turn += 1) {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    collect();
  }
  return { heap: process.memoryUsage().heapUsed, disposables: v8.queryObjects(vscode.Disposable, { format: 'count' }) };
}

describe('Opened and closed many times', function () {
  this.timeout(Math.max(60_000, rounds * 2000));
  const own = inProject('leaks.md');
  let card = '';

  before(async () => {
    const study = await interviewStudy();
    await writeNote(own, '---\ntitle: Leaks\ntopic: leaks\nkind: comparison\n---\n# Leaks\n\n| | A | B |\n|-|-|-|\n| Row | yes | no |\n\n## What is a leak?\n\nWhat nobody uses and nobody gives back.\n');
    await onceInLibrary(study, () => study.library.noteAt(own) !== undefined);
    card = study.library.noteAt(own)?.cards[0]?.id ?? '';
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await onceTabs(0);
  });
  after(() => vscode.workspace.fs.delete(own));

  async function comparison(): Promise<void> {
    const study = await interviewStudy();
    await vscode.commands.executeCommand('interviewStudy.compare', study.library.noteAt(own)?.id);
    await onceTabs(1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await onceTabs(0);
  }

  async function cardView(): Promise<void> {
    const quiz = vscode.commands.executeCommand('interviewStudy.startQuiz', { cards: [card] });
    await onceTabs(1);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await quiz;
    await onceTabs(0);
  }

  for (const [what, openAndClose] of [['the comparison panel', comparison], ['the card view', cardView]] as const) {
    it(`${what} leaves nothing behind`, async () => {
      for (let round = 0; round < firstRounds; round += 1) await openAndClose();
      const before = await kept();
      for (let round = 0; round < rounds; round += 1) await openAndClose();
      const after = await kept();
      const growth = after.heap - before.heap;
      console.log(`      ${String(rounds)} times: ${String(after.disposables - before.disposables)} subscriptions more of ${String(before.disposables)}, heap ${(growth / 1024).toFixed(0)} KB more`);
      assert.ok(after.disposables - before.disposables <= mostOthers, 'subscriptions stay');
      assert.ok(growth < mostGrowth, 'the heap grows');
    });
  }
});
