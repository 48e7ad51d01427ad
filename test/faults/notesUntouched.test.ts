import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createReviews } from '../../src/editor/library/reviews';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { noon } from '../unit/review/build';
import { aFolder, long } from './faultKit';

function hashes(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile()).sort();
  return files.map((path) => `${path} ${createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')}`).join('\n');
}

describe('notes', function () {
  this.timeout(60_000);

  it(`R8: are the same bytes after ${long ? '1,000' : '200'} reviews, even in the same folder`, async () => {
    using place = aFolder();
    cpSync('notes', join(place.folder, 'notes'), { recursive: true });
    const before = hashes(join(place.folder, 'notes'));
    assert.ok(before.length > 0);
    const reviews = createReviews({ files: nodeReviewFiles(join(place.folder, 'reviews')), now: () => noon });
    await reviews.ready;
    for (let card = 0; card < (long ? 1_000 : 200); card++) await reviews.grade({ card: `pack:n#${card % 40}`, rating: 3 });
    assert.equal(hashes(join(place.folder, 'notes')), before);
  });
});
