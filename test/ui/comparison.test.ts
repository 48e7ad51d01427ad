import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { accessibilityFaults } from './accessibilityFaults';
import { payloads } from './comparisonPayloads';
import { themeNames, useWorkbench, type Workbench } from './workbench';

const queues = `---
title: Task queues
topic: mine
kind: comparison
verified: 2026-11-20
needs:
  - id: redis
    ask: Is Redis what you run?
    why: A broker is one more thing to keep alive.
    weight: 3
    rows: [{row: Redis broker, prefers: "yes"}]
  - id: canvas
    ask: Do you chain tasks?
    weight: 1
    rows: [{row: Workflows, prefers: "yes", must: true}]
---
# Task queues

## Basics

| Criterion | Celery | Dramatiq | RQ |
|---|---|---|---|
| Redis broker | yes | yes | yes, only Redis[^rq] |
| Workflows | yes, canvas | partly; was no (2018) | ? |
| First request | 30 ms (2019) (unverified) | 12 ms (2026) | ? |

## Work

| Criterion | Celery | Dramatiq | RQ |
|---|---|---|---|
| Same | yes | yes | yes |
| Escaped \\| pipe | a \\| b | c | d |

[^rq]: https://python-rq.org/docs/
`;

async function openComparison(workbench: Workbench, title: string): Promise<Frame> {
  await workbench.runCommand('Interview Study: Compare frameworks');
  await workbench.waitForPick(title);
  await workbench.pick(title);
  await workbench.page.locator('.tabs-container .tab.active', { hasText: title }).waitFor();
  return workbench.webviewFrame(`h1:text-is("${title}")`);
}
const texts = (frame: Frame, selector: string) => frame.locator(selector).evaluateAll((found) => found.filter((each) => each.checkVisibility({ contentVisibilityAuto: false })).map((each) => each.textContent.trim()));
const rowNames = (frame: Frame) => texts(frame, 'tbody tr.row > th');
const things = (frame: Frame) => texts(frame, 'thead th.thing');

describe('Comparison panel', () => {
  const workbench = useWorkbench({ files: { 'queues.md': queues, 'main.py': 'import celery\n' }, width: 1440, height: 900 });
  let frame: Frame;
  const reopen = async () => {
    frame = await workbench().webviewFrame('td');
  };

  it('shows the tables of the chosen note as typed cells', async () => {
    frame = await openComparison(workbench(), 'Task queues');
    assert.deepEqual(await things(frame), ['Celery', 'Dramatiq', 'RQ']);
    assert.deepEqual(await rowNames(frame), ['Redis broker', 'Workflows', 'First request', 'Same', 'Escaped | pipe']);
    assert.equal(await frame.locator('td.partly .was').textContent(), 'was no (2018)');
    assert.equal(await frame.locator('td.unknown').count(), 2);
    assert.deepEqual(await frame.locator('td.number').first().locator('.mark').allTextContents(), ['unverified', '2019']);
  });

  it('filters rows, and shows only those that differ', async () => {
    await frame.locator('.filter').fill('pipe');
    assert.deepEqual(await rowNames(frame), ['Escaped | pipe']);
    await frame.locator('.filter').fill('');
    await frame.getByRole('button', { name: 'Differences only' }).click();
    assert.deepEqual(await rowNames(frame), ['Redis broker', 'Workflows', 'First request', 'Escaped | pipe']);
    await frame.getByRole('button', { name: 'Differences only' }).click();
  });

  it('sorts by a column, and columns by a row, unknown last', async () => {
    await frame.locator('thead th', { hasText: 'Celery' }).click();
    assert.equal(await frame.locator('thead th', { hasText: 'Celery' }).getAttribute('aria-sort'), 'descending');
    await frame.locator('thead th', { hasText: 'Celery' }).click();
    assert.deepEqual((await rowNames(frame)).slice(0, 3), ['First request', 'Redis broker', 'Workflows']);
    await frame.locator('thead th', { hasText: 'Celery' }).click();
    await frame.locator('tbody th', { hasText: 'First request' }).click();
    await frame.getByRole('button', { name: 'Sort columns by this row' }).click();
    await frame.getByRole('button', { name: 'Sort columns by this row' }).click();
    assert.deepEqual(await things(frame), ['Dramatiq', 'Celery', 'RQ']);
  });

  it('moves and hides columns from the keyboard', async () => {
    await frame.locator('thead th', { hasText: 'Celery' }).focus();
    await workbench().press('Alt+ArrowLeft');
    assert.deepEqual(await things(frame), ['Celery', 'Dramatiq', 'RQ']);
    await workbench().press('End');
    await workbench().press('Delete');
    assert.deepEqual(await things(frame), ['Celery', 'Dramatiq']);
    await frame.getByRole('button', { name: 'Show all' }).click();
    assert.deepEqual(await things(frame), ['Celery', 'Dramatiq', 'RQ']);
  });

  it('opens a cell from the keyboard and goes back to it', async () => {
    await frame.locator('thead th').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await workbench().press(key);
    const details = frame.locator('.details');
    await details.getByText('RQ · Redis broker').waitFor();
    assert.equal(await details.locator('.sources a').textContent(), 'https://python-rq.org/docs/');
    await details.getByRole('button', { name: 'Close' }).focus();
    await workbench().press('Escape');
    await details.waitFor({ state: 'hidden' });
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), 'only Redis');
  });

  it('ranks while the questions are answered, by keyboard, and says what decided and what would change it', async () => {
    await frame.getByRole('button', { name: 'Which one should I pick?' }).focus();
    await workbench().press('Enter');
    await frame.locator('.decide').getByText('Say yes to a question').waitFor();
    await frame.locator('fieldset').nth(1).locator('input').first().focus();
    await workbench().press('ArrowRight');
    await frame.locator('.verdict', { hasText: 'Celery fits best: 100%' }).waitFor();
    assert.match(await frame.locator('.result').innerText(), /Unknown: Workflows/);
    await frame.locator('.reasons', { hasText: 'Workflows' }).waitFor();
    await frame.locator('.reasons', { hasText: 'If RQ turned out well in “Workflows”' }).waitFor();
  });

  it('survives a reload with its state', async () => {
    await frame.locator('.filter').fill('redis');
    const loaded = workbench().page.waitForEvent('load');
    // The command lets the workbench write down its state first; a reload of the browser's page does not.
    await workbench().runCommand('Developer: Reload Window');
    await loaded;
    await reopen();
    await frame.locator('.verdict', { hasText: 'Celery fits best' }).waitFor();
    assert.equal(await frame.locator('.filter').inputValue(), 'redis');
    assert.deepEqual(await rowNames(frame), ['Redis broker']);
    await frame.locator('.filter').fill('');
    await frame.locator('.decide').getByRole('button', { name: 'Close' }).click();
  });

  it('draws figures from zero, with the same numbers as a table', async () => {
    await frame.getByRole('tab', { name: 'Figures' }).click();
    await frame.locator('figure', { hasText: 'First request' }).waitFor();
    assert.deepEqual(await frame.locator('figure tbody tr').allInnerTexts().then((rows) => rows.map((row) => row.split(/\s+/).join(' ').trim())), ['Celery 30 ms 2019 unverified', 'Dramatiq 12 ms 2026']);
    assert.equal(await frame.locator('svg .tick-label').first().textContent(), '0');
    await workbench().screenshot('Comparison panel/figures');
  });

  it('saves a figure as a picture', async () => {
    await frame.getByRole('button', { name: 'Save picture: First request' }).click();
    await workbench().waitForPick();
    await workbench().press('Enter');
    await workbench().waitForNoPick();
    const path = join(workbench().folder, 'First-request.svg');
    await workbench().page.locator('.explorer-folders-view', { hasText: 'First-request.svg' }).waitFor();
    assert.match(await readFile(path, 'utf8'), /^<svg .*First request/s);
  });

  it('asks about the table, by number keys', async () => {
    await frame.getByRole('tab', { name: 'Quiz me on this table' }).click();
    await frame.getByRole('button', { name: 'Start' }).click();
    await frame.locator('.option').first().waitFor();
    await workbench().press('1');
    await frame.locator('.feedback .right, .feedback .wrong').waitFor();
    assert.equal(await frame.locator('.option.right').count(), 1);
    await workbench().screenshot('Comparison panel/quiz');
    await frame.getByRole('tab', { name: 'Table', exact: true }).click();
  });

  it('changes only the cell that was edited', async () => {
    const path = join(workbench().folder, 'queues.md');
    const before = await readFile(path, 'utf8');
    await frame.locator('td', { hasText: 'canvas' }).click();
    await frame.getByRole('button', { name: 'Edit cell' }).click();
    await workbench().press('Escape');
    await frame.locator('.details').waitFor({ state: 'hidden' });
    await workbench().press('F2');
    await frame.locator('#cell-text').fill('yes, canvas | chains');
    await workbench().press('Enter');
    await frame.locator('td', { hasText: 'canvas | chains' }).waitFor();
    // The panel follows the text in the editor, a moment before it is on the disk.
    while ((await readFile(path, 'utf8')) === before) await setImmediate();
    assert.equal(await readFile(path, 'utf8'), before.replace('yes, canvas', 'yes, canvas \\| chains'));
  });

  it('follows the file, and shows what is to be checked in it', async () => {
    const path = join(workbench().folder, 'queues.md');
    await writeFile(path, `${(await readFile(path, 'utf8')).replace('| Same | yes | yes | yes |', '| Same | yes |')}\n`);
    await frame.locator('.problems', { hasText: 'To check in this note: 1' }).waitFor();
    assert.equal(await frame.locator('tr.row', { hasText: 'Same' }).locator('td.unknown').count(), 2);
  });

  it('goes from a cell to its line in the note', async () => {
    await frame.locator('td', { hasText: 'canvas | chains' }).click();
    await frame.getByRole('button', { name: 'Open in the note' }).click();
    await workbench().page.locator('.monaco-editor .selected-text').first().waitFor();
    await workbench().press('Control+w');
  });

  it('opens with just the things that were asked for', async () => {
    await workbench().runCommand('Interview Study: Compare…');
    await workbench().waitForPick('Task queues');
    await workbench().pick('Task queues');
    await workbench().waitForPick('Dramatiq');
    for (const thing of ['RQ', 'Celery']) await workbench().page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: thing }).click();
    await workbench().press('Enter');
    await workbench().waitForNoPick();
    await frame.waitForFunction(() => document.querySelectorAll('thead th.thing').length === 2);
    assert.deepEqual(await things(frame), ['Celery', 'RQ']);
    await frame.getByRole('button', { name: 'Show all' }).click();
  });

  for (const theme of themeNames) {
    it(`has no accessibility fault in the ${theme} theme`, async () => {
      await workbench().theme(theme);
      await reopen();
      const check = async (what: string) => {
        await workbench().screenshot(`Comparison panel/${theme} ${what}`);
        assert.deepEqual(await accessibilityFaults(frame), [], what);
      };
      await frame.locator('td', { hasText: 'only Redis' }).click();
      await check('table');
      await frame.locator('.details').getByRole('button', { name: 'Close' }).click();
      await frame.getByRole('button', { name: 'Which one should I pick?' }).click();
      await check('decision');
      await frame.locator('.decide').getByRole('button', { name: 'Close' }).click();
      await frame.getByRole('tab', { name: 'Figures' }).click();
      await check('figures');
      await frame.getByRole('tab', { name: 'Quiz me on this table' }).click();
      await check('quiz');
      await frame.getByRole('tab', { name: 'Table', exact: true }).click();
    });
  }

  it('opens the frameworks of the starter pack with the first three side by side', async () => {
    await workbench().theme('dark');
    frame = await openComparison(workbench(), 'Python web frameworks compared');
    assert.equal((await things(frame)).length, 3);
    await frame.getByRole('button', { name: 'Which one should I pick?' }).click();
    for (const [question, answer] of [[0, 'Yes'], [3, 'Yes'], [1, 'Must have']] as const) await frame.locator('fieldset').nth(question).getByText(answer, { exact: true }).click();
    await frame.locator('.verdict').waitFor();
    await workbench().screenshot('Comparison panel/frameworks decision');
    assert.deepEqual(await accessibilityFaults(frame), []);
    await frame.locator('.decide').getByRole('button', { name: 'Close' }).click();
    await frame.locator('tr.row', { hasText: 'Authentication' }).locator('td').first().click();
    await workbench().screenshot('Comparison panel/frameworks cell');
    assert.deepEqual(await accessibilityFaults(frame), []);
  });

  it('makes a new comparison that the panel follows', async () => {
    await workbench().runCommand('Interview Study: New comparison');
    for (const [prompt, answer] of [['What is compared?', 'Brokers compared'], ['Two or more', 'Redis, RabbitMQ'], ['What to compare them by', 'Durable, Ordering']] as const) {
      await workbench().waitForPick(prompt);
      await workbench().page.locator('.quick-input-widget:visible input').fill(answer);
      await workbench().press('Enter');
    }
    await workbench().waitForPick('Save the new comparison');
    await workbench().press('Enter');
    await workbench().page.locator('.tabs-container .tab', { hasText: 'Brokers compared' }).waitFor();
    const made = await workbench().webviewFrame('h1:text-is("Brokers compared")');
    assert.deepEqual(await things(made), ['Redis', 'RabbitMQ']);
    assert.equal(await made.locator('td.unknown').count(), 4);
    await workbench().press('Control+Shift+P');
    await workbench().press('Escape');
    const path = join(workbench().folder, 'brokers-compared.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('| Durable | ? |', '| Durable | partly |'));
    await made.locator('td.partly').waitFor();
    await workbench().screenshot('Comparison panel/new comparison');
    await workbench().runCommand('View: Close All Editor Groups');
    frame = await openComparison(workbench(), 'Python web frameworks compared');
    await frame.locator('tr.row').nth(3).locator('td').first().click();
  });

  it('loses nothing at 200 % zoom', async () => {
    await workbench().page.setViewportSize({ width: 720, height: 450 });
    await workbench().press('Control+b');
    await frame.locator('.details').getByRole('button', { name: 'Close' }).click();
    await frame.getByRole('button', { name: 'Which one should I pick?' }).click();
    await workbench().screenshot('Comparison panel/zoomed decision');
    await frame.locator('fieldset').last().getByText('Yes', { exact: true }).click();
    await frame.locator('.decide').getByRole('button', { name: 'Close' }).click();
    await frame.locator('tr.row').last().locator('td').last().click();
    await frame.locator('.details').getByRole('button', { name: 'Open in the note' }).scrollIntoViewIfNeeded();
    await workbench().screenshot('Comparison panel/zoomed cell');
  });
});

describe('Comparison panel on hostile notes', () => {
  const cell = (payload: string) => payload.replaceAll('|', '\\|').replace(/[\r\n\u2028]/g, ' ');
  const rows = payloads.map((payload, index) => `| ${String(index)} ${cell(payload)} | yes, ${cell(payload)}[^f${String(index)}] | ${cell(payload)}; was ${cell(payload)} (2019) |`);
  const footnotes = payloads.map((payload, index) => `[^f${String(index)}]: ${cell(payload)}`);
  const first = payloads[0] ?? '';
  const note = ['---', `title: ${JSON.stringify(`Hostile ${first}`)}`, `topic: ${JSON.stringify(`mine/${first.replaceAll('/', '')}`)}`, 'kind: comparison', `needs: [{id: a, ask: ${JSON.stringify(first)}, why: ${JSON.stringify(payloads[1])}, weight: 1, rows: [{row: X, prefers: "yes"}]}]`, '---', '', `## ${first}`, '', payloads[1], '', `| ${cell(first)} | ${cell(payloads[1] ?? '')} | ${cell(payloads[2] ?? '')} |`, '|-|-|-|', '| X | yes | no |', ...rows, '', ...footnotes, ''].join('\n');
  const workbench = useWorkbench({ files: { 'hostile.md': note } });

  it('shows 300 payloads as text: no script, no request, no policy report', async () => {
    assert.equal(payloads.length, 300);
    const { page } = workbench();
    const requests: string[] = [];
    const reports: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('evil.example')) requests.push(request.url());
    });
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text()) && /comparison|inline|evil/i.test(message.text())) reports.push(message.text());
    });
    await workbench().runCommand('Interview Study: Compare frameworks');
    await workbench().waitForPick('Hostile');
    await workbench().type('Hostile');
    await workbench().press('Enter');
    const frame = await workbench().webviewFrame('h1');
    await frame.locator('tr.row').nth(300).waitFor({ state: 'attached' });
    for (const row of [1, 20, 60, 150, 299]) {
      await frame.locator('tr.row').nth(row).locator('td').first().click();
      await frame.locator('.details:visible').waitFor();
    }
    await frame.getByRole('button', { name: 'Which one should I pick?' }).click();
    assert.equal(await frame.evaluate(() => document.querySelectorAll('script:not([src], #_vscodeApiScript), iframe, object, embed, img, form, base, video, [onerror], [onload], a[href]').length), 0);
    assert.equal(await frame.evaluate(() => 'pwned' in window), false);
    assert.equal(await page.evaluate(() => 'pwned' in window), false);
    assert.deepEqual([requests, reports], [[], []]);
  });
});
