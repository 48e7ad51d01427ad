import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createReviews, defaultReviewSettings } from '../../src/editor/library/reviews';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { hour, noon, seeded } from '../unit/review/build';
import { aFolder, long, readFolder } from './faultKit';

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('reviews in git', function () {
  this.timeout(600_000);

  it(`R4: ${long ? 100 : 5} merges of two branches have no conflict, keep every event and give one state`, async function () {
    if (!hasGit()) return this.skip();
    using place = aFolder();
    const folder = join(place.folder, 'reviews');
    const git = (...words: string[]): string =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...words], {
        cwd: place.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      });
    const random = seeded(4);
    let [now, expected] = [noon, 0];

    async function study(): Promise<void> {
      const reviews = createReviews({ files: nodeReviewFiles(folder), now: () => now, settings: defaultReviewSettings, random, retryAfter: 0 });
      await reviews.ready;
      for (let answer = 0; answer < 4; answer++) {
        now += Math.floor(random() * hour);
        if (answer === 3 && random() < 0.4) await reviews.undo();
        else await reviews.grade({ card: `pack:n#${Math.floor(random() * 6)}`, rating: (1 + Math.floor(random() * 4)) as 1 | 2 | 3 | 4 });
        expected += 1;
      }
      reviews.dispose();
      git('add', '-A');
      git('commit', '-qm', 'study');
    }

    async function states(): Promise<string> {
      const reviews = createReviews({ files: nodeReviewFiles(folder), now: () => now, settings: defaultReviewSettings });
      await reviews.ready;
      assert.deepEqual(reviews.problems, []);
      return JSON.stringify([0, 1, 2, 3, 4, 5].map((card) => [reviews.stateOf(`pack:n#${card}`), reviews.history(`pack:n#${card}`)]));
    }

    git('init', '-q', '-b', 'main');
    await study();
    for (let merge = 0; merge < (long ? 100 : 5); merge++) {
      git('checkout', '-q', '-b', `left${merge}`);
      await study();
      git('checkout', '-q', 'main');
      git('checkout', '-q', '-b', `right${merge}`);
      await study();
      // One way round and the other: the states must be the same bytes.
      git('merge', '-q', '--no-edit', `left${merge}`);
      const one = await states();
      git('checkout', '-q', `left${merge}`);
      git('merge', '-q', '--no-edit', '--no-ff', `right${merge}^1`);
      assert.equal(await states(), one, `merge ${merge}`);
      git('checkout', '-q', 'main');
      git('merge', '-q', '--ff-only', `right${merge}`);
      const { events, badLines } = readFolder(folder);
      assert.deepEqual([new Set(events.map(({ id }) => id)).size, badLines], [expected, []]);
    }
  });
});
