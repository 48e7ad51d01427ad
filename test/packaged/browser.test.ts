import assert from 'node:assert/strict';
import { useWorkbench } from '../ui/workbench';

const sums = `---
title: Sums
topic: sums
---
# Sums

## What is one and one?

- [x] Two
- [ ] Three

## What is two and two?

Four.
`;

const reader = `async def rows(pool):
    async with pool.acquire() as connection:
        yield connection
`;

// Where VS Code for the Web runs extensions: in a worker of the page, without Node, everything through `workspace.fs`.
describe('Packaged extension without Node', () => {
  const workbench = useWorkbench({ packaged: 'browser', files: { 'study/sums.md': sums, 'reader.py': reader } });
  const ratings = async () => (await workbench().reviews()).filter(({ kind }) => kind === 'review').map(({ rating }) => rating);

  it('runs in the page, and nowhere else', async () => {
    await workbench().openSideBar();
    await workbench().row('python').waitFor();
    await workbench().runCommand('Developer: Show Running Extensions');
    const ours = workbench().page.locator('.runtime-extensions-editor .extension', { hasText: 'Interview Study' });
    await ours.waitFor();
    assert.match(await ours.innerText(), /Web Worker/i);
    await workbench().press('Escape');
    await ours.waitFor({ state: 'hidden' });
  });

  it("lists the starter pack's topics, and the note of the workspace with its questions", async () => {
    await workbench().row('fastapi').waitFor();
    await workbench().expandRows(['sums', 'Sums']);
    await workbench().row('What is one and one?').waitFor();
  });

  it('keeps each answer in a file before the next question', async () => {
    await workbench().row('sums').filter({ hasText: '2 new' }).waitFor();
    await workbench().clickRowAction('Sums', 'Quiz me on this');
    for (let question = 1; question <= 2; question++) {
      await workbench().waitForPick(`${question} of 2`);
      assert.equal((await ratings()).length, question - 1);
      await workbench().press(((await workbench().quickPickTexts()).message.includes('one and one')) ? '1' : 'Enter');
      await workbench().waitForPick('Again');
      await workbench().press('3');
    }
    await workbench().waitForPick('Quiz finished: 2 of 2');
    assert.deepEqual(await ratings(), [3, 3]);
    await workbench().press('Escape');
    await workbench().waitForNoPick();
  });

  it('knows them after a reload', async () => {
    await workbench().reload();
    await workbench().openSideBar();
    await workbench().row('sums').filter({ hasNotText: 'new' }).waitFor();
  });

  it('shows the note behind a word of a Python file', async () => {
    await workbench().openFile('reader.py');
    const parts = await workbench().hoverWord('yield');
    assert.ok(parts.some((text) => text.includes('Iterators and generators')), parts.join('\n'));
  });

  it('compares frameworks', async () => {
    await workbench().runCommand('Interview Study: Compare frameworks');
    await workbench().pick('Python web frameworks compared');
    const page = await workbench().webviewFrame('table');
    await page.locator('th', { hasText: 'FastAPI' }).first().waitFor();
  });
});
