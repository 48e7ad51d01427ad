import assert from 'node:assert/strict';
import { themeNames, useWorkbench } from './workbench';

describe('Hover', () => {
  const workbench = useWorkbench();

  it('shows title, gist and links of the note behind a word', async () => {
    await workbench().notesAreRead();
    await workbench().openFile('shop/suppliers.py', 17);
    const [part] = (await workbench().hoverWord('asynccontextmanager')).filter((text) => text.includes('Open note'));
    assert.match(part ?? '', /^Context managers/);
    assert.match(part ?? '', /Open note · Quiz me \(\d+\) · .*Mute this name$/);
  });

  it('is readable in every theme', async () => {
    for (const theme of themeNames) {
      await workbench().theme(theme);
      await workbench().hoverWord('yield');
      await workbench().screenshot(`Hover/over yield, ${theme}`);
    }
    await workbench().theme('dark');
  });

  it('Open note opens the note, rendered', async () => {
    await workbench().hoverWord('yield');
    await workbench().clickInHover('Open note');
    const frame = await workbench().webviewFrame('h1');
    await frame.locator('h1', { hasText: 'Iterators and generators' }).waitFor();
  });

  it('Quiz me asks about the note', async () => {
    await workbench().page.locator('.tab[data-resource-name="suppliers.py"]').click();
    await workbench().hoverWord('yield');
    await workbench().clickInHover('Quiz me');
    await workbench().waitForPick('questions');
    await workbench().press('Enter');
    await workbench().waitForPick('1 of');
  });
});
