import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWorkbench } from './workbench';

describe('Authoring', () => {
  const workbench = useWorkbench();

  before(async () => {
    await workbench().openSideBar();
    await workbench().row('my shop', 'Topics').waitFor();
  });

  it('starts a note in a topic, with a title', async () => {
    await workbench().notesAreRead();
    await workbench().runCommand('Interview Study: New note');
    await workbench().waitForPick('my shop/databases');
    await workbench().type('my shop/pay');
    await workbench().waitForPick('new topic');
    await workbench().screenshot('Authoring/new note, topic');
    await workbench().press('Enter');
    await workbench().waitForPick('Title');
    await workbench().type('Refunds: how?');
    await workbench().press('Enter');
    await workbench().page.locator('.tab.active', { hasText: 'refunds-how.md' }).waitFor();
    await workbench().row('Refunds: how?', 'Topics').waitFor();
    const text = await readFile(join(workbench().folder, 'study', 'my-shop', 'pay', 'refunds-how.md'), 'utf8');
    assert.match(text, /^---\ntitle: "Refunds: how\?"\ntopic: my shop\/pay\nverified: \d{4}-\d\d-\d\d\n---\n# Refunds: how\?\n/);
  });

  it('offers keys and values of front matter', async () => {
    await workbench().openFile('study/my-shop/pay/refunds-how.md', 4);
    await workbench().press('End');
    await workbench().press('Enter');
    await workbench().press('Control+Space');
    const widget = workbench().page.locator('.suggest-widget.visible');
    await widget.locator('.monaco-list-row', { hasText: 'level' }).first().waitFor();
    await workbench().screenshot('Authoring/keys, light');
    await workbench().type('lev');
    await workbench().press('Enter');
    await widget.locator('.monaco-list-row', { hasText: 'middle' }).first().waitFor();
    await workbench().theme('dark');
    await workbench().screenshot('Authoring/values, dark');
    await workbench().theme('light');
    await workbench().press('Escape');
    await workbench().type('expert');
    await workbench().page.locator('.squiggly-warning').first().waitFor();
    await workbench().press('Control+.');
    await workbench().page.locator('.action-widget', { hasText: 'Use senior' }).waitFor();
    await workbench().screenshot('Authoring/quick fix, light');
    await workbench().press('Enter');
    await workbench().page.locator('.view-line', { hasText: 'level: senior' }).waitFor();
    await workbench().press('Control+s');
  });

  it('makes a question of a selection in Python', async () => {
    await workbench().openFile('shop/tasks.py', 1);
    await workbench().press('Shift+ArrowDown');
    await workbench().press('Shift+ArrowDown');
    await workbench().runCommand('Interview Study: Add question from selection');
    await workbench().waitForPick('The question that the selection answers');
    await workbench().type('What is imported here');
    await workbench().press('Enter');
    await workbench().waitForPick('New note…');
    await workbench().type('Refunds');
    await workbench().press('Enter');
    await workbench().page.locator('.view-line', { hasText: '### What is imported here?' }).waitFor();
    await workbench().screenshot('Authoring/question from Python, light');
  });
});
