import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { openBrowser } from '../harness/browserWindow.mjs';
import { descendants, isRunning } from '../harness/processes.mjs';

/** `npm start` as a person types it. Resolves with the address it prints. */
async function start(): Promise<{ npm: ChildProcess; address: string }> {
  // `server`: the way that needs no display; --no-open: nobody is looking.
  const npm = spawn('npm', ['start', '--silent', '--', '--fresh', '--no-open', '--profile', 'test'], {
    env: { ...process.env, INTERVIEW_STUDY_EDITOR: 'server' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // As in a terminal: a process group of its own, which Ctrl+C reaches as a whole.
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (part: Buffer) => {
      output += part.toString();
      const found = /^\s*(http:\S+)\s*$/m.exec(output);
      if (found?.[1] !== undefined) resolve(found[1]);
    };
    npm.stdout.on('data', read);
    npm.stderr.on('data', read);
    npm.once('exit', (code) => reject(new Error(`npm start ended with code ${code}:\n${output}`)));
  });
  return { npm, address };
}

describe('npm start', () => {
  const stops: readonly [string, (npm: ChildProcess) => void][] = [
    ['Ctrl+C', ({ pid }) => process.kill(-(pid ?? 0), 'SIGINT')],
    ['a polite kill of npm alone', ({ pid }) => process.kill(pid ?? 0, 'SIGTERM')],
  ];
  for (const [name, stop] of stops) {
    it(`opens the workbench with the extension for who has the token, and ${name} leaves no process behind`, async function () {
      if (process.platform === 'win32') this.skip();
      const { npm, address } = await start();
      const ended = new Promise((resolve) => npm.once('exit', resolve));
      const browser = await openBrowser();
      const page = await browser.newPage();
      await page.goto(address);
      await page.locator('.activitybar .action-label[aria-label^="Interview Study"]').waitFor();
      const family = await descendants(npm.pid ?? 0);
      try {
        assert.ok(family.some(({ command }) => command.includes('--type=extensionHost')));
        const withoutToken = new URL(address);
        withoutToken.searchParams.delete('tkn');
        assert.equal((await fetch(withoutToken)).status, 403);
      } finally {
        stop(npm);
        await browser.close();
      }
      await ended;
      // npm may end before the program it runs: give that one as long as it takes, up to mocha's bound.
      while (family.some(({ pid }) => isRunning(pid))) await new Promise((resolve) => setTimeout(resolve, 50));
    });
  }
});
