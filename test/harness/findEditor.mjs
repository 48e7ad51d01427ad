import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cache, installEditorServer } from './editorServer.mjs';
import { run } from './processes.mjs';
import { MissingError, say } from './say.mjs';

const oldest = [1, 109];

/**
 * The editor to use: `{ kind: 'desktop', executable }`, or `{ kind: 'server', node, main, version }` for VS Code's server with a browser as
 * its window. In this order: the one named by INTERVIEW_STUDY_EDITOR (a path, or the word `server`); an installed VS Code; one that
 * @vscode/test-electron downloads; the server from npm.
 *
 * A desktop editor needs a display, so without one only the server is left. `forTests`, the superuser gets the server too: Chromium's
 * sandbox refuses that user, and switching it off in an editor that is not ours is not ours to decide.
 */
export async function findEditor({ forTests = false } = {}) {
  const named = process.env.INTERVIEW_STUDY_EDITOR;
  if (named === 'server') return installEditorServer();
  if (named) {
    const executable = executableOf(named) ?? (existsSync(named) ? named : undefined);
    if (executable) return { kind: 'desktop', executable };
    throw new MissingError(`INTERVIEW_STUDY_EDITOR names ${named}, which is not there: name VS Code's executable, or "server" for the one from npm.`);
  }
  if (!hasDisplay() || (forTests && isSuperuser())) return installEditorServer();
  const installed = installedEditors().map(executableOf).find((executable) => executable && isNewEnough(executable));
  if (installed) return { kind: 'desktop', executable: installed };
  const downloaded = await download();
  return downloaded ? { kind: 'desktop', executable: downloaded } : installEditorServer();
}

/** Whether a window can be opened here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export const isSuperuser = () => process.getuid?.() === 0;

function installedEditors() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => ['code', 'code-insiders', 'codium'].map((name) => join(folder, name)));
  if (process.platform === 'darwin') {
    const applications = ['/Applications', join(homedir(), 'Applications')];
    return applications.flatMap((folder) => ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].map((name) => join(folder, `${name}.app`)));
  }
  if (process.platform === 'win32') {
    const local = process.env['LOCALAPPDATA'] ? join(process.env['LOCALAPPDATA'], 'Programs') : undefined;
    const homes = [local, process.env['ProgramFiles']].filter(Boolean);
    return homes.flatMap((home) => [join(home, 'Microsoft VS Code', 'Code.exe'), join(home, 'Microsoft VS Code Insiders', 'Code - Insiders.exe')]);
  }
  return [...onPath, '/usr/share/code/code', '/snap/code/current/usr/share/code/code', '/usr/share/codium/codium', '/opt/visual-studio-code/code'];
}

/** The program itself: what is on PATH is a script beside it that returns at once. Undefined if there is none. */
function executableOf(path) {
  if (!existsSync(path)) return undefined;
  if (path.endsWith('.app')) return ['Electron', 'Code', 'Code - Insiders', 'VSCodium'].map((name) => join(path, 'Contents', 'MacOS', name)).find(existsSync);
  const real = realpathSync(path);
  if (dirname(real).endsWith('bin')) {
    const above = dirname(dirname(real));
    return ['code', 'code-insiders', 'codium'].map((name) => join(above, name)).find((name) => existsSync(name) && name !== real);
  }
  return real;
}

function isNewEnough(executable) {
  const folder = dirname(executable);
  const description = [join(folder, 'resources', 'app', 'package.json'), join(folder, '..', 'Resources', 'app', 'package.json')].find(existsSync);
  if (description === undefined) return false;
  const [major = 0, minor = 0] = String(JSON.parse(readFileSync(description, 'utf8')).version).split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** In a process of its own, so that a connection that neither answers nor fails can be ended. */
async function download() {
  say('no installed VS Code was found; trying to download one (about 150 MB) …');
  const script = `import('@vscode/test-electron').then(async ({ downloadAndUnzipVSCode }) => {
    const path = await downloadAndUnzipVSCode({ version: 'stable', cachePath: ${JSON.stringify(cache('downloaded'))}, timeout: 15000 });
    console.log('\\nexecutable:' + path);
  })`;
  const { code, output } = await run(process.execPath, ['-e', script], { limit: 10 * 60_000 });
  const executable = code === 0 ? /^executable:(.+)$/m.exec(output)?.[1] : undefined;
  if (executable === undefined) say('VS Code cannot be downloaded from here; using its server from npm instead.');
  return executable;
}
