import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cache, installNode, npmInstall } from './editorServer.mjs';
import { installOnce } from './installOnce.mjs';
import { run } from './processes.mjs';
import { MissingError, say } from './say.mjs';

const packagedChromium = '153.0.0';

/**
 * The browser that drives the workbench in tests: its executable. In this order: the one named by INTERVIEW_STUDY_BROWSER; an installed
 * Chrome, Chromium or Edge; the one Playwright downloads, where that can be reached; on Linux x64 the one in the npm package @sparticuz/chromium.
 */
export async function findBrowser() {
  const named = process.env.INTERVIEW_STUDY_BROWSER;
  if (named) {
    if (await starts(named)) return named;
    throw new MissingError(`INTERVIEW_STUDY_BROWSER names ${named}, which does not start: name the executable of Chrome, Chromium or Edge.`);
  }
  for (const candidate of installedBrowsers()) if (existsSync(candidate) && (await starts(candidate))) return candidate;
  // What was installed before comes before trying the network again.
  if (existsSync(chromiumFolder())) return packagedExecutable();
  const downloaded = await downloadWithPlaywright();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.arch === 'x64') return installChromiumPackage();
  throw new MissingError('no browser was found for the tests: install Chrome, Chromium or Edge, or name one in INTERVIEW_STUDY_BROWSER.');
}

function installedBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const homes = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']].filter(Boolean);
    return homes.flatMap((home) => [join(home, 'Google/Chrome/Application/chrome.exe'), join(home, 'Microsoft/Edge/Application/msedge.exe')]);
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** On Linux an executable may be there while a library it needs is not; elsewhere asking for the version may open a window. */
async function starts(executable) {
  if (!existsSync(executable)) return false;
  return process.platform !== 'linux' || (await run(executable, ['--version'], { limit: 20_000 })).code === 0;
}

async function downloadWithPlaywright() {
  const reachable = await fetch('https://cdn.playwright.dev/', { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
  if (!reachable) return undefined;
  say('downloading a browser for the tests with Playwright (about 100 MB) …');
  process.env.PLAYWRIGHT_BROWSERS_PATH = cache('playwright');
  const { code } = await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { limit: 5 * 60_000 });
  if (code !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  const executable = chromium.executablePath();
  return (await starts(executable)) ? executable : undefined;
}

const chromiumFolder = () => cache(`chromium-${packagedChromium}`);
const packagedExecutable = () => join(chromiumFolder(), 'browser', 'chromium');

/** The package holds a compressed headless Chromium made for servers: it needs hardly any system library. */
async function installChromiumPackage() {
  const node = await installNode(); // Its compression is newer than Node 20.
  await installOnce(chromiumFolder(), async (partial, step) => {
    await step('package', 'installing a browser for the tests from npm (about 70 MB) …', () => npmInstall(partial, `@sparticuz/chromium@${packagedChromium}`));
    await step('unpack', 'unpacking the browser …', () => unpack(node, partial));
  });
  return packagedExecutable();
}

async function unpack(node, partial) {
  const browser = join(partial, 'browser');
  await rm(browser, { recursive: true, force: true });
  await mkdir(browser);
  // The package unpacks into the folder for temporary files, whichever that is.
  const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
  const { code, output } = await run(node, ['-e', script], { cwd: partial, env: { TMPDIR: browser }, limit: 120_000 });
  if (code !== 0) throw new Error(`The browser could not be unpacked:\n${output}`);
}
