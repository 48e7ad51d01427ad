import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWorkbench } from './workbench';

describe('A window that opens again', () => {
  const workbench = useWorkbench({ settings: { 'interviewStudy.noteFolders': [{ path: 'again', name: 'again', headings: true }] } });

  /** Resolves once the notes of this many sources are kept: the starter notes, the folder's and the workspace's. */
  async function kept(sources: number): Promise<void> {
    const folder = join(workbench().profile, 'data', 'User', 'globalStorage');
    await mkdir(folder, { recursive: true });
    const isKept = async () => (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('notes.json')).length >= sources;
    const stopped = new AbortController();
    const events = watch(folder, { recursive: true, signal: stopped.signal })[Symbol.asyncIterator]();
    let changed = events.next();
    while (!(await isKept())) {
      await changed;
      changed = events.next();
    }
    // The wait for the next change ends with this.
    changed.catch(() => undefined);
    stopped.abort();
  }

  /** What the tree shows with our topic open, once this note is there. */
  async function openTree(note: string): Promise<readonly string[]> {
    await workbench().expandRows(['again']);
    await workbench().row(note).waitFor();
    return (await workbench().treeRows()).map(({ label }) => label);
  }

  it('shows the same tree', async () => {
    const note = join(workbench().folder, 'again', 'queue.md');
    await mkdir(join(note, '..'), { recursive: true });
    await writeFile(note, '---\ntitle: A queue\ntopic: again\n---\n## What comes out first?\n\nWhat went in first.\n');
    await workbench().openSideBar();
    await workbench().row('again').waitFor();
    const before = await openTree('A queue');
    await kept(3);
    await workbench().reload();
    await workbench().openSideBar();
    assert.deepEqual(await openTree('A queue'), before);
  });

  it('shows a note as it was changed while the window was closed', async () => {
    const { page, folder } = workbench();
    await page.goto('about:blank');
    const note = join(folder, 'again', 'queue.md');
    await writeFile(note, (await readFile(note, 'utf8')).replace('A queue', 'A longer queue'));
    await page.goBack();
    await workbench().openSideBar();
    await openTree('A longer queue');
    assert.equal(await workbench().row('A queue').count(), 0);
  });
});
