import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openBrowser, workbenchAddress } from './browserWindow.mjs';
import { installEditorServer, installExtension, makeProfile, startEditorServer } from './editorServer.mjs';
import { packageFolder } from './packageExtension.mjs';
import { isRunning, signalProcess } from './processes.mjs';

/** Where the packaged extension lies while tests run. */
export const packagedExtension = () => join(process.cwd(), 'out', 'interview-study.vsix');
export const packagedForBrowser = () => join(process.cwd(), 'out', 'interview-study-browser.vsix');

/**
 * A folder for one run. It lies outside this project: below it, its ignore file would hide the project that is opened from the search for
 * files. Folders of runs that were killed are cleared away.
 */
export async function newHome() {
  const prefix = 'interview-study-run-';
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (owner > 0 && !isRunning(owner)) await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined); // Another user's.
  }
  return realpath(await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)));
}

/** What keeps pictures and waiting the same from run to run. */
const testSettings = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'files.simpleDialog.enable': true,
  'workbench.reduceMotion': 'on',
  'workbench.settings.useSplitJSON': true,
};

/**
 * One workbench in a browser: a server, a profile and a copy of a project of its own, thrown away by `close()`.
 * `files` (path -> text) replaces the sample project; `settings` join the user's settings; `packaged` installs the VSIX (`browser`: the one without Node) instead
 * of loading the extension from source; `extension` is the folder of the source; `beside` are
 * folders of others to install as well.
 */
export async function openSession({ settings, files, packaged = false, extension = process.cwd(), beside = [], trust = false, width = 1280, height = 800 } = {}) {
  const home = await newHome();
  const folder = join(home, 'shop');
  const profile = await makeProfile(join(home, 'profile'), { ...testSettings, ...settings });
  await fillProject(folder, files);
  const server = await installEditorServer();
  if (packaged) await installExtension(server, profile, packaged === 'browser' ? packagedForBrowser() : packagedExtension());
  for (const [at, other] of beside.entries()) await installExtension(server, profile, await packageFolder(other, join(home, `${at}.vsix`), '--skip-license'));
  const running = await startEditorServer(server, { profile, testDriver: !packaged, trust });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  const address = workbenchAddress({ port: running.port, folder, extension: packaged ? undefined : extension });
  await page.goto(address);

  const settingsFile = join(folder, '.vscode', 'settings.json');
  return {
    page,
    address,
    folder,
    profile,
    async changeSettings(changes) {
      const current = existsSync(settingsFile) ? JSON.parse(await readFile(settingsFile, 'utf8')) : {};
      await mkdir(dirname(settingsFile), { recursive: true });
      await writeFile(settingsFile, JSON.stringify({ ...current, ...changes }, undefined, 2));
    },
    async killExtensionHosts() {
      const hosts = await running.extensionHosts();
      hosts.forEach((host) => signalProcess(host.pid, 'SIGKILL'));
      return hosts.length;
    },
    async close() {
      await browser.close();
      await running.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function fillProject(folder, files) {
  if (files === undefined) {
    await cp(join(process.cwd(), 'test', 'workspace'), folder, { recursive: true });
    return;
  }
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
