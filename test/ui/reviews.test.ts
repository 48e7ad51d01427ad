import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reviewLog } from './reviewedProfile';
import { useWorkbench } from './workbench';

const note = (topic: string) =>
  `---\ntitle: About ${topic}\ntopic: ${topic}\n---\n# About ${topic}\n\n${Array.from({ length: 30 }, (_, i) => `## What is ${topic} ${i}? <!-- ^q${i} -->\n\nSomething that takes a sentence to say properly.\n`).join('\n')}`;
const topics = ['python', 'web', 'databases'];
const files = Object.fromEntries(topics.map((topic) => [`${topic}.md`, note(topic)]));
const cards = topics.flatMap((topic) => Array.from({ length: 20 }, (_, i) => `shop:${topic}#q${i}`));
const writer = 'reviewstestreview';

describe('Reviews and plan', () => {
  const workbench = useWorkbench({ files, settings: { 'interviewStudy.starterNotes': false, 'interviewStudy.desiredRetention': 0.8 } });
  const folder = () => join(workbench().profile, 'data', 'User', 'globalStorage', 'interview-study.interview-study', 'reviews');
  const log = () => join(folder(), `${writer}.jsonl`);
  const kinds = async () => (await workbench().reviews()).map(({ kind }) => kind);
  const labels = async () => (await workbench().quickPickItems()).map(({ label }) => label.trim());

  /** Messages may be shown in the notification centre alone. */
  async function said(text: string | RegExp): Promise<void> {
    const message = workbench().page.locator('.notification-list-item-message', { hasText: text }).first();
    // What is said after the list was opened does not always join it, so the list is opened again.
    const isShown = () => message.waitFor({ timeout: 3000 }).then(() => true, () => false);
    do await workbench().runCommand('Notifications: Show Notifications');
    while (!(await isShown()));
    await workbench().runCommand('Notifications: Clear All Notifications');
  }

  before(async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(log(), reviewLog(cards, Date.now(), writer));
    await workbench().reload();
    await workbench().openSideBar();
    await workbench().row('python').waitFor();
  });

  it('plans for a date, in this workspace', async () => {
    const date = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    await workbench().runCommand('Interview Study: Set interview date');
    await workbench().waitForPick('In two weeks');
    await workbench().screenshot('Plan/date');
    await workbench().type(date);
    await workbench().waitForPick('in 14 days');
    await workbench().press('Enter');
    await workbench().waitForPick('databases');
    await workbench().press('Enter');
    await workbench().waitForPick('In this workspace');
    await workbench().pick('In this workspace');
    await workbench().waitForPick('Study today');
    await workbench().screenshot('Plan/plan');
    assert.match((await workbench().quickPickTexts()).title, /Interview on .* in 14 days · \d+\s?% predicted/);
    const settings = JSON.parse(await readFile(join(workbench().folder, '.vscode/settings.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(settings['interviewStudy.interviewDate'], date);
  });

  it("asks today's part of the plan, due or not", async () => {
    await workbench().press('Enter');
    await workbench().waitForPick('1 of');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
  });

  it('shows the history of a card, and edits a grade', async () => {
    await workbench().runCommand('Interview Study: History of a card');
    await workbench().waitForPick('About ');
    await workbench().type('python 0?');
    await workbench().waitForPick('What is python 0?');
    await workbench().press('Enter');
    await workbench().waitForPick('again after');
    await workbench().screenshot('Reviews/history');
    const [latest = ''] = await labels();
    await workbench().press('Enter');
    await workbench().waitForPick('Edit the grade');
    await workbench().type('4');
    await workbench().waitForPick(`Easy (was ${latest})`);
    await workbench().press('Escape');
    await workbench().waitForNoPick();
    assert.ok((await kinds()).includes('regrade'));
  });

  it('shows what Reschedule would move, moves it, and takes it back', async () => {
    await workbench().runCommand('Interview Study: Reschedule');
    await workbench().waitForPick('Reschedule: ');
    await workbench().screenshot('Reviews/reschedule');
    await workbench().press('Enter');
    await workbench().waitForNoPick();
    await workbench().page.locator('.statusbar-item', { hasText: /Moved \d+ questions/ }).waitFor();
    assert.ok((await kinds()).includes('reschedule'));
    await workbench().runCommand('Interview Study: Undo last review');
    await said('Undone');
    assert.ok((await kinds()).includes('undo'));
  });

  it('shows where reviews are', async () => {
    await workbench().runCommand('Interview Study: Show review files');
    await workbench().waitForPick('Open folder');
    await workbench().screenshot('Reviews/files');
    assert.ok((await labels()).some((label) => label.includes(`${writer}.jsonl`)));
    await workbench().press('Escape');
    await workbench().waitForNoPick();
  });

  it('finds a damaged line and repairs it by a new file', async () => {
    const event = (number: number) => JSON.stringify({ id: `${writer}-${number}`, kind: 'review', card: 'shop:web#q1', at: Date.now() - 1000, rating: 3, interval: 86_400_000 });
    await appendFile(log(), `${event(90_001).slice(0, 50)}${event(90_002)}\n`);
    const before = await readFile(log(), 'utf8');
    await workbench().runCommand('Interview Study: Check review files');
    await workbench().waitForPick('Save 1 events');
    await workbench().screenshot('Reviews/check');
    await workbench().press('Enter');
    await said('1 events more');
    assert.equal(await readFile(log(), 'utf8'), before);
    assert.ok((await readdir(folder())).some((name) => name.startsWith('repaired-')));
  });

  it("exports the log with fsrs-optimizer's columns", async () => {
    await workbench().runCommand('Interview Study: Export reviews as CSV');
    await workbench().waitForPick('Export reviews as CSV');
    // The dialog writes the proposed name into the box when it has read the folder.
    while (!(await workbench().quickPickTexts()).value.endsWith('revlog.csv')) await workbench().page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await workbench().press('Enter');
    await workbench().waitForNoPick();
    await said(/Exported \d+ reviews/);
    const [header, first = ''] = (await readFile(join(workbench().folder, 'revlog.csv'), 'utf8')).split('\n');
    assert.equal(header, 'card_id,review_time,review_rating,review_state,review_duration');
    assert.match(first, /^shop:\w+#q\d+,\d{13},[1-4],[0-3],\d+$/);
  });

  it('moves reviews to a folder: copied, checked, originals kept', async () => {
    const target = join(workbench().folder, 'my-reviews');
    await mkdir(target);
    const before = (await readdir(folder())).filter((name) => name.endsWith('.jsonl')).sort();
    await workbench().runCommand('Interview Study: Move reviews to a folder');
    // The dialog writes its own folder into the box when it has read it; an empty folder, read in its turn, shows nothing but its way up.
    await workbench().waitForPick('my-reviews');
    const dialog = workbench().page.locator('.quick-input-widget:visible');
    await dialog.locator('input').fill(`${target}/`);
    await dialog.locator('.quick-input-list [role=option]').nth(1).waitFor({ state: 'detached' });
    await dialog.locator('.quick-input-list [role=option]').waitFor();
    await dialog.locator('.quick-input-action .monaco-button', { hasText: 'Move reviews here' }).click();
    // The dialog looks at the folder before it closes; another pick opened meanwhile would cancel it.
    await workbench().waitForNoPick();
    await said('copied to');
    assert.deepEqual((await readdir(target)).sort(), before);
    assert.deepEqual((await readdir(folder())).filter((name) => name.endsWith('.jsonl')).sort(), before);
  });
});
