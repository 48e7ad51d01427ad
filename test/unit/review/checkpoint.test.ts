import * as assert from 'node:assert/strict';
import { encodeEvent } from '../../../src/core/review/eventLine';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { Scheduler } from '../../../src/core/review/scheduler';
import { sha256, type CheckpointFile } from '../../../src/editor/library/checkpointFile';
import { readCheckpoint } from '../../../src/editor/library/reviewCheckpoint';
import { createReviews, defaultReviewSettings, type Reviews, type ReviewSettings } from '../../../src/editor/library/reviews';
import { aLog, aReview, day, hour, minute, noon, seeded } from './build';
import { MemoryFiles } from './memoryFiles';

/** Later than every event below. */
const now = noon + 5_000 * day;
const cards = Array.from({ length: 30 }, (_, index) => `pack:note#card${index}`);

/** `onceWritten` resolves with the next checkpoint. */
class MemoryCheckpoint implements CheckpointFile {
  bytes: Uint8Array | undefined;
  private written: ((bytes: Uint8Array) => void) | undefined;
  readonly onceWritten = new Promise<Uint8Array>((resolve) => (this.written = resolve));

  read(): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.bytes);
  }

  write(bytes: Uint8Array): Promise<void> {
    this.bytes = bytes;
    this.written?.(bytes);
    return Promise.resolve();
  }
}

function aWindow(files: MemoryFiles, checkpoint?: CheckpointFile, settings: Partial<ReviewSettings> = {}, at = now): Reviews {
  return createReviews({ files, checkpoint, now: () => at, random: seeded(1), retryAfter: 0, settings: { ...defaultReviewSettings, fuzz: false, ...settings } });
}

/** Adds events to their writers' files. */
function put(files: MemoryFiles, events: readonly ReviewEvent[]): MemoryFiles {
  for (const event of events) {
    const name = `${event.id.slice(0, event.id.lastIndexOf('-'))}.jsonl`;
    files.set(name, `${files.texts.get(name) ?? ''}${encodeEvent(event)}\n`);
  }
  return files;
}

const statesIn = (reviews: Reviews): string => JSON.stringify(cards.map((card) => reviews.stateOf(card) ?? null));
const nothing = JSON.stringify(cards.map(() => null));

/** What the next start says before it has read the logs: nothing, or exactly what a replay says. Resolves to whether it said something. */
async function startsRight(files: MemoryFiles, checkpoint: CheckpointFile, settings: Partial<ReviewSettings> = {}, at = now): Promise<boolean> {
  const reviews = aWindow(files, checkpoint, settings, at);
  await reviews.statesReady;
  const early = statesIn(reviews);
  assert.equal(reviews.isReady, false);
  await reviews.ready;
  const plain = aWindow(files, undefined, settings, at);
  await plain.ready;
  assert.equal(statesIn(reviews), statesIn(plain), 'after reading the logs');
  if (early !== nothing) assert.equal(early, statesIn(plain), 'from the checkpoint');
  return early !== nothing;
}

/** A log without what only a replay can place. */
function plainLog(length: number, seed: number): ReviewEvent[] {
  return aLog(length, seeded(seed), 30).filter(({ kind }) => kind !== 'undo' && kind !== 'regrade' && kind !== 'link' && kind !== 'reschedule');
}

/** Starts a window on these events, and hands over the checkpoint that it wrote. */
async function checkpointOf(events: readonly ReviewEvent[]): Promise<{ files: MemoryFiles; checkpoint: MemoryCheckpoint; bytes: Uint8Array }> {
  const files = put(new MemoryFiles(), events);
  const checkpoint = new MemoryCheckpoint();
  const reviews = aWindow(files, checkpoint);
  await reviews.ready;
  return { files, checkpoint, bytes: await checkpoint.onceWritten };
}

describe('checkpoint', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  it('says at once what a replay says, bit for bit, with everything that happened before', async () => {
    for (let seed = 0; seed < 5; seed++) {
      const { files, checkpoint } = await checkpointOf(aLog(1_500, seeded(seed), 30));
      assert.equal(await startsRight(files, checkpoint), true, `seed ${seed}`);
      assert.equal(await startsRight(files, checkpoint, {}, noon - 5 * day), true, `seed ${seed}, with a clock that was ahead`);
    }
  });

  it('is written once, not at each start', async () => {
    const { files, checkpoint, bytes } = await checkpointOf(aLog(1_500, seeded(1), 30));
    const reviews = aWindow(files, checkpoint);
    await reviews.ready;
    await reviews.refresh();
    assert.equal(checkpoint.bytes, bytes);
  });

  it('is not written for a short log', async () => {
    const files = put(new MemoryFiles(), aLog(200, seeded(1), 30));
    const checkpoint = new MemoryCheckpoint();
    const reviews = aWindow(files, checkpoint);
    await reviews.ready;
    await reviews.refresh();
    assert.equal(checkpoint.bytes, undefined);
  });

  it('goes on with what was answered since, whoever answered', async () => {
    let used = 0;
    for (let seed = 0; seed < 40; seed++) {
      const log = plainLog(1_700, seed);
      const end = 1_100 + Math.floor(seeded(seed)() * (log.length - 1_101));
      const { files, checkpoint } = await checkpointOf(log.slice(0, end));
      put(files, log.slice(end, end + 1 + (seed % 20)));
      if (await startsRight(files, checkpoint)) used += 1;
    }
    // Times of several writers cross now and then; then only a replay knows.
    assert.ok(used >= 10, `used ${used} of 40`);
  });

  it('is never wrong, whatever came after it', async () => {
    let used = 0;
    for (let seed = 0; seed < 150; seed++) {
      const log = aLog(1_300, seeded(seed), 30);
      const { files, checkpoint } = await checkpointOf(log.slice(0, 1_290 - (seed % 40)));
      put(files, log.slice(1_290 - (seed % 40), 1_291));
      if (await startsRight(files, checkpoint)) used += 1;
    }
    assert.ok(used < 150);
  });

  describe('gives way to a replay', () => {
    const log = plainLog(1_600, 9);
    const last = (writer: string): number => Math.max(...log.filter(({ id }) => id.startsWith(`${writer}-`)).map(({ id }) => Number(id.split('-')[1])));
    const [card, other] = ['pack:note#card1', 'pack:note#card2'];
    const later = noon + 4_000 * day;
    const fresh = (fields: object): ReviewEvent => ({ id: 'fresh-1', at: later, tz: 'UTC', dayStart: 4, ...fields }) as unknown as ReviewEvent;
    const review = log.find((event) => event.kind === 'review' && event.card === card)!;

    const events: [string, ReviewEvent[]][] = [
      ['an undo of what it holds', [fresh({ kind: 'undo', undoes: review.id })]],
      ['an undo and its redo', [fresh({ kind: 'undo', undoes: review.id }), fresh({ id: 'fresh-2', kind: 'undo', undoes: 'fresh-1' })]],
      ['an edited grade', [fresh({ kind: 'regrade', of: review.id, rating: 1, interval: day })]],
      ['a renamed card', [fresh({ kind: 'link', from: card, to: other })]],
      ['many moves', [fresh({ kind: 'reschedule', moves: [[card, day]] })]],
      ['an answer of long ago that comes late', [fresh({ ...aReview(card), at: noon })]],
      ['an answer that says what it follows', [fresh({ ...aReview(card), after: review.id })]],
      ['another event of a known number', [fresh({ ...aReview(card), id: review.id })]],
    ];
    for (const [name, more] of events) {
      it(name, async () => {
        const { files, checkpoint } = await checkpointOf(log);
        put(files, more);
        assert.equal(await startsRight(files, checkpoint), false);
      });
    }

    const changes: [string, (files: MemoryFiles) => void][] = [
      ['a log that is gone', (files) => void files.delete('writer0.jsonl')],
      ['a log that is shorter', (files) => files.set('writer0.jsonl', files.texts.get('writer0.jsonl')!.slice(0, -300))],
      ['a log of equal size with other words', (files) => files.set('writer0.jsonl', files.texts.get('writer0.jsonl')!.replace('"rating":3', '"rating":1'))],
      ['a log that was replaced by a longer one', (files) => files.set('writer0.jsonl', `{}\n${files.texts.get('writer0.jsonl')!}`)],
      ['a copy of a log under another name', (files) => files.set('copy.jsonl', files.texts.get('writer0.jsonl')!)],
      ['a log that came with a folder from elsewhere', (files) => put(files, aLog(2_000, seeded(5), 30).map((event, index) => ({ ...event, id: `elsewhere-${index + 1}` })))],
    ];
    for (const [name, change] of changes) {
      it(name, async () => {
        const { files, checkpoint } = await checkpointOf(log);
        change(files);
        assert.equal(await startsRight(files, checkpoint), false);
      });
    }

    it('other weights; another retention does not matter', async () => {
      const { files, checkpoint } = await checkpointOf(log);
      const weights = [0.5, 1.3, 2.4, 8.3, 6.4, 0.8, 3, 0, 1.9, 0.2, 0.8, 1.5, 0.06, 0.3, 1.6, 0.6, 1.9, 0.5, 0.1, 0.07, 0.15];
      assert.equal(await startsRight(files, checkpoint, { retention: 0.8 }), true);
      assert.equal(await startsRight(files, checkpoint, { weights }), false);
    });

    it('an answer that was undone or edited before it arrived', async () => {
      for (const early of [{ kind: 'undo', undoes: 'late-1' }, { kind: 'regrade', of: 'late-1', rating: 1, interval: day }]) {
        const { files, checkpoint } = await checkpointOf([...log, fresh(early)]);
        put(files, [fresh({ ...aReview(card), id: 'late-1', at: later + day })]);
        assert.equal(await startsRight(files, checkpoint), false);
      }
    });

    it('an answer to a card that was renamed, or that a clock far ahead touched', async () => {
      const renamed = [...log, fresh({ kind: 'link', from: card, to: other })];
      const ahead = [...log, fresh(aReview(other)), { ...fresh({ ...aReview(other), at: later - 400 * day, after: 'fresh-1' }), id: 'second-1' } as ReviewEvent];
      for (const before of [renamed, ahead]) {
        for (const touched of before === renamed ? [card, other] : [other]) {
          const { files, checkpoint } = await checkpointOf(before);
          put(files, [fresh({ ...aReview(touched), id: 'third-1', at: later + day })]);
          assert.equal(await startsRight(files, checkpoint), false, touched);
        }
      }
    });

    it('but not to a line torn off, a line that cannot be used, or a kind of a newer version', async () => {
      for (const more of ['{"id":"writer0-', 'what?\n', `${JSON.stringify({ id: `writer0-${last('writer0') + 1}`, at: later, kind: 'newer' })}\n`]) {
        const { files, checkpoint } = await checkpointOf(log);
        files.set('writer0.jsonl', files.texts.get('writer0.jsonl')! + more);
        assert.equal(await startsRight(files, checkpoint), true, more);
      }
    });
  });

  describe('that is damaged', () => {
    it('is thrown away: 6,000 changes of its bytes, and cut at 1,000 places', async () => {
      const { files, bytes } = await checkpointOf(aLog(1_500, seeded(2), 30));
      const random = seeded(3);
      const scheduler = new Scheduler({ ...defaultReviewSettings, fuzz: false });
      const read = (changed: Uint8Array) => readCheckpoint({ read: () => Promise.resolve(changed), write: () => Promise.resolve() }, files, scheduler);
      assert.ok(await read(bytes));
      for (let round = 0; round < 6_000; round++) {
        const changed = mutated(bytes, random);
        if (Buffer.compare(changed, bytes) !== 0) assert.equal(await read(changed), undefined, `round ${round}`);
      }
      for (let cut = 0; cut < 1_000; cut++) assert.equal(await read(bytes.subarray(0, Math.floor((cut / 1_000) * bytes.length))), undefined);
    });

    it('with a hash that fits again, has either its shape or no effect: 2,000 forgeries never throw', async () => {
      const { files, bytes } = await checkpointOf(aLog(1_500, seeded(2), 30));
      const random = seeded(4);
      const scheduler = new Scheduler({ ...defaultReviewSettings, fuzz: false });
      const body = new TextDecoder().decode(bytes).split('\n').slice(1);
      for (let round = 0; round < 2_000; round++) {
        const forged = body.map((line) => JSON.stringify(replaced(JSON.parse(line), random, 0.01)) ?? '').join('\n');
        const text = `${JSON.stringify({ v: 1, sha256: await sha256(new TextEncoder().encode(forged)) })}\n${forged}`;
        const found = await readCheckpoint({ read: () => Promise.resolve(new TextEncoder().encode(text)), write: () => Promise.resolve() }, files, scheduler);
        for (const each of cards) JSON.stringify(found?.cards.findState(each, now));
      }
    });

    it('or cannot be read or written, is as good as none', async () => {
      const refuse = () => Promise.reject(new Error('EACCES'));
      const files = put(new MemoryFiles(), plainLog(1_500, 1));
      assert.equal(await startsRight(files, { read: refuse, write: refuse }), false);
    });
  });

  it('two windows that start and answer at once leave one that fits or none', async () => {
    for (let round = 0; round < 20; round++) {
      const files = put(new MemoryFiles(), plainLog(1_400, round));
      const checkpoint = new MemoryCheckpoint();
      const windows = [aWindow(files, checkpoint), aWindow(files, checkpoint, {}, now + hour)];
      await Promise.all(windows.map(async (reviews, index) => {
        await (round % 2 === 0 ? reviews.ready : reviews.statesReady);
        await reviews.grade({ card: cards[index + (round % 3)]!, rating: 3 });
        await reviews.ready;
        await reviews.grade({ card: cards[index]!, rating: 1 });
      }));
      await checkpoint.onceWritten;
      await startsRight(files, checkpoint, {}, now + day);
    }
  });

  it('an answer that is given before the logs are read waits for them', async () => {
    const { files, checkpoint } = await checkpointOf(plainLog(1_500, 1));
    const reviews = aWindow(files, checkpoint);
    await reviews.statesReady;
    const { reps } = reviews.stateOf(cards[3]!)!;
    const grading = reviews.grade({ card: cards[3]!, rating: 3 });
    assert.deepEqual([reviews.isReady, reviews.stateOf(cards[3]!)?.reps], [false, reps]);
    await grading;
    assert.deepEqual([reviews.isReady, reviews.stateOf(cards[3]!)?.reps], [true, reps + 1]);
    assert.equal(await startsRight(files, checkpoint, {}, now), true);
  });
});

function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * 40);
  const dice = random();
  if (dice < 0.4) {
    const changed = bytes.slice();
    changed[place] = (changed[place]! + 1 + Math.floor(random() * 255)) & 255;
    return changed;
  }
  // A digit for a digit is still JSON.
  if (dice < 0.6) return Buffer.from(Buffer.from(bytes).toString('latin1').replace(/[0-9](?=[0-9]*[,\]])/g, (digit) => (random() < 0.001 ? String((Number(digit) + 1) % 10) : digit)), 'latin1');
  if (dice < 0.8) return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)]);
  return Buffer.concat([bytes.subarray(0, place), bytes.subarray(Math.max(0, place - length), place), bytes.subarray(place)]);
}

/** The same value with something else here and there. */
function replaced(value: unknown, random: () => number, share: number): unknown {
  if (random() < share) return [null, -1, 1e300, '', 'x', [], {}, true, minute][Math.floor(random() * 9)];
  if (Array.isArray(value)) return value.map((item) => replaced(item, random, share));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, random, share)]));
  return value;
}
