import assert from 'node:assert/strict';
import { useWorkbench } from './workbench';

describe('Search', () => {
  const workbench = useWorkbench({
    files: {
      '.vscode/settings.json': '{ "interviewStudy.noteFolders": [{ "path": "study", "name": "mine" }] }',
      'study/payload.md': '---\ntopic: mine\ntitle: "Payload $(bug) [x](command:workbench.action.openSettings)"\n---\n# Payload\n\n## Why is $(zap) not an icon?\n\nBecause.\n',
      'study/корень.md': '---\ntopic: mine\ntitle: Ещё один индекс\n---\n# Ещё один индекс\n\n## Что такое B-дерево?\n\nДерево с большим ветвлением, лежит на дисковых страницах.\n',
    },
  });
  const isFirst = (label: string) => workbench().page.locator('.quick-input-list [role=option][data-index="0"]', { hasText: label }).waitFor();
  const search = async (text: string, expected: string) => {
    await workbench().runCommand('Interview Study: Search notes');
    await workbench().waitForPick();
    await workbench().type(text);
    await workbench().waitForPick(expected);
  };

  before(async () => {
    await workbench().openSideBar();
    await workbench().row('python', 'Topics').waitFor();
  });
  afterEach(() => workbench().press('Escape'));

  it('finds a note by its alias, best first, in our order', async () => {
    await search('gil', 'Global interpreter lock');
    await isFirst('Global interpreter lock');
    await workbench().screenshot('Search/by alias, light');
    await workbench().theme('dark');
    await workbench().screenshot('Search/by alias, dark');
    await workbench().theme('high contrast');
    await workbench().screenshot('Search/by alias, high contrast');
    await workbench().theme('light');
  });

  it('opens a question where it stands', async () => {
    await search('why does cpython have a gil', 'Why does CPython have a GIL?');
    await workbench().press('Enter');
    const frame = await workbench().webviewFrame('h1');
    await frame.locator('h3', { hasText: 'Why does CPython have a GIL?' }).waitFor();
    await frame.waitForFunction(() => window.scrollY > 0);
  });

  it('finds Python names as notes write them', async () => {
    await search('asyncio.gather', 'gather and TaskGroup');
    await isFirst('gather and TaskGroup');
    await workbench().press('Escape');
    await search('setswitchinterval', 'sys.setswitchinterval');
  });

  it('finds text inside notes, below what is named so', async () => {
    await search('дисковых страницах', 'Дерево с большим ветвлением');
    await workbench().waitForPick('In the text');
    await workbench().screenshot('Search/in the text, light');
    await workbench().page.locator('.quick-input-widget .action-label[aria-label*="Open source"]').first().click({ force: true });
    await workbench().page.locator('.tab.active', { hasText: 'корень.md' }).waitFor();
    assert.ok((await workbench().visibleLines()).some((line) => line.includes('ветвлением')));
  });

  it('forgives slips, and takes ё for е', async () => {
    await search('еще', 'Ещё один индекс');
    await workbench().press('Escape');
    await search('global interpeter', 'Global interpreter lock');
  });

  it('shows titles as they are written, never as icons or commands', async () => {
    await search('payload', 'Payload $(bug)');
    assert.equal(await workbench().page.locator('.quick-input-list .codicon-bug, .quick-input-list .codicon-zap, .quick-input-list a[href]').count(), 0);
  });
});
