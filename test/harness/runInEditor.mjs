// Runs test/editor inside a real extension host, through @vscode/test-electron. Called by test.mjs; ends with the tests' exit code.
import { chmod, cp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { writeSettings } from './editorServer.mjs';
import { findEditor } from './findEditor.mjs';
import { fail, say } from './say.mjs';
import { newHome } from './session.mjs';

const editor = await findEditor({ forTests: true }).catch(fail);
say(`the tests run in ${editor.kind === 'server' ? `VS Code's server ${editor.version} with a browser as its window` : editor.executable}.`);

// Tests may write into the project they open: they get a copy.
const home = await newHome();
const folder = join(home, 'shop');
await cp(resolve('test/workspace'), folder, { recursive: true });
await writeSettings(join(home, 'user-data', 'User', 'settings.json'));

try {
  await runTests({
    vscodeExecutablePath: editor.kind === 'server' ? await writeLauncher() : editor.executable,
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: resolve('out/test/editor/index.js'),
    launchArgs: [folder, '--disable-extensions', `--user-data-dir=${join(home, 'user-data')}`, `--extensions-dir=${join(home, 'extensions')}`],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
await rm(home, { recursive: true, force: true, maxRetries: 5 });

/** test-electron wants one executable file. */
async function writeLauncher() {
  const script = fileURLToPath(new URL('serverLauncher.mjs', import.meta.url));
  const windows = process.platform === 'win32';
  const file = join(home, windows ? 'launch.cmd' : 'launch');
  await writeFile(file, windows ? `@"${process.execPath}" "${script}" %*\r\n` : `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  await chmod(file, 0o755);
  return file;
}
