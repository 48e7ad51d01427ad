import assert from 'node:assert/strict';
import { useWorkbench } from '../ui/workbench';

describe('Packaged extension in a clean profile', () => {
  const workbench = useWorkbench({ packaged: true });

  it('has topics in its tree', async () => {
    await workbench().openSideBar();
    await workbench().row('python').waitFor();
    assert.ok((await workbench().treeRows()).length > 1);
  });

  it('asks a question', async () => {
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick();
    assert.ok((await workbench().quickPickItems()).length > 0);
  });
});
