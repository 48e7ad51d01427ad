import { pathToFileURL } from 'node:url';
import { browserFonts } from './browserFonts.mjs';
import { findBrowser } from './findBrowser.mjs';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser without a window, for tests. Close it when done. */
export async function openBrowser() {
  const { chromium } = await import('playwright-core');
  const executablePath = await findBrowser();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...(await browserFonts(executablePath)) } });
}

/**
 * The address of the workbench. `folder` and the two extension paths are absolute paths on this machine; the extension paths count only
 * when the server was started with its test driver.
 */
export function workbenchAddress({ port, token, folder, extension, tests, openFile }) {
  const path = (file) => pathToFileURL(file).pathname;
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${path(file)}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  const query = new URLSearchParams({ ...(token && { tkn: token }), folder: path(folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
