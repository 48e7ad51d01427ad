import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { useWorkbench } from './workbench';

/** The rows of a view are there only as far as they fit. */
async function closeOtherViews(page: Page): Promise<void> {
  for (;;) {
    const other = page.locator('.sidebar .pane-header.expanded').filter({ hasNotText: 'Topics' }).first();
    if (!(await other.isVisible())) return;
    await other.click();
  }
}

describe('Filters', () => {
  const workbench = useWorkbench({ height: 1100 });
  const rows = () => workbench().treeRows('Topics');
  const labels = async () => (await rows()).map(({ label }) => label);
  const message = () => workbench().page.locator('.sidebar .tree-explorer-viewlet-tree-view .message').first();
  const choose = async (...names: readonly string[]) => {
    const checkbox = (name: string) => workbench().page.locator('.quick-input-list [role=checkbox]', { hasText: new RegExp(`^\\s*${name}`) }).first();
    for (const name of names) await checkbox(name).click();
    await workbench().press('Enter');
    await workbench().waitForNoPick();
  };
  /** A menu ignores a click that comes in the moment it opens. */
  const chooseInMenu = async (label: string, entry: string) => {
    await workbench().row(label, 'Topics').locator('.label-name').click({ button: 'right' });
    const item = workbench().page.locator('.monaco-menu .action-menu-item', { hasText: entry }).first();
    await item.waitFor();
    while (await item.isVisible()) await item.click({ timeout: 1000 }).catch(() => undefined);
  };

  before(() => workbench().theme('dark'));
  beforeEach(async () => {
    await workbench().openSideBar();
    // The tooltip of our icon would lie over the rows.
    await workbench().page.mouse.move(800, 600);
    await closeOtherViews(workbench().page);
  });

  it('shows notes of one level, and says so', async () => {
    await workbench().row('python', 'Topics').waitFor();
    await workbench().clickViewAction('Filter notes', 'Topics');
    await workbench().waitForPick('Level');
    await workbench().screenshot('Filters/choosing, dark');
    await choose('Senior');
    await message().filter({ hasText: /^Senior · \d+ of \d+ notes$/ }).waitFor();
    await workbench().row('my shop', 'Topics').waitFor({ state: 'detached' });
    await workbench().screenshot('Filters/senior, dark');
  });

  it('stays after a reload', async () => {
    await workbench().reload();
    await message().filter({ hasText: /^Senior · \d+ of \d+ notes$/ }).waitFor();
  });

  it('groups by level and by tag', async () => {
    await workbench().runCommand('Interview Study: Clear filter');
    await message().waitFor({ state: 'hidden' });
    await workbench().runCommand('Interview Study: Group notes');
    await workbench().waitForPick('By level');
    await workbench().pick('By level');
    await workbench().row('Middle', 'Topics').waitFor();
    assert.deepEqual((await labels()).slice(0, 3), ['Junior', 'Middle', 'Senior']);
    await workbench().expandRows(['Junior'], 'Topics');
    await workbench().screenshot('Filters/by level, dark');
    await workbench().clickViewAction('Collapse All', 'Topics');
    await workbench().runCommand('Interview Study: Group notes');
    await workbench().pick('By tag');
    await workbench().row('#celery', 'Topics').waitFor();
    await workbench().expandRows(['#celery'], 'Topics');
    await workbench().theme('high contrast');
    await workbench().screenshot('Filters/by tag, high contrast');
    await workbench().theme('dark');
    await workbench().clickViewAction('Collapse All', 'Topics');
    await workbench().runCommand('Interview Study: Group notes');
    await workbench().pick('By topic');
    await workbench().row('python', 'Topics').waitFor();
  });

  it('marks what was not read once something was, and continues where I stopped', async () => {
    await workbench().expandRows(['my shop'], 'Topics');
    await workbench().clickRow('Loose ends before Friday', 'Topics');
    await workbench().webviewFrame('h1');
    await workbench().expandRows(['ai'], 'Topics');
    await workbench().row('Model serving', 'Topics').locator('[class*=monaco-decoration]').first().waitFor();
    assert.equal(await workbench().row('Loose ends before Friday', 'Topics').locator('[class*=monaco-decoration]').count(), 0);
    await workbench().screenshot('Filters/read and unread, dark');
    await workbench().theme('light');
    await workbench().screenshot('Filters/read and unread, light');
    await workbench().theme('dark');
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('Interview Study: Continue where I stopped');
    const frame = await workbench().webviewFrame('h1');
    await frame.locator('h1', { hasText: 'Loose ends before Friday' }).waitFor();
  });

  it('says when nothing passes, and offers the way back', async () => {
    await workbench().runCommand('Interview Study: Filter notes');
    await workbench().waitForPick('Level');
    await choose('Due', 'Interviews', 'Junior');
    const welcome = workbench().page.locator('.sidebar .welcome-view-content', { hasText: 'No note passes the filter' });
    await welcome.waitFor();
    await workbench().screenshot('Filters/nothing passes, dark');
    await workbench().page.locator('.sidebar .welcome-view-content a, .sidebar .welcome-view-content .monaco-button', { hasText: 'Clear filter' }).first().click();
    await workbench().row('python', 'Topics').waitFor();
  });

  it('takes a topic out of the interview and back', async () => {
    await workbench().clickViewAction('Collapse All', 'Topics');
    await chooseInMenu('fastapi', 'Not for my interview');
    await workbench().row('Not for my interview', 'Topics').waitFor();
    await workbench().row('fastapi', 'Topics').waitFor({ state: 'detached' });
    await workbench().expandRows(['Not for my interview'], 'Topics');
    await workbench().screenshot('Filters/hidden topic, dark');
    await workbench().clickRowAction('fastapi', 'For my interview again', 'Topics');
    await workbench().row('Not for my interview', 'Topics').waitFor({ state: 'detached' });
    await workbench().row('fastapi', 'Topics').waitFor();
  });

  it('follows the note that comes to the front', async () => {
    await workbench().clickViewAction('Collapse All', 'Topics');
    await workbench().openFile('study/outbox.md');
    await workbench().row('How our shop sends letters exactly once', 'Topics').and(workbench().page.locator('[aria-selected=true]')).waitFor();
  });

  it('marks what was verified too long ago', async () => {
    await writeFile(join(workbench().folder, 'study', 'old.md'), '---\ntitle: Verified long ago\ntopic: my shop\nverified: 2019-05-17\napplies_to: [python<3.8]\n---\n# Verified long ago\n\n## Is it still true?\n\nWho knows.\n');
    await workbench().runCommand('Interview Study: Filter notes');
    await workbench().waitForPick('Level');
    await choose('Stale');
    await workbench().row('my shop', 'Topics').locator('.label-description', { hasText: '1 note' }).waitFor();
    await message().filter({ hasText: /^Stale · 1 of \d+ notes$/ }).waitFor();
    await workbench().expandRows(['my shop'], 'Topics');
    assert.match((await rows()).find(({ label }) => label === 'Verified long ago')?.description ?? '', /1 new · stale/);
    await workbench().row('Verified long ago', 'Topics').locator('.label-name').hover();
    await workbench().page.locator('.monaco-hover:visible', { hasText: 'Check it before you rely on it' }).waitFor();
    await workbench().screenshot('Filters/stale, dark');
    await workbench().runCommand('Interview Study: Clear filter');
  });
});
