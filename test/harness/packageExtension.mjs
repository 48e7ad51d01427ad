import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { run } from './processes.mjs';

/** Packages the extension as it ships into `file`; the build runs as part of it (`vscode:prepublish`). Warnings are failures. */
export async function packageExtension(file) {
  return packageFolder(process.cwd(), file);
}

/** The same without its way into Node, from what was built last: an editor can run it only where VS Code for the Web does, in a worker of the page. */
export async function packageForBrowser(file) {
  const folder = join(dirname(resolve(file)), 'browser-only');
  await rm(folder, { recursive: true, force: true });
  for (const name of ['.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'media', 'notes', 'package.nls.json']) await cp(name, join(folder, name), { recursive: true });
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: undefined, extensionKind: undefined, scripts: undefined }));
  return packageFolder(folder, file);
}

/** Any folder that holds an extension, which need not be ready for people. */
export async function packageFolder(folder, file, ...more) {
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', resolve(file), ...more];
  const { code, output } = await run(process.execPath, [resolve('node_modules/@vscode/vsce/vsce'), 'package', ...options], { cwd: folder, limit: 5 * 60_000 });
  if (code !== 0 || /\bWARNING\b/.test(output)) throw new Error(`The extension could not be packaged without complaint:\n${output}`);
  return file;
}
