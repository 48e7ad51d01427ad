import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { useWorkbench } from './workbench';

describe('Note folders', () => {
  const workbench = useWorkbench({
    height: 1400,
    files: {
      'main.py': 'import asyncio\n',
      'own/mine/lock.md': '# The lock\n\n## Why is there a lock?\n\nReference counts.\n\n## What replaced it?\n\nNothing yet.\n',
      'own/mine/loop.md': '# The loop\n\nloop :: what runs callbacks\n',
    },
  });
  /** A message that shows, or that the list of notifications shows: on a busy machine it may have gone there already. */
  async function message(text: string): Promise<Locator> {
    const found = workbench().page.locator('.notification-list-item:visible', { hasText: text }).first();
    const isShown = () => found.waitFor({ timeout: 3000 }).then(() => true, () => false);
    while (!(await isShown())) await workbench().runCommand('Notifications: Show Notifications');
    return found;
  }
  const noteFolders = async () => {
    const settings = JSON.parse(await readFile(join(workbench().folder, '.vscode', 'settings.json'), 'utf8')) as Record<string, unknown>;
    return settings['interviewStudy.noteFolders'];
  };

  before(async () => {
    await workbench().openSideBar();
    await workbench().row('databases', 'Topics').waitFor();
  });

  it('adds the folder that is chosen in the dialog, and says what was found', async () => {
    await workbench().runCommand('Interview Study: Add notes folder');
    // The dialog writes its own folder into the box when it has read it; a folder read in its turn shows its way up, and here one folder more.
    await workbench().waitForPick('own');
    const dialog = workbench().page.locator('.quick-input-widget:visible');
    await dialog.locator('input').fill(`${join(workbench().folder, 'own')}/`);
    await dialog.locator('.quick-input-list [role=option]', { hasText: 'mine' }).waitFor();
    await dialog.locator('.quick-input-action .monaco-button', { hasText: 'Use these notes' }).click();
    await workbench().waitForNoPick();
    await message('own: 2 notes, 1 topics, 1 questions.');
    assert.deepEqual(await noteFolders(), [{ path: 'own', name: 'own' }]);
  });

  it('reads its headings as questions, once that is agreed to', async () => {
    await (await message('own: 2 notes')).locator('.monaco-button', { hasText: 'Use headings as questions' }).click();
    const asked = workbench().page.locator('.monaco-dialog-box');
    await asked.locator('text=2 headings end in a question mark').waitFor();
    await workbench().screenshot('Note folders/headings');
    assert.match(await asked.innerText(), /• Why is there a lock\?/);
    await asked.locator('.monaco-button', { hasText: 'Use them' }).click();
    await message('own: 2 notes, 1 topics, 3 questions.');
    assert.deepEqual(await noteFolders(), [{ path: 'own', name: 'own', headings: true }]);
    await workbench().expandRows(['mine', 'The lock'], 'Topics');
    await workbench().row('What replaced it?', 'Topics').waitFor();
    await workbench().runCommand('Notifications: Clear All Notifications');
  });

  it('turns the starter notes off and on, and leaves one’s own', async () => {
    await workbench().runCommand('Interview Study: Turn off starter notes');
    await workbench().row('databases', 'Topics').waitFor({ state: 'detached' });
    await workbench().row('The lock', 'Topics').waitFor();
    await workbench().runCommand('Interview Study: Turn on starter notes');
    await workbench().row('databases', 'Topics').waitFor();
    await workbench().row('The lock', 'Topics').waitFor();
  });

  it('opens notes without opening the side bar, and shows the last one there later', async () => {
    const sideBar = workbench().page.locator('.part.sidebar');
    const open = async (title: string) => {
      await workbench().runCommand('Interview Study: Open note');
      await workbench().waitForPick(title);
      await workbench().type(title);
      await workbench().pick(title);
      await workbench().webviewFrame(`h1:text-is("${title}")`);
      // The page takes the focus when it is ready for it, and would close a pick that opens before that.
      await workbench().page.waitForFunction(() => document.activeElement?.matches('iframe.webview'));
    };
    await workbench().press('Control+Shift+E');
    await workbench().page.locator('.explorer-folders-view').waitFor();
    // The second is opened when the first has been told to the tree.
    for (const title of ['The lock', 'The loop']) await open(title);
    assert.match((await sideBar.getAttribute('data-active-composite')) ?? (await sideBar.locator('[data-active-composite]').first().getAttribute('data-active-composite')) ?? '', /explorer/);
    await workbench().press('Control+b');
    await sideBar.waitFor({ state: 'hidden' });
    for (const title of ['The lock', 'The loop']) await open(title);
    assert.equal(await sideBar.isVisible(), false);
    await workbench().openSideBar();
    await workbench().row('The loop', 'Topics').and(workbench().page.locator('[aria-selected=true]')).waitFor();
  });
});
