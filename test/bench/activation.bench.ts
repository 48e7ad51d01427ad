import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { packageExtension } from '../harness/packageExtension.mjs';
import { packagedExtension } from '../harness/session.mjs';
import { openWorkbench } from '../ui/workbench';
import { median, row } from './report';

// What the extension costs a window that opens: its size, and what VS Code itself measured of its start (Developer: Startup Performance).

const rounds = 3;

async function main(): Promise<void> {
  for (const file of ['dist/desktop.js', 'dist/web.js']) {
    const bytes = readFileSync(file);
    row(file, `${(bytes.length / 1024).toFixed(0)} KiB`, `${(gzipSync(bytes).length / 1024).toFixed(0)} KiB compressed`);
  }
  await packageExtension(packagedExtension());
  const load: number[] = [];
  const activate: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const times = await activationTimes();
    load.push(times.load);
    activate.push(times.activate);
  }
  row('load code', `${median(load)} ms`);
  row('call activate', `${median(activate)} ms`);
}

/** Milliseconds, from the table that VS Code shows of its extensions. */
async function activationTimes(): Promise<{ load: number; activate: number }> {
  const workbench = await openWorkbench({ packaged: true, height: 2000 });
  try {
    await workbench.openSideBar();
    await workbench.row('python', 'Topics').waitFor();
    await workbench.runCommand('Developer: Startup Performance');
    await workbench.page.locator('.view-line', { hasText: '## System Info' }).waitFor();
    await workbench.press('ControlOrMeta+F');
    await workbench.type('interview-study.interview-study');
    const line = workbench.page.locator('.view-line', { hasText: 'interview-study.interview-study' }).first();
    const [, load, activate] = /(\d+)\s*\|\s*(\d+)\s*\|\s*\d+\s*\|/.exec((await line.innerText()).replaceAll('\u00a0', ' ')) ?? [];
    if (load === undefined || activate === undefined) throw new Error(`not understood: ${await line.innerText()}`);
    return { load: Number(load), activate: Number(activate) };
  } finally {
    await workbench.close();
  }
}

void main();
