// Starting processes and, above all, ending them: nothing we start may outlive us.
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const windows = process.platform === 'win32';

/**
 * Runs a program to its end. `limit` is in milliseconds: after it, the program and everything it started is ended.
 * With `echo` its output is also shown while it runs. Never throws because of the program: look at `code` (-1 when it could not be started).
 */
export async function run(command, args, { cwd, env, limit = 600_000, echo = false, shell = false } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  const collect = (stream, target) =>
    stream.on('data', (part) => {
      parts.push(part);
      if (echo) target.write(part);
    });
  collect(child.stdout, process.stdout);
  collect(child.stderr, process.stderr);
  const stopAtExit = alsoStop(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void stopTree(child.pid);
  }, limit);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      parts.push(Buffer.from(error.message));
      resolve(-1);
    });
    // 'exit' and not 'close': a grandchild that keeps the pipe open must not keep us.
    child.on('exit', (status) => setTimeout(() => resolve(status ?? -1), 50));
  });
  clearTimeout(timer);
  stopAtExit();
  child.stdout.destroy();
  child.stderr.destroy();
  return { code, timedOut, output: Buffer.concat(parts).toString('utf8') };
}

/** Every process of this machine as `{ pid, parent, command }`; empty where it cannot be listed. */
async function listProcesses() {
  if (process.platform === 'linux') return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(readLinuxProcess);
  if (windows) return [];
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,command='], { maxBuffer: 1 << 24 });
  return stdout.split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return found ? [{ pid: Number(found[1]), parent: Number(found[2]), command: found[3] }] : [];
  });
}

function readLinuxProcess(name) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the name in parentheses and may itself hold spaces and parentheses.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    return [{ pid: Number(name), parent: Number(parent), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }];
  } catch {
    return []; // It ended while we looked.
  }
}

/** The processes below `pid`, nearest first. */
export async function descendants(pid) {
  return below(await listProcesses(), pid);
}

function below(all, pid) {
  return all.filter((entry) => entry.parent === pid).flatMap((entry) => [entry, ...below(all, entry.pid)]);
}

/** Ends `pid` and everything below it: politely first, by force after `patience` milliseconds. Resolves when all are gone. */
export async function stopTree(pid, patience = 3_000) {
  if (pid === undefined) return;
  if (windows) {
    await promisify(execFile)('taskkill', ['/pid', String(pid), '/t', '/f']).catch(() => undefined); // Already gone.
    return;
  }
  const family = new Set([pid]);
  // What ends politely may start something more on its way out, so the family is counted again and again.
  const meet = async () => {
    const all = await listProcesses();
    for (const known of [...family]) below(all, known).forEach((entry) => family.add(entry.pid));
  };
  const asked = new Set();
  const alive = () => [...family].filter(isRunning);
  const end = Date.now() + patience;
  do {
    await meet();
    for (const member of alive().filter((candidate) => !asked.has(candidate))) signalProcess(member, 'SIGTERM');
    family.forEach((member) => asked.add(member));
    await pause(50);
  } while (alive().length > 0 && Date.now() < end);
  await meet();
  while (alive().length > 0) {
    alive().forEach((member) => signalProcess(member, 'SIGKILL'));
    await pause(20);
  }
}

export function signalProcess(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

/** Whether a process is there and not merely waiting to be collected by its parent. */
export function isRunning(pid) {
  if (process.platform === 'linux') return readLinuxProcess(String(pid)).length > 0;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const running = new Set();
// The last resort, when an error ends us: without waiting, which an ending process cannot do.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Has `child` ended with us when a signal ends us (see `stopOnSignals`). Returns the function that forgets it. */
export function alsoStop(child) {
  running.add(child);
  const forget = () => running.delete(child);
  child.once('exit', forget);
  return forget;
}

/**
 * Ctrl+C, a closed terminal or a polite kill: end everything we started, then ourselves, with the exit code shells expect.
 * Returns a function that says whether that has begun.
 */
export function stopOnSignals() {
  let stopping = false;
  const stop = (code) => {
    if (stopping) return;
    stopping = true;
    void Promise.all([...running].map((child) => stopTree(child.pid))).finally(() => process.exit(code));
  };
  for (const [name, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) process.on(name, () => stop(code));
  // When npm alone is killed, it kills the shell between us and itself, and nobody tells us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(143), 500).unref();
  return () => stopping;
}
