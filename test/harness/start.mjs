// `npm start`: opens an editor with the extension and the sample project. Options:
//   --fresh            forget what the last start left in its profile (settings, reviews)
//   --no-open          print the address only
//   --profile <name>   another profile than the usual one
// Only Node's own modules may be imported before the project's tools are installed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, installExtension, makeProfile, startEditorServer, writeSettings } from './editorServer.mjs';
import { findEditor, hasDisplay, isSuperuser } from './findEditor.mjs';
import { installProject } from './installProject.mjs';
import { packageExtension } from './packageExtension.mjs';
import { alsoStop, run, stopOnSignals } from './processes.mjs';
import { fail, MissingError, say } from './say.mjs';

process.chdir(new URL('../..', import.meta.url).pathname.replace(/^\/(?=[A-Za-z]:)/, ''));
const stopping = stopOnSignals();
const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, 'no-open': { type: 'boolean' }, profile: { type: 'string', default: 'start' } } });
const folder = resolve('test/workspace');

try {
  await installProject();
  const editor = await findEditor();
  const profile = cache('profiles', `${values.profile}-${editor.kind}`);
  if (values.fresh) await rm(profile, { recursive: true, force: true });
  await (editor.kind === 'server' ? openInBrowser(editor, profile) : openOnDesktop(editor, profile));
} catch (error) {
  fail(error);
}

/** The extension runs as a user gets it: packaged and installed. Nobody on this machine can use the address without its token. */
async function openInBrowser(editor, profile) {
  say('building and packaging the extension …');
  const vsix = await packageExtension(cache('start.vsix'));
  await makeProfile(profile);
  say("installing it into VS Code's server …");
  await installExtension(editor, profile, vsix);
  const token = randomBytes(16).toString('hex');
  const server = await startEditorServer(editor, { profile, token });
  const address = `http://127.0.0.1:${server.port}/?tkn=${token}&folder=${encodeURIComponent(folder)}`;
  say(`VS Code ${editor.version} with the extension is ready. Open this address in a browser, then the mortar board in the activity bar:`);
  console.log(`\n  ${address}\n`);
  say('press Ctrl+C to stop it.');
  if (!values['no-open'] && hasDisplay()) openAddress(address);
  const code = await server.exited;
  if (!stopping()) throw new MissingError(`VS Code's server ended by itself with code ${code}; run the same command again.`);
}

function openAddress(address) {
  const [program, ...args] = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // The address is printed above.
  child.unref();
}

async function openOnDesktop(editor, profile) {
  say('building the extension …');
  const built = await run(process.execPath, ['esbuild.mjs'], { limit: 5 * 60_000 });
  if (built.code !== 0) throw new MissingError(`the extension could not be built:\n${built.output}`);
  const userData = resolve(profile, 'user-data');
  await writeSettings(resolve(userData, 'User', 'settings.json'));
  const args = [
    folder,
    `--extensionDevelopmentPath=${process.cwd()}`,
    `--user-data-dir=${userData}`,
    `--extensions-dir=${resolve(profile, 'extensions')}`,
    ...['--new-window', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
    ...(isSuperuser() ? ['--no-sandbox'] : []),
  ];
  say(`opening ${editor.executable}; close its window or press Ctrl+C to stop it.`);
  const child = spawn(editor.executable, args, { stdio: 'ignore' });
  alsoStop(child);
  const code = await new Promise((settle) => {
    child.on('error', () => settle(-1));
    child.on('exit', settle);
  });
  if (stopping()) return;
  if (code !== 0) throw new MissingError(`${editor.executable} ended with code ${code}; name another editor in INTERVIEW_STUDY_EDITOR, or "server" for the one from npm.`);
  process.exit(0);
}
