import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createReviews, UnsavedError } from '../../src/editor/library/reviews';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { noon } from '../unit/review/build';
import { aFolder, long, readFolder } from './faultKit';

// The live module object, so that replacing `open` reaches the code under test.
const live = createRequire(__filename)('node:fs/promises') as { -readonly [Name in keyof typeof fs]: (typeof fs)[Name] };
const realOpen = live.open;

type Act = (call: string, path: string, work: () => Promise<unknown>) => Promise<unknown>;

/** Sends every call that can fail in writing through `act`, while `work` runs. */
async function withDisk<Result>(act: Act, work: () => Promise<Result>): Promise<Result> {
  live.open = (async (path: string, flags: string | number) => {
    const handle = (await act('open', path, () => realOpen(path, flags))) as fs.FileHandle;
    return new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = (...words: unknown[]): unknown => Reflect.apply(value, target, words);
        if (name !== 'write' && name !== 'sync' && name !== 'datasync') return call;
        return (...words: unknown[]) => act(name, path, async () => await call(...words));
      },
    });
  }) as typeof live.open;
  try {
    return await work();
  } finally {
    live.open = realOpen;
  }
}

describe('a disk that fails', function () {
  this.timeout(120_000);

  for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EIO']) {
    it(`R11: ${code} at any call is reported, never acknowledged, and made good`, async () => {
      for (let failing = 0; failing < 24; failing++) {
        for (const length of [1, 4]) {
          using place = aFolder();
          let calls = 0;
          const act: Act = async (call, _path, work) => {
            const number = calls++;
            if (number < failing || number >= failing + length) return await work();
            // A write or sync that fails may have been done all the same.
            if (call !== 'open' && failing % 2 === 0) await work();
            throw Object.assign(new Error(`${code}: injected`), { code });
          };
          await withDisk(act, async () => {
            const reviews = createReviews({ files: nodeReviewFiles(place.folder), now: () => noon, retryAfter: 0 });
            await reviews.ready;
            let acknowledged = 0;
            for (let card = 0; card < 6; card++) {
              const outcome = await reviews.grade({ card: `c${card}`, rating: 3 }).then(() => 'saved', (error: unknown) => error);
              if (outcome === 'saved') acknowledged = card + 1;
              else assert.ok(outcome instanceof UnsavedError);
              assert.equal(outcome === 'saved', reviews.unsaved === 0);
              const stored = new Set(readFolder(place.folder).events.map((event) => ('card' in event ? event.card : '')));
              for (let each = 0; each < acknowledged; each++) assert.ok(stored.has(`c${each}`), `${code} at ${failing}: c${each} is lost`);
            }
            for (let attempt = 0; attempt < length; attempt++) await reviews.refresh();
            assert.equal(reviews.unsaved, 0);
          });
          const { events } = readFolder(place.folder);
          assert.equal(new Set(events.map(({ id }) => id)).size, 6);
        }
      }
    });
  }

  it(`R14: power lost at any of ${long ? '1,000' : '200'} moments, what was acknowledged is on the disk`, async () => {
    using place = aFolder();
    interface DiskFile {
      written: Buffer;
      synced: number;
      named: boolean;
    }
    const disk = new Map<string, DiskFile>();
    const acknowledged: string[] = [];
    let [moments, folderSynced] = [0, false];

    /** What a machine without power keeps: names whose folder was synced, and of each file what was synced. */
    function check(): void {
      moments += 1;
      const kept = [...disk.values()].filter(({ named }) => named && folderSynced).map(({ written, synced }) => written.subarray(0, synced).toString());
      for (const id of acknowledged) assert.ok(kept.some((text) => text.includes(`"${id}"`)), `${id} is lost at moment ${moments}`);
    }

    const act: Act = async (call, path, work) => {
      const result = await work();
      const isFile = path.endsWith('.jsonl');
      const file = disk.get(path) ?? { written: Buffer.alloc(0), synced: 0, named: false };
      if (isFile) disk.set(path, file);
      if (call === 'write') file.written = Buffer.from(await fs.readFile(path));
      if (call === 'sync' && !isFile) {
        for (const each of disk.values()) each.named = true;
        if (path !== `${place.folder}/reviews`) folderSynced = true;
      }
      if ((call === 'sync' || call === 'datasync') && isFile) file.synced = file.written.length;
      check();
      return result;
    };
    await withDisk(act, async () => {
      while (moments < (long ? 1_000 : 200)) {
        const reviews = createReviews({ files: nodeReviewFiles(`${place.folder}/reviews`), now: () => noon, retryAfter: 0 });
        await reviews.ready;
        for (let card = 0; card < 5; card++) {
          const [event] = await reviews.record({ kind: 'flag', card: `c${card}` });
          acknowledged.push(event?.id ?? 'none');
          check();
        }
      }
    });
    assert.ok(acknowledged.length > 30);
  });
});
