import assert from 'node:assert/strict';
import { useWorkbench } from './workbench';

describe('Workbench', () => {
  const workbench = useWorkbench();

  it('shows our icon and opens the side bar', async () => {
    await workbench().openSideBar();
    await workbench().page.locator('.sidebar h2', { hasText: 'Interview Study' }).waitFor();
  });

  it('opens a file of the sample project', async () => {
    await workbench().openFile('shop/main.py', 40);
    assert.match((await workbench().visibleLines()).join('\n'), /app = FastAPI\(/);
  });

  it('follows a change of theme', async () => {
    await workbench().theme('dark');
    await workbench().screenshot('Workbench/dark theme');
  });
});
