import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageExtension, packageForBrowser } from './packageExtension.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { packagedExtension, packagedForBrowser } from './session.mjs';

const minutes = 60_000;
const typescriptProjects = ['tsconfig.json', 'src/tsconfig.desktop.json', 'src/webview/tsconfig.json', 'test/tsconfig.json'];

/**
 * The steps of `npm test` in their order. Each resolves to `{ passed, failed, skipped }` and never rejects; each is ended by force after a
 * bound several times longer than it takes. `needsBuild` steps read what the step `build` wrote.
 */
export const steps = [
  { name: 'types', run: types },
  { name: 'lint', run: lint },
  { name: 'build', run: () => command('build', ['esbuild.mjs', '--tests'], 5 * minutes) },
  { name: 'unit', needsBuild: true, run: (selection) => mocha('unit', selection, 10 * minutes) },
  { name: 'faults', needsBuild: true, run: (selection) => mocha('faults', selection, 15 * minutes, { optional: true }) },
  { name: 'content', needsBuild: true, run: (selection) => mocha('content', selection, 15 * minutes, { optional: true }) },
  { name: 'editor', needsBuild: true, run: editor },
  { name: 'ui', needsBuild: true, run: (selection) => mocha('ui', selection, 40 * minutes, { timeout: 60_000, tries: 2 }) },
  { name: 'packaged', needsBuild: true, run: packaged },
];

async function types() {
  const results = await inPairs(typescriptProjects.map((project) => () => command(project, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project], 5 * minutes)));
  return results.reduce(sum);
}

/** How the code is written, and what of it nobody uses. */
async function lint() {
  return sum(
    await command('eslint', ['node_modules/eslint/bin/eslint.js', '.'], 5 * minutes),
    await command('knip', ['node_modules/knip/bin/knip.js', '--no-progress'], 5 * minutes),
  );
}

/** A program that is one check: passed or not. Its output is shown only when it failed. */
async function command(name, args, limit) {
  const { code, timedOut, output } = await run(process.execPath, args, { limit });
  if (code === 0) return { passed: 1, failed: 0, skipped: 0 };
  console.log(`${output}\n${name}: ${timedOut ? `not finished after ${limit / minutes} minutes` : 'failed'}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * `tries`: how often a file with a failure is run. A browser that drives an editor on a busy machine now and then misses a moment; what
 * fails for another reason fails again. A second try is said aloud, so that a test which needs it often gets mended.
 */
async function mocha(folder, { files = '', grep }, limit, { optional = false, timeout = 20_000, tries = 1 } = {}) {
  const program = ['node_modules/mocha/bin/mocha.js', '--exit', '--timeout', String(timeout), '--reporter', 'test/harness/countingReporter.cjs'];
  const narrowed = files ? `out/test/${folder}/**/*${files}*.test.js` : `out/test/${folder}/**/*.test.js`;
  // A narrowed run may leave a folder without tests; a whole one may not.
  const once = (paths) => counted(folder, [...program, ...(grep ? ['--grep', grep] : []), ...paths], limit, { optional: optional || files !== '' || grep !== undefined });
  const first = await once([narrowed]);
  const failing = Object.entries(first.files).filter(([file, { failed }]) => file !== '' && failed > 0);
  const elsewhere = first.failed - failing.reduce((so, [, { failed }]) => so + failed, 0);
  if (tries < 2 || failing.length === 0 || elsewhere > 0) return first;
  say(`${folder}: a second try of ${failing.map(([file]) => file.split('/').at(-1)).join(', ')} …`);
  const second = await once(failing.map(([file]) => file));
  return sum(failing.reduce((so, [, counts]) => minus(so, counts), first), second);
}

function editor({ files, grep }) {
  const env = { ...(files && { INTERVIEW_STUDY_TESTS: files }), ...(grep && { INTERVIEW_STUDY_GREP: grep }) };
  return counted('editor', ['test/harness/runInEditor.mjs'], 20 * minutes, { env, optional: Boolean(files || grep) });
}

async function packaged(selection) {
  try {
    await packageExtension(packagedExtension());
    await packageForBrowser(packagedForBrowser());
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  say(`the packaged extension has ${(statSync(packagedExtension()).size / 1024).toFixed(0)} KiB.`);
  const size = await command('size', ['node_modules/size-limit/bin.js'], minutes);
  return sum(sum({ passed: 1, failed: 0, skipped: 0 }, size), await mocha('packaged', selection, 15 * minutes, { timeout: 120_000 }));
}

/** Runs mocha in whatever way, shows its output, and reads the real counts from our reporter's file. */
async function counted(name, args, limit, { env, optional = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'interview-study-'));
  const file = join(folder, 'counts.json');
  const { code, timedOut, output } = await run(process.execPath, args, { limit, echo: true, env: { ...env, INTERVIEW_STUDY_COUNTS: file } });
  const counts = readCounts(file);
  await rm(folder, { recursive: true, force: true });
  if (counts === undefined && optional && /No test files found/.test(output)) return { passed: 0, failed: 0, skipped: 0, files: {} };
  const { passed = 0, failed = 0, skipped = 0, ended = false } = counts ?? {};
  if (timedOut) console.log(`${name}: ended by force after ${limit / minutes} minutes`);
  // A run that broke off, or that failed in a way no test shows, is itself a failure.
  const broken = !ended || (code !== 0 && failed === 0) || (passed + failed + skipped === 0 && !optional);
  if (broken) console.log(`${name}: the run did not come to its end (exit code ${code})`);
  return { passed, failed: failed + (broken ? 1 : 0), skipped, files: counts?.files ?? {} };
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // It ended before mocha began.
  }
}

const minus = (one, other) => ({ passed: one.passed - other.passed, failed: one.failed - other.failed, skipped: one.skipped - other.skipped });
const sum = (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped });

/** Two at a time: the compiler uses one core each. */
async function inPairs(tasks) {
  const results = [];
  for (let at = 0; at < tasks.length; at += 2) results.push(...(await Promise.all(tasks.slice(at, at + 2).map((task) => task()))));
  return results;
}
