import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from './processes.mjs';

/** Packages the extension as it ships into `file`; the build runs as part of it (`vscode:prepublish`). Warnings are failures. */
export async function packageExtension(file) {
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  const { code, output } = await run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', ...options], { limit: 5 * 60_000 });
  if (code !== 0 || /\bWARNING\b/.test(output)) throw new Error(`The extension could not be packaged without complaint:\n${output}`);
  return file;
}
