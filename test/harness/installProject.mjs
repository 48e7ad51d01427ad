import { existsSync, statSync } from 'node:fs';
import { npm, npmReason } from './npm.mjs';
import { MissingError, say } from './say.mjs';

/** Installs the project's own tools if they are missing or older than the lock file. */
export async function installProject() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new MissingError(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  say("installing the project's tools from npm …");
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  let result = await npm(['ci', ...quietly], { limit: 10 * 60_000 });
  // A lock file that was written where a registry lacks some platform's optional package is refused as a whole, on every platform.
  if (/are in sync/.test(result.output)) result = await npm(['install', '--no-save', ...quietly], { limit: 10 * 60_000 });
  if (result.code === 0) return;
  const reason = result.timedOut ? 'npm did not finish within ten minutes' : npmReason(result);
  throw new MissingError(`the project's tools could not be installed from npm (${reason}); put that right and run the same command again.`);
}
