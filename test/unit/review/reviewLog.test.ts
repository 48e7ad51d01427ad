import * as assert from 'node:assert/strict';
import { encodeEvent } from '../../../src/core/review/eventLine';
import type { ReviewEvent } from '../../../src/core/review/reviewEvent';
import { ReviewLog, UnsavedError } from '../../../src/editor/library/reviewLog';
import { segmentedFiles } from '../../../src/editor/library/reviewWholeFiles';
import { drawWriter, type UnnumberedEvent } from '../../../src/editor/library/reviewWriter';
import { aHistory, aLog, aReview, aWriter, noon, seeded, statesOf } from './build';
import { MemoryFiles, type Fault } from './memoryFiles';

const long = process.env.INTERVIEW_STUDY_LONG === '1';

function aReviewLog(files: MemoryFiles | ReturnType<typeof segmentedFiles>, writers = ['me']) {
  const events = new Map<string, ReviewEvent>();
  let [unsavedCalls, number] = [0, 0];
  const log = new ReviewLog({
    files,
    host: 'laptop',
    now: () => noon,
    onEvents: (found) => found.forEach((event) => events.set(event.id, event)),
    onUnsaved: () => (unsavedCalls += 1),
    drawWriter: () => writers[number++] ?? `writer${number}`,
    retryAfter: 0,
  });
  const record = (card: string) => log.record(() => [{ ...aReview(card), at: noon } as unknown as UnnumberedEvent]);
  return { log, events, record, unsavedCalls: () => unsavedCalls };
}

const headerOf = (writer: string): string => `{"v":1,"writer":"${writer}","created":${noon},"host":"laptop"}\n`;

describe('review log', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  it('makes no file until there is something to record', async () => {
    const files = new MemoryFiles();
    await aReviewLog(files).log.refresh();
    assert.equal(files.texts.size, 0);
  });

  it('writes a header and one line per event', async () => {
    const files = new MemoryFiles();
    const { record } = aReviewLog(files);
    await Promise.all([record('a'), record('b')]);
    const line = (card: string, id: number): string => `{"id":"me-${id}","kind":"review","card":"${card}","rating":3,"interval":259200000,"at":${noon}}\n`;
    assert.equal(files.texts.get('me.jsonl'), headerOf('me') + line('a', 1) + line('b', 2));
  });

  it('draws another writer where the name is taken', async () => {
    const files = new MemoryFiles();
    files.set('me.jsonl', 'something\n');
    const { record } = aReviewLog(files, ['me', 'myself']);
    const [event] = await record('a');
    assert.equal(event?.id, 'myself-1');
    assert.equal(files.texts.get('me.jsonl'), 'something\n');
  });

  it('draws 16 characters of base 32', () => {
    const names = new Set(Array.from({ length: 100 }, drawWriter));
    assert.equal(names.size, 100);
    for (const name of names) assert.match(name, /^[a-z2-7]{16}$/);
  });

  it('refuses an event that could not be read again, and keeps nothing of it', async () => {
    const files = new MemoryFiles();
    const { log, events, record } = aReviewLog(files);
    await assert.rejects(log.record(() => [{ kind: 'review', card: 'c', rating: 3, interval: Number.NaN, at: noon }]), RangeError);
    assert.deepEqual([log.unsaved, events.size], [[], 0]);
    assert.equal((await record('a'))[0]?.id, 'me-1');
  });

  describe('reading', () => {
    const next = aWriter('other');
    const lines = [1, 2, 3].map((card) => `${encodeEvent(next(aReview(`c${card}`)))}\n`);

    it('is the union of all files, each line once', async () => {
      const files = new MemoryFiles();
      files.set('a.jsonl', lines[0]! + lines[1]!);
      files.set('b.jsonl', lines[1]! + lines[2]!);
      const { log, events } = aReviewLog(files);
      await log.refresh();
      assert.deepEqual([...events.keys()].sort(), ['other-1', 'other-2', 'other-3']);
    });

    it('finds what another window appends, without reading the rest again', async () => {
      const files = new MemoryFiles();
      files.set('other.jsonl', lines[0]!);
      const { log, events } = aReviewLog(files);
      await log.refresh();
      files.set('other.jsonl', lines[0]! + lines[1]!);
      const starts: number[] = [];
      const read = files.read.bind(files);
      files.read = (name, from) => read(name, (starts.push(from ?? 0), from));
      await log.refresh();
      await log.refresh();
      assert.equal(events.size, 2);
      assert.deepEqual(starts.map((start) => start > 0), [true]);
    });

    it('waits for the rest of a torn last line', async () => {
      const files = new MemoryFiles();
      const { log, events } = aReviewLog(files);
      for (const end of [20, 60, lines[0]!.length - 1]) {
        files.set('other.jsonl', lines[0]!.slice(0, end));
        await log.refresh();
        assert.equal(events.size, 0);
      }
      files.set('other.jsonl', lines[0]!);
      await log.refresh();
      assert.deepEqual([events.size, log.problems], [1, []]);
    });

    it('notices a file that was replaced instead of appended to', async () => {
      const files = new MemoryFiles();
      files.set('other.jsonl', lines[0]!);
      const { log, events } = aReviewLog(files);
      await log.refresh();
      for (const text of [lines[1]!, lines[2]! + lines[1]! + lines[0]!]) {
        files.set('other.jsonl', text);
        await log.refresh();
      }
      assert.equal(events.size, 3);
    });

    it('reports lines it cannot use, and uses the others', async () => {
      const files = new MemoryFiles();
      files.set('other.jsonl', `\uFEFF${lines[0]!.replace('\n', '\r\n')}rubbish\n\n<<<<<<< HEAD\n${lines[1]!}{"v":2,"writer":"w","created":1,"host":""}\n`);
      const { log, events } = aReviewLog(files);
      await log.refresh();
      assert.equal(events.size, 2);
      assert.deepEqual(log.problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`), ['other.jsonl:2 not JSON', 'other.jsonl:4 merge marker', 'other.jsonl:6 version 2']);
    });

    it('goes on where one file cannot be read', async () => {
      const files = new MemoryFiles();
      files.set('a.jsonl', lines[0]!);
      files.set('b.jsonl', lines[1]!);
      const read = files.read.bind(files);
      files.read = (name, from) => (name === 'a.jsonl' ? Promise.reject(new Error('EACCES')) : read(name, from));
      const { log, events } = aReviewLog(files);
      await log.refresh();
      assert.deepEqual([[...events.keys()], log.problems], [['other-2'], [{ file: 'a.jsonl', line: 0, reason: 'EACCES' }]]);
    });

    it('reads lines longer than a chunk, and skips those that are too long', async () => {
      const files = new MemoryFiles();
      files.set('other.jsonl', `${lines[0]!}${'x'.repeat(400_000)}\n${lines[1]!}`);
      const { log, events } = aReviewLog(files);
      await log.refresh();
      assert.equal(events.size, 2);
      assert.deepEqual(log.problems.map(({ line, reason }) => [line, reason]), [[2, 'longer than 64 KiB']]);
    });

    it('R5: cut at any byte, it says what its whole lines say, and the next event can be read', async () => {
      const events = aLog(long ? 200 : 60, seeded(5), 8, 1);
      const whole = events.map((event) => `${encodeEvent(event)}\n`);
      const bytes = Buffer.from(whole.join(''));
      const ends: number[] = [0];
      for (const line of whole) ends.push(ends.at(-1)! + Buffer.byteLength(line));
      const expected = new Map<number, string>();
      for (let cut = 0; cut <= bytes.length; cut += long ? 1 : 7) {
        const files = new MemoryFiles();
        files.set('cut.jsonl', bytes.subarray(0, cut).toString('latin1'));
        const reading = aReviewLog(files);
        await reading.log.refresh();
        const count = ends.filter((end) => end <= cut).length - 1;
        if (!expected.has(count)) expected.set(count, statesOf(aHistory(events.slice(0, count))));
        assert.equal(statesOf(aHistory(reading.events.values())), expected.get(count), `cut at ${cut}`);
        await files.append('cut.jsonl', `${encodeEvent({ id: 'next-1', kind: 'flag', card: 'c', at: noon })}\n`);
        await reading.log.refresh();
        assert.ok(reading.events.has('next-1'), `cut at ${cut}`);
      }
    });
  });

  describe('R11: a disk that fails', () => {
    const faults: Fault[] = ['refuse', 'tear', 'write, then fail'];

    it('is reported, never acknowledged, and nothing is lost once it works again', async () => {
      const calls = 8;
      for (const fault of faults) {
        for (let first = 0; first < calls; first++) {
          for (let last = first; last < calls; last++) {
            const files = new MemoryFiles();
            let call = 0;
            files.fault = () => (call >= first && call++ <= last ? fault : (call++, undefined));
            const { log, record, events } = aReviewLog(files);
            const acknowledged = new Set<string>();
            for (let card = 0; card < 6; card++) {
              const outcome = await record(`c${card}`).catch((error: unknown) => error);
              if (Array.isArray(outcome)) outcome.forEach(({ id }) => acknowledged.add(id));
              else assert.ok(outcome instanceof UnsavedError, String(outcome));
              const onDisk = await readAll(files);
              for (const id of acknowledged) assert.ok(onDisk.has(id), `${fault} ${first}-${last}: ${id} was acknowledged`);
              for (const { id } of log.unsaved) assert.ok(!acknowledged.has(id));
              assert.equal(events.size, card + 1, 'it counts in memory');
            }
            files.fault = undefined;
            await log.retry();
            assert.deepEqual(log.unsaved, []);
            assert.deepEqual([...(await readAll(files)).keys()].sort(), [...events.keys()].sort());
          }
        }
      }
    });

    it('tells how many are unsaved, and when they are saved at last', async () => {
      const files = new MemoryFiles();
      const { log, record, unsavedCalls } = aReviewLog(files);
      await record('a');
      files.fault = () => 'refuse';
      await assert.rejects(record('b'), (error: unknown) => error instanceof UnsavedError && error.events[0]?.id === 'me-2');
      await assert.rejects(record('c'));
      assert.deepEqual([log.unsaved.map(({ id }) => id), unsavedCalls()], [['me-2', 'me-3'], 2]);
      files.fault = undefined;
      await log.refresh();
      assert.deepEqual([log.unsaved, unsavedCalls()], [[], 3]);
      assert.equal((await readAll(files)).size, 3);
    });

    it('a deleted or moved file is written again with everything of this session', async () => {
      const files = new MemoryFiles();
      const { record } = aReviewLog(files);
      await record('a');
      files.texts.clear();
      await record('b');
      assert.deepEqual([...(await readAll(files)).keys()], ['me-1', 'me-2']);
      assert.ok(files.texts.get('me.jsonl')?.startsWith(headerOf('me')));
    });
  });

  describe('segments, where nothing can be appended', () => {
    function aFolder() {
      const disk = new MemoryFiles();
      let failing: ((call: string) => Fault | undefined) | undefined;
      const calls: string[] = [];
      const act = (call: string, name: string, work: (torn: boolean) => void): Promise<void> => {
        calls.push(`${call} ${name}`);
        const fault = failing?.(call);
        if (fault !== 'refuse') work(fault === 'tear');
        return fault ? Promise.reject(new Error(fault)) : Promise.resolve();
      };
      const files = segmentedFiles({
        list: () => disk.list(),
        read: (name) => disk.read(name),
        write: (name, bytes) => act('write', name, (torn) => disk.set(name, Buffer.from(torn ? bytes.subarray(0, bytes.length / 2) : bytes).toString())),
        delete: (name) => act('delete', name, () => disk.texts.delete(name)),
      });
      return { disk, files, calls, fail: (next: typeof failing) => (failing = next) };
    }

    it('writes a new one whole before the old one goes', async () => {
      const { disk, files, calls } = aFolder();
      const { record } = aReviewLog(files);
      await record('a');
      await record('b');
      assert.deepEqual(calls, ['write me-1.jsonl', 'write me-2.jsonl', 'delete me-1.jsonl', 'write me-3.jsonl', 'delete me-2.jsonl']);
      assert.deepEqual([...disk.texts.keys()], ['me-3.jsonl']);
      assert.equal((await readAll(disk)).size, 2);
    });

    it('lose nothing whichever call fails', async () => {
      for (const fault of ['refuse', 'tear', 'write, then fail'] as const) {
        for (let failed = 0; failed < 12; failed++) {
          const { disk, files, fail } = aFolder();
          let call = 0;
          fail((kind) => (call++ === failed && !(kind === 'delete' && fault === 'tear') ? fault : undefined));
          const { log, record, events } = aReviewLog(files);
          const acknowledged: string[] = [];
          for (let card = 0; card < 5; card++) {
            const outcome = await record(`c${card}`).catch((error: unknown) => error);
            if (Array.isArray(outcome)) acknowledged.push(outcome[0].id);
            const onDisk = await readAll(disk);
            for (const id of acknowledged) assert.ok(onDisk.has(id), `${fault} at call ${failed}: ${id}`);
          }
          await record('last').catch(() => log.retry());
          await record('very last');
          assert.deepEqual([...(await readAll(disk)).keys()].sort(), [...events.keys()].sort());
          assert.deepEqual(disk.texts.size, 1, `${fault} at call ${failed}: ${[...disk.texts.keys()].join()}`);
        }
      }
    });

    it('do not take the name of another writer', async () => {
      const { disk, files } = aFolder();
      disk.set('me-7.jsonl', 'something\n');
      const { record } = aReviewLog(files, ['me', 'myself']);
      assert.equal((await record('a'))[0]?.id, 'myself-1');
    });
  });

  async function readAll(files: MemoryFiles): Promise<Map<string, ReviewEvent>> {
    const reading = aReviewLog(files);
    await reading.log.refresh();
    return reading.events;
  }
});
