// Stands in for the VS Code executable that @vscode/test-electron starts: takes the same arguments, runs the tests inside VS Code's server
// with a headless browser as its window, prints what they print and ends with their exit code.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'node:util';
import { openBrowser, workbenchAddress } from './browserWindow.mjs';
import { installEditorServer, makeProfile, startEditorServer } from './editorServer.mjs';
import { stopOnSignals } from './processes.mjs';
import { newHome } from './session.mjs';

const options = Object.fromEntries(
  process.argv.slice(2).flatMap((argument) => {
    const found = /^--([^=]+)=(.*)$/.exec(argument);
    return found ? [[found[1], found[2]]] : [];
  }),
);
const folder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.');

stopOnSignals();
const home = await newHome();
const profile = await makeProfile(home);
const server = await startEditorServer(await installEditorServer(), { profile, testDriver: true });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const ended = new Promise((settle) => {
  void page.exposeFunction('codeAutomationExit', (code) => settle(code));
  page.on('crash', () => settle(1));
  page.on('close', () => settle(1));
});
// What the editor says about itself while it starts and ends. Two native modules are left out on purpose (they would have to be compiled),
// and so is the gallery; it says so and goes on.
const harmless = /spdlog|watchdog|from gallery as it is disabled|^Canceled: |^Resolv(ing|ed) connection|^Creating a socket|^\[(reconnection|Service Worker|AgentHost|AccountPolicy)/;
await page.exposeFunction('codeAutomationLog', (type, args) => {
  const text = format(...args);
  if (!harmless.test(text)) (type === 'error' || type === 'warn' ? console.error : console.log)(text);
});
await page.goto(
  workbenchAddress({ port: server.port, folder, extension: options.extensionDevelopmentPath, tests: options.extensionTestsPath }),
);
const code = await ended;
await browser.close().catch(() => undefined); // It may have crashed.
await server.stop();
await rm(home, { recursive: true, force: true, maxRetries: 5 });
process.exit(code);
