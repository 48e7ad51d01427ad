import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { themeNames, useWorkbench } from './workbench';

const title = 'In this file';

describe('In this file', () => {
  const workbench = useWorkbench();
  const rows = () => workbench().treeRows(title);
  const cursorIs = (place: string) => workbench().page.locator('.statusbar-item', { hasText: place }).waitFor();

  it('lists the notes behind the names of the open Python file, with how often it uses them', async () => {
    await workbench().openFile('shop/suppliers.py');
    await workbench().openSideBar();
    await workbench().row('Context managers', title).waitFor();
    const shown = await rows();
    assert.ok(shown.length > 3, JSON.stringify(shown));
    for (const { description, level } of shown) {
      assert.equal(level, 1);
      assert.match(description, /^\d+×/);
    }
  });

  it('selects the first use of a note, then the next one, and marks all of them', async () => {
    await workbench().expandRows(['Context managers'], title);
    for (const place of ['Ln 7, Col 16 (10 selected)', 'Ln 7, Col 43 (19 selected)', 'Ln 16, Col 21 (19 selected)']) {
      await workbench().clickRow('Context managers', title);
      await cursorIs(place);
    }
    for (const theme of themeNames) {
      await workbench().theme(theme);
      await workbench().screenshot(`In this file/uses of context managers, ${theme}`);
    }
    await workbench().theme('dark');
  });

  it('selects the uses of one name, and starts again behind the last', async () => {
    for (const place of ['Ln 7, Col 43', 'Ln 16, Col 21', 'Ln 7, Col 43']) {
      await workbench().clickRow('contextlib.asynccontextmanager', title);
      await cursorIs(place);
    }
  });

  it('follows what is typed', async () => {
    await workbench().page.locator('.editor-group-container.active .view-line').first().click();
    await workbench().press('ControlOrMeta+Home');
    await workbench().type('import uvicorn\n');
    await workbench().row('Application servers', title).waitFor();
  });

  it('Quiz me on this file asks about its notes', async () => {
    await workbench().clickViewAction('Quiz me on this file', title);
    await workbench().waitForPick('1 of');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
  });

  it('Study this workspace offers the notes behind all its imports', async () => {
    await workbench().runCommand('Interview Study: Study this workspace');
    await workbench().waitForPick('SQLAlchemy models');
    assert.ok((await workbench().page.locator('.quick-input-list .monaco-list-row').count()) > 10);
    await workbench().screenshot('In this file/study this workspace');
    await workbench().press('Enter');
    await workbench().waitForPick('1 of');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
  });

  it('Find in workspace shows where a note is used', async () => {
    await workbench().openFile('shop/suppliers.py');
    await workbench().openSideBar();
    await workbench().row('asyncio basics', title).locator('.label-name').click({ button: 'right' });
    // A menu takes no click in its first tenth of a second: the one that opened it might not be over.
    await workbench().page.locator('.monaco-menu .action-menu-item', { hasText: 'Find in workspace' }).click({ delay: 200 });
    const peek = workbench().page.locator('.peekview-widget');
    await peek.locator('.ref-tree [role=treeitem]', { hasText: 'suppliers.py' }).waitFor();
    await workbench().screenshot('In this file/find in workspace');
    await workbench().press('Escape');
    await peek.waitFor({ state: 'hidden' });
  });
});

describe('The symbol under the cursor', () => {
  const workbench = useWorkbench();

  it('opens its note by key', async () => {
    await workbench().openFile('shop/suppliers.py', 7);
    await workbench().press('End');
    await workbench().press('ControlOrMeta+K');
    await workbench().press('n');
    const frame = await workbench().webviewFrame('h1');
    await frame.locator('h1', { hasText: 'Context managers' }).waitFor();
  });

  it('offers to make a note where there is none', async () => {
    await workbench().page.locator('.tab[data-resource-name="suppliers.py"]').click();
    await workbench().page.locator('.view-line', { hasText: 'import random' }).click();
    await workbench().press('End');
    await workbench().runCommand('Interview Study: Open note for symbol');
    // A toast shows only while the window has the focus, which a preview in another tab may hold.
    await workbench().runCommand('Notifications: Show Notifications');
    await workbench().page.locator('.notification-list-item', { hasText: 'No note explains random yet.' }).waitFor();
    await workbench().screenshot('The symbol under the cursor/no note yet');
    await workbench().page.locator('.notification-list-item .monaco-button', { hasText: 'Make one' }).click();
    await workbench().page.locator('.tab.active[data-resource-name="random.md"]').waitFor();
    await workbench().page.locator('.view-line', { hasText: '# random' }).waitFor();
    assert.deepEqual((await workbench().visibleLines()).slice(0, 6), ['---', 'title: "random"', 'topic: python', 'hover: ["random"]', '---', '# random']);
  });

  it('is added to a note of mine, which stays as it is otherwise', async () => {
    const path = join(workbench().folder, 'study', 'outbox.md');
    const before = await readFile(path, 'utf8');
    await workbench().page.locator('.tab[data-resource-name="suppliers.py"]').click();
    await workbench().page.locator('.view-line', { hasText: 'import random' }).click();
    await workbench().press('End');
    await workbench().runCommand('Interview Study: Add hover name from selection');
    await workbench().waitForPick('How our shop sends letters exactly once');
    await workbench().pick('How our shop sends letters exactly once');
    await workbench().page.locator('.statusbar-item', { hasText: 'Hovers over random show this note' }).waitFor();
    assert.equal(await readFile(path, 'utf8'), before.replace('related: [queues/celery-reliability]\n', 'related: [queues/celery-reliability]\nhover: [random]\n'));
    await workbench().hoverWord('random');
  });
});
