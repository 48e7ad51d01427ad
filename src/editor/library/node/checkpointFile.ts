import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CheckpointFile } from '../checkpointFile';

/** A checkpoint on this machine. It is not synced: what a power failure leaves of it does not fit its own hash. */
export function nodeCheckpointFile(path: string): CheckpointFile {
  return {
    read() {
      try {
        return Promise.resolve(readFileSync(path));
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return isMissing ? Promise.resolve(undefined) : Promise.reject(error as Error);
      }
    },
    async write(bytes) {
      await mkdir(dirname(path), { recursive: true });
      // A name of its own, so that two windows never write into the same file.
      const written = `${path}.${crypto.randomUUID()}`;
      try {
        await writeFile(written, bytes);
        await rename(written, path);
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      }
    },
  };
}
