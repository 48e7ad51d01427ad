import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

const settings = () => vscode.workspace.getConfiguration('interviewStudy');
const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);

/** A card with its note, as a row of the tree hands it over. */
async function aCard() {
  const study = await interviewStudy();
  const find = () => study.library.index.notes().find(({ id }) => id.endsWith(':reviewed'));
  await writeNote(inProject('reviewed.md'), '---\ntopic: reviewed\n---\n# Reviewed\n\n## What is kept?\n\nWhat was answered, one line each.\n');
  await onceInLibrary(study, () => find() !== undefined);
  const note = find();
  const card = note?.cards[0];
  assert.ok(note && card);
  return { ...study, note, card };
}

describe('Reviews', () => {
  it('offer a command for everything the manifest promises', async () => {
    await interviewStudy();
    const { packageJSON } = vscode.extensions.getExtension('interview-study.interview-study') ?? {};
    const promised = (packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command }) => command);
    const present = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(promised.filter((command) => !present.has(command)), []);
  });

  it('stay where they are when a setting changes', async () => {
    const { reviews, card } = await aCard();
    await reviews.grade({ card: card.id, rating: 4 });
    const before = reviews.stateOf(card.id)?.interval;
    for (const retention of [0.8, 0.97]) {
      await set('desiredRetention', retention);
      assert.equal(reviews.stateOf(card.id)?.interval, before);
    }
    await set('desiredRetention', undefined);
    await reviews.undo();
    assert.equal(reviews.stateOf(card.id)?.due, undefined);
  });

  it('take parameters of 17, 19 or 21 numbers, and go on with the defaults where they make no sense', async () => {
    const { reviews, card } = await aCard();
    const easy = () => reviews.choices(card.id)[3]?.interval ?? 0;
    const usual = easy();
    const fitted = [0.4, 1.2, 3.2, 40, 7.2, 0.5, 1.5, 0.005, 1.5, 0.1, 1, 1.9, 0.1, 0.3, 2.3, 0.2, 3];
    await set('fsrsParameters', fitted);
    assert.ok(easy() > 2 * usual, `${easy()} is no longer than ${usual}`);
    for (const senseless of [[1, 2, 3], ['a'], [...fitted.slice(1), -1e9]]) {
      await set('fsrsParameters', senseless);
      assert.ok(easy() > 0);
    }
    await set('fsrsParameters', undefined);
  });

  it('suspend and resume a card from its row', async () => {
    const { reviews, note, card } = await aCard();
    await vscode.commands.executeCommand('interviewStudy.suspendCard', { note, card });
    assert.equal(reviews.stateOf(card.id)?.suspended, true);
    await vscode.commands.executeCommand('interviewStudy.suspendCard', { note, card });
    assert.equal(reviews.stateOf(card.id)?.suspended, false);
  });

  it('leave cards alone that no note has', async () => {
    const { reviews, note, card } = await aCard();
    const forged = { note, card: { ...card, id: 'shop:nowhere#x', anchor: 'x' } };
    await vscode.commands.executeCommand('interviewStudy.suspendCard', forged);
    assert.equal(reviews.stateOf('shop:nowhere#x'), undefined);
  });
});
