import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCheckpointFile } from '../../src/editor/library/node/checkpointFile';
import { aFolder } from './faultKit';

describe('checkpoint file', () => {
  it('is absent, then whole, and leaves nothing beside it', async () => {
    using place = aFolder();
    const file = nodeCheckpointFile(join(place.folder, 'deeper', 'states'));
    assert.equal(await file.read(), undefined);
    await file.write(new Uint8Array([1, 2, 3]));
    assert.deepEqual([...((await file.read()) ?? [])], [1, 2, 3]);
    assert.deepEqual(readdirSync(join(place.folder, 'deeper')), ['states']);
  });

  it('is that of one window or of the other, however they write and read at once', async () => {
    using place = aFolder();
    const path = join(place.folder, 'states');
    const windows = [1, 2, 3, 4].map((sign) => ({ file: nodeCheckpointFile(path), bytes: new Uint8Array(200_000 + sign).fill(sign) }));
    await windows[0]?.file.write(windows[0].bytes);
    for (let round = 0; round < 40; round++) {
      let isWriting = true;
      const writing = Promise.all(windows.map(({ file, bytes }) => file.write(bytes))).finally(() => (isWriting = false));
      while (isWriting) {
        const found = (await windows[0]?.file.read()) ?? new Uint8Array();
        const sign = found[0] ?? 0;
        assert.ok(found.length === 200_000 + sign && found.every((byte) => byte === sign), `${found.length} bytes that begin with ${sign}`);
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      await writing;
    }
    assert.deepEqual(readdirSync(place.folder), ['states']);
  });

  it('that cannot be written is reported, and the old one stays', async () => {
    using place = aFolder();
    writeFileSync(join(place.folder, 'file'), 'not a folder');
    await assert.rejects(nodeCheckpointFile(join(place.folder, 'file', 'states')).write(new Uint8Array(1)));
    await assert.rejects(nodeCheckpointFile(place.folder).write(new Uint8Array(1)));
    assert.deepEqual(readdirSync(place.folder), ['file']);
  });
});
