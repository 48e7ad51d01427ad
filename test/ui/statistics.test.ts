import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityFaults } from './accessibilityFaults';
import { reviewLog } from './reviewedProfile';
import { themeNames, useWorkbench } from './workbench';

const note = (topic: string, level: string, count: number) =>
  `---\ntitle: ${topic}\ntopic: ${topic}\nlevel: ${level}\n---\n# ${topic}\n\n${Array.from({ length: count }, (_, i) => `## What is ${topic} ${i}? <!-- ^q${i} -->\n\nSomething that takes a sentence to say properly.\n`).join('\n')}`;

const files = { 'python/concurrency.md': note('python/concurrency', 'senior', 30), 'web/http.md': note('web/http', 'junior', 30), 'databases/locks.md': note('databases/locks', 'middle', 20) };
const cards = [...Array.from({ length: 30 }, (_, i) => `shop:python/concurrency#q${i}`), ...Array.from({ length: 30 }, (_, i) => `shop:web/http#q${i}`), ...Array.from({ length: 15 }, (_, i) => `shop:databases/locks#q${i}`)];

describe('Statistics', () => {
  const workbench = useWorkbench({ files, settings: { 'interviewStudy.starterNotes': false }, width: 1280, height: 1500 });

  it('says what to do while there is nothing to count', async () => {
    await workbench().runCommand('Interview Study: Show statistics');
    const page = await workbench().webviewFrame('main');
    await page.locator('.empty', { hasText: 'answer some questions first' }).waitFor();
  });

  it('shows retention, forecast, calendar, time, topics and levels, each as picture and table', async () => {
    const folder = join(workbench().profile, 'data', 'User', 'globalStorage', 'interview-study.interview-study', 'reviews');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'statisticstest22.jsonl'), reviewLog(cards, Date.now()));
    await workbench().reload();
    await workbench().openSideBar();
    await workbench().runCommand('Interview Study: Show statistics');
    const page = await workbench().webviewFrame('main section');
    assert.deepEqual(await page.locator('h2').allInnerTexts(), ['True retention', 'Forecast', 'Calendar', 'Time', 'Topics', 'Levels']);
    assert.equal(await page.locator('section svg').count(), 6);
    assert.equal(await page.locator('section table').count(), 6);
    const topics = await page.locator('section[aria-labelledby=topics] tbody th').allInnerTexts();
    assert.deepEqual(topics, ['databases', 'databases/locks', 'python', 'python/concurrency', 'web', 'web/http']);
  });

  for (const theme of themeNames) {
    it(`has no accessibility fault in the ${theme} theme`, async () => {
      await workbench().theme(theme);
      const page = await workbench().webviewFrame('main section');
      await workbench().screenshot(`Statistics/${theme}`);
      assert.deepEqual(await accessibilityFaults(page), []);
    });
  }

  it('follows a grade at once', async () => {
    const before = await (await workbench().webviewFrame('main section')).locator('.facts dd').first().innerText();
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('All topics');
    await workbench().press('Enter');
    await workbench().waitForPick('20 minutes');
    await workbench().type('1');
    await workbench().waitForPick('1 of 5');
    await workbench().press('Enter');
    await workbench().waitForPick('Again');
    await workbench().type('3');
    await workbench().waitForPick('2 of 5');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
    const page = await workbench().webviewFrame('main section');
    await page.waitForFunction((old) => document.querySelector('.facts dd')?.textContent !== old, before);
  });
});
