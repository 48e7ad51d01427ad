import * as assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { aFolder } from './faultKit';

describe('review files on this machine', () => {
  it('are made with their folder, once', async () => {
    using place = aFolder();
    const folder = join(place.folder, 'deep', 'down');
    const files = nodeReviewFiles(folder);
    assert.deepEqual(await files.list(), []);
    assert.equal(await files.create('a.jsonl', 'one\n'), true);
    assert.equal(await files.create('a.jsonl', 'two\n'), false);
    assert.equal(readFileSync(join(folder, 'a.jsonl'), 'utf8'), 'one\n');
    assert.deepEqual((await files.list()).map(({ name, size }) => [name, size]), [['a.jsonl', 4]]);
  });

  const endings: [string, string, string][] = [
    ['after a whole line', 'one\n', 'one\ntwo\n'],
    ['on a new line after a torn one', 'on', 'on\ntwo\n'],
    ['to an empty file', '', 'two\n'],
  ];
  for (const [name, before, after] of endings) {
    it(`append ${name}`, async () => {
      using place = aFolder();
      writeFileSync(join(place.folder, 'a.jsonl'), before);
      assert.equal(await nodeReviewFiles(place.folder).append('a.jsonl', 'two\n'), true);
      assert.equal(readFileSync(join(place.folder, 'a.jsonl'), 'utf8'), after);
    });
  }

  it('do not bring a deleted file back by appending to it', async () => {
    using place = aFolder();
    const files = nodeReviewFiles(place.folder);
    assert.equal(await files.append('a.jsonl', 'two\n'), false);
    assert.equal(existsSync(join(place.folder, 'a.jsonl')), false);
    await files.delete('a.jsonl');
  });

  it('list logs only, and read from any offset to the end', async () => {
    using place = aFolder();
    const files = nodeReviewFiles(place.folder);
    mkdirSync(join(place.folder, 'folder.jsonl'));
    writeFileSync(join(place.folder, 'readme.md'), 'x');
    writeFileSync(join(place.folder, 'a.jsonl'), 'one\n');
    assert.deepEqual((await files.list()).map(({ name }) => name), ['a.jsonl']);
    appendFileSync(join(place.folder, 'a.jsonl'), 'two\n');
    const texts = await Promise.all([0, 4, 8, 99].map(async (from) => Buffer.from(await files.read('a.jsonl', from)).toString()));
    assert.deepEqual(texts, ['one\ntwo\n', 'two\n', '', '']);
    await assert.rejects(files.read('gone.jsonl'));
  });
});
