import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWorkbench } from './workbench';

describe('Topics', () => {
  const workbench = useWorkbench({ height: 1400 });
  const labels = async () => (await workbench().treeRows('Topics')).map(({ label }) => label);

  it('lists topics, then notes, then questions', async () => {
    await workbench().openSideBar();
    // The tooltip of our icon would lie over the rows.
    await workbench().page.mouse.move(800, 600);
    await workbench().expandRows(['python', 'Global interpreter lock'], 'Topics');
    const rows = await workbench().treeRows('Topics');
    const note = rows.findIndex(({ label }) => label === 'Global interpreter lock');
    assert.equal(rows[note]?.level, 2);
    assert.match(rows[note]?.description ?? '', /^\d+/);
    assert.equal(rows[note + 1]?.level, 3);
    assert.match(rows[note + 1]?.label ?? '', /\?$/);
  });

  it('opens a note rendered, at the question that was clicked', async () => {
    await workbench().clickRow('Why does CPython have a GIL?', 'Topics');
    const frame = await workbench().webviewFrame('h1');
    const heading = frame.locator('h3', { hasText: 'Why does CPython have a GIL?' });
    await heading.waitFor();
    await frame.waitForFunction(() => window.scrollY > 0);
    assert.equal(await frame.locator('.study-callout.study-points').count().then((count) => count > 0), true);
    assert.equal(await frame.locator('text=[!POINTS]').count(), 0);
  });

  it('lets a reader try an option before looking', async () => {
    const frame = await workbench().webviewFrame('h1');
    const choice = frame.locator('.study-choices details').first();
    assert.equal(await choice.getAttribute('open'), null);
    await choice.locator('summary').click();
    await choice.locator('.study-right, .study-wrong').waitFor();
  });

  it('keeps what is open when a note is saved, and shows the new note', async () => {
    await mkdir(join(workbench().folder, 'study'), { recursive: true });
    await writeFile(join(workbench().folder, 'study', 'added.md'), '---\ntitle: Added while open\ntopic: added\n---\n# Added while open\n\n## Is it here?\n\nYes.\n');
    await workbench().expandRows(['added'], 'Topics');
    await workbench().row('Added while open', 'Topics').waitFor();
    await workbench().row('Global interpreter lock', 'Topics').waitFor();
    assert.ok((await labels()).includes('Why does CPython have a GIL?'), 'the expanded note closed');
  });

  it('shows a note that cannot be read with its reason', async () => {
    await writeFile(join(workbench().folder, 'study', 'broken.md'), '---\ntitle: "open\ntopic: mine\n---\n# A broken note\n\nText.\n');
    await workbench().clickViewAction('Collapse All', 'Topics');
    const row = workbench().row('A broken note', 'Topics');
    await row.waitFor();
    assert.match((await row.locator('.label-description').textContent()) ?? '', /line|quot/i);
  });

  it('offers what helps when there is nothing to show', async () => {
    await workbench().changeSettings({ 'interviewStudy.starterNotes': false, 'interviewStudy.noteFolders': [], 'interviewStudy.findWorkspaceNotes': false });
    await workbench().page.locator('.sidebar .welcome-view-content', { hasText: 'Turn on starter notes' }).waitFor();
  });
});
