import assert from 'node:assert/strict';
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
});
