import assert from 'node:assert/strict';
import { checkFiles, repair } from '../../../src/editor/reviews/checkedFiles';
import { copyLogs } from '../../../src/editor/reviews/copyLogs';
import { checkLog } from '../../../src/editor/reviews/damagedLines';
import { reviewCsv } from '../../../src/editor/reviews/reviewCsv';
import { MemoryFiles } from '../review/memoryFiles';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 2, 9);
const header = (writer: string) => JSON.stringify({ v: 1, writer, created: start, host: 'desk' });
const review = (writer: string, number: number, fields: object = {}) =>
  JSON.stringify({ id: `${writer}-${number}`, kind: 'review', card: 'n:a#one', at: start + number * day, rating: 3, interval: day, duration: 5_000, tz: 'UTC', dayStart: 4, ...fields });
const one = 'aaaaaaaaaaaaaaaa';
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');
const bytes = (text: string) => new TextEncoder().encode(text);

/** What a folder holds, by name. */
async function contents(files: MemoryFiles): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name } of await files.list()) found[name] = new TextDecoder().decode(await files.read(name));
  return found;
}

async function folder(logs: Record<string, string>) {
  const files = new MemoryFiles();
  for (const [name, text] of Object.entries(logs)) await files.create(name, text);
  return files;
}

describe('checking review files', () => {
  const event = review(one, 1);
  const other = review(one, 2);
  const cases: readonly (readonly [name: string, log: Uint8Array, damaged: number, saved: readonly string[]])[] = [
    ['a whole log is in order', bytes(lines(header(one), event, other)), 0, []],
    ['two events that ran together are both read', bytes(lines(header(one), event + other)), 1, [event, other]],
    ['an event behind a torn one is read', bytes(lines(event.slice(0, 40) + other)), 1, [other]],
    ['a line that was not ended is read', bytes(event), 1, [event]],
    ['zeros of a crashed machine do not hide an event', bytes(lines(`\0\0\0\0${event}`)), 1, [event]],
    ['half an event is lost, and nothing else', bytes(lines(event.slice(0, 40), other)), 1, []],
    ['marks of a merge are no events', bytes(lines('<<<<<<< ours', event, '=======', other, '>>>>>>> theirs')), 3, []],
    ['a file that was saved as UTF-16 is read', new Uint8Array(Buffer.from(`\ufeff${lines(event)}`, 'utf16le')), 1, [event]],
  ];
  for (const [name, log, damaged, saved] of cases) {
    it(name, () => {
      const checked = checkLog(log);
      assert.equal(checked.damaged.length, damaged);
      assert.deepEqual(checked.damaged.flatMap((line) => line.saved), saved);
    });
  }

  it('finds the events of a log that was cut anywhere, or says which line is lost', () => {
    const whole = lines(header(one), event, other);
    for (let cut = 0; cut <= whole.length; cut++) {
      const { events, damaged } = checkLog(bytes(whole.slice(0, cut)));
      const saved = damaged.flatMap((line) => line.saved);
      assert.ok(events.length + saved.length + damaged.length >= whole.slice(0, cut).split('\n').filter((line) => line !== '' && !line.startsWith('{"v"')).length);
    }
  });

  it('repairs by a new file alone, once', async () => {
    const logs = { 'a.jsonl': lines(header(one), event + other) };
    const files = await folder(logs);
    const report = await checkFiles(files);
    assert.deepEqual([report.events, report.savable.length], [0, 2]);
    await repair(report.savable, files);
    await repair(report.savable, files);
    const after = await contents(files);
    assert.equal(after['a.jsonl'], logs['a.jsonl']);
    assert.equal(Object.keys(after).length, 2);
    const again = await checkFiles(files);
    assert.deepEqual([again.events, again.savable.length], [2, 0]);
  });
});

describe('moving reviews', () => {
  const log = lines(header(one), review(one, 1), review(one, 2));

  it('copies every line and leaves the originals', async () => {
    const [from, to] = [await folder({ 'a.jsonl': log, 'b.jsonl': lines(review('b', 1)) }), new MemoryFiles()];
    assert.deepEqual(await copyLogs(from, to), { files: 2, isComplete: true });
    assert.deepEqual(await contents(to), await contents(from));
  });

  it('does nothing the second time', async () => {
    const [from, to] = [await folder({ 'a.jsonl': log }), new MemoryFiles()];
    await copyLogs(from, to);
    assert.deepEqual(await copyLogs(from, to), { files: 0, isComplete: true });
  });

  it('adds what another window still wrote to the old place, under a name of its own', async () => {
    const [from, to] = [await folder({ 'a.jsonl': log }), new MemoryFiles()];
    await copyLogs(from, to);
    await from.append('a.jsonl', lines(review(one, 3)));
    assert.deepEqual(await copyLogs(from, to), { files: 1, isComplete: true });
    assert.deepEqual(await contents(to), { 'a.jsonl': log, 'a-more2.jsonl': lines(review(one, 3)) });
  });

  it('leaves out a line that is still being written', async () => {
    const [from, to] = [await folder({ 'a.jsonl': `${log}{"id":` }), new MemoryFiles()];
    assert.deepEqual(await copyLogs(from, to), { files: 1, isComplete: true });
    assert.deepEqual(await contents(to), { 'a.jsonl': log });
  });
});

describe('reviews as CSV', () => {
  it("has fsrs-optimizer's columns, without what was undone, with grades as they were edited", async () => {
    const files = await folder({
      'a.jsonl': lines(
        header(one),
        review(one, 1, { interval: 600_000, step: 1 }),
        review(one, 2),
        review(one, 3, { rating: 1, step: 0, interval: 600_000 }),
        review(one, 4),
        JSON.stringify({ id: `${one}-5`, kind: 'undo', undoes: `${one}-4`, at: start + 5 * day }),
        JSON.stringify({ id: `${one}-6`, kind: 'regrade', of: `${one}-2`, rating: 2, at: start + 5 * day }),
        JSON.stringify({ id: `${one}-7`, kind: 'cram', card: 'n:a#one', rating: 1, at: start + 6 * day }),
        review(one, 8, { card: 'n:gone, "too"#x' }),
      ),
    });
    const { csv, reviews } = await reviewCsv(files, { retention: 0.9, fuzz: false });
    assert.equal(reviews, 4);
    assert.deepEqual(csv.split('\n'), [
      'card_id,review_time,review_rating,review_state,review_duration',
      `n:a#one,${start + day},3,0,5000`,
      `n:a#one,${start + 2 * day},2,1,5000`,
      `n:a#one,${start + 3 * day},1,2,5000`,
      `"n:gone, ""too""#x",${start + 8 * day},3,0,5000`,
      '',
    ]);
  });
});
