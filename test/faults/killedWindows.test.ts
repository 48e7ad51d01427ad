import * as assert from 'node:assert/strict';
import { createReviews } from '../../src/editor/library/reviews';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { seeded } from '../unit/review/build';
import { aFolder, aWindow, long, readFolder } from './faultKit';

describe('killed windows', function () {
  this.timeout(long ? 1_800_000 : 60_000);

  it(`R1: ${long ? '1,000' : '12'} random kills lose no acknowledged review and change no earlier line`, async () => {
    using place = aFolder();
    const random = seeded(11);
    const acknowledged = new Set<string>();
    let before = new Map<string, string>();
    for (let kill = 0; kill < (long ? 1_000 : 12); kill++) {
      const window = aWindow(place.folder, 0);
      await window.acknowledges(1 + Math.floor(random() * 20));
      // Answers are acknowledged every fraction of a millisecond, so the moment is random within a write too.
      await new Promise((resolve) => setTimeout(resolve, random() * 5));
      window.process.kill('SIGKILL');
      await window.ended;
      for (const id of window.acknowledged) acknowledged.add(id);
      const content = readFolder(place.folder);
      const stored = new Set(content.events.map(({ id }) => id));
      for (const id of window.acknowledged) assert.ok(stored.has(id), `kill ${kill}: ${id} is lost`);
      for (const [name, text] of before) assert.ok(content.texts.get(name) === text, `kill ${kill}: ${name} ${content.texts.has(name) ? 'changed' : 'is gone'}`);
      assert.deepEqual(content.badLines, []);
      before = new Map(content.texts);
    }
    const reviews = createReviews({ files: nodeReviewFiles(place.folder), now: () => Date.now() });
    await reviews.ready;
    for (const id of acknowledged) assert.ok(before.get(`${id.split('-')[0]}.jsonl`)?.includes(`"${id}"`));
    assert.deepEqual(reviews.problems, []);
    assert.equal(reviews.statistics().answers, readFolder(place.folder).events.length);
    console.log(`      ${acknowledged.size} acknowledged reviews`);
  });

  it('R2: killed after any answer of a session, all answers are there when it is opened again', async () => {
    for (let answers = 1; answers <= 50; answers += long ? 1 : 10) {
      using place = aFolder();
      const window = aWindow(place.folder, answers, 'stay');
      await window.acknowledges(answers);
      window.process.kill('SIGKILL');
      await window.ended;
      const reviews = createReviews({ files: nodeReviewFiles(place.folder), now: () => Date.now() });
      await reviews.ready;
      assert.equal(reviews.statistics().answers, answers);
    }
  });
});

describe('windows at once', function () {
  this.timeout(600_000);
  const each = long ? 5_000 : 150;

  for (const windows of [2, 4]) {
    it(`R3: ${windows} windows keep all of ${each} reviews each, none torn, none twice`, async () => {
      using place = aFolder();
      const open = Array.from({ length: windows }, () => aWindow(place.folder, each));
      await Promise.all(open.map(({ ended }) => ended));
      const { events, headers, badLines, texts } = readFolder(place.folder);
      assert.deepEqual([events.length, headers, badLines, texts.size], [windows * each, windows, [], windows]);
      assert.equal(new Set(events.map(({ id }) => id)).size, windows * each);
      const acknowledged = open.flatMap((window) => window.acknowledged);
      assert.deepEqual([...acknowledged].sort(), events.map(({ id }) => id).sort());
      for (const text of texts.values()) assert.ok(text.endsWith('\n'));
    });
  }
});
