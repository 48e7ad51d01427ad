import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageExtension } from '../harness/packageExtension.mjs';
import { packagedExtension } from '../harness/session.mjs';
import { openWorkbench } from '../ui/workbench';
import { median, row } from './report';

// What the extension costs a window that opens: its size, and what VS Code itself measured of its start (Developer: Startup Performance).

const rounds = 5;

async function main(): Promise<void> {
  const parts = readdirSync('dist/desktop').map((name) => `dist/desktop/${name}`);
  sizeRow('desktop, in all', ['dist/desktop.js', ...parts]);
  sizeRow('desktop, to activate', loadedWith('dist/desktop.js'), 'goal: 150 KiB');
  sizeRow('web', ['dist/web.js']);
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

function sizeRow(name: string, files: readonly string[], goal?: string): void {
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
  row(name, `${(bytes.length / 1024).toFixed(0)} KiB`, `${(gzipSync(bytes).length / 1024).toFixed(0)} KiB compressed, ${files.length} files${goal === undefined ? '' : `; ${goal}`}`);
}

/** The file and all that it requires before anything is asked of it; what `import()` became is required in a promise. */
function loadedWith(file: string, found = new Set<string>()): readonly string[] {
  if (found.has(file)) return [];
  found.add(file);
  for (const [, lazy, path] of readFileSync(file, 'utf8').matchAll(/(\.then\(\(\)=>[\w$]*\(?)?require\("(\.[^"]+)"\)/g)) {
    if (lazy === undefined && path !== undefined) loadedWith(join(dirname(file), path), found);
  }
  return [...found];
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
