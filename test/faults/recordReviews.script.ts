// A window that answers: records reviews in the folder of its first argument and prints the id of each one that is acknowledged.
// Second argument: how many, 0 for ever. With a third argument it stays alive afterwards, to be killed.
import { writeSync } from 'node:fs';
import { createReviews } from '../../src/editor/library/reviews';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';

const [folder = '', count = '0', stay] = process.argv.slice(2);

async function answer(): Promise<void> {
  const reviews = createReviews({ files: nodeReviewFiles(folder), host: 'test', now: () => Date.now(), retryAfter: 0 });
  await reviews.ready;
  for (let number = 1; number <= Number(count) || count === '0'; number++) {
    const [event] = await reviews.record({ kind: 'review', card: `pack:note#card${number % 500}`, rating: 3, interval: 86_400_000 });
    writeSync(1, `${event?.id ?? ''}\n`);
  }
  if (stay !== undefined) setInterval(() => undefined, 60_000);
}

void answer();
