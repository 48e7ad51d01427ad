import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRunning, pause } from './processes.mjs';
import { say } from './say.mjs';

/**
 * Fills `folder` once. The work happens in `<folder>.partial` and becomes visible by one rename, so a folder that is there is whole.
 * `fill(partial, step)` does the work in steps, `step(name, sentence, action)`; a step that was finished in an earlier, interrupted
 * attempt is not done again. Two processes may ask at the same time: the second waits for the first.
 */
export async function installOnce(folder, fill) {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const release = await takeLock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const partial = `${folder}.partial`;
    await mkdir(partial, { recursive: true });
    await fill(partial, async (name, sentence, action) => {
      const mark = join(partial, `.done-${name}`);
      if (existsSync(mark)) return;
      say(sentence);
      await action();
      await writeFile(mark, '');
    });
    await rename(partial, folder);
    return folder;
  } finally {
    await release();
  }
}

/** The lock is a file that holds its owner's process id; one whose owner is gone is taken over. */
async function takeLock(file) {
  let told = false;
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    if (!told) say('waiting for another process that is installing the same thing …');
    told = true;
    await pause(500);
  }
}

async function isAbandoned(file) {
  try {
    const owner = Number(await readFile(file, 'utf8'));
    // Between its creation and its owner's number there is a moment; nobody needs ten seconds for it.
    return owner > 0 ? !isRunning(owner) : Date.now() - (await stat(file)).mtimeMs > 10_000;
  } catch {
    return false; // It was released while we looked.
  }
}
