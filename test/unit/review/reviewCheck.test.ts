import * as assert from 'node:assert/strict';
import { encodeEvent, encodeHeader } from '../../../src/core/review/eventLine';
import { checkReviewFiles, repairReviewFiles } from '../../../src/editor/library/reviewCheck';
import { packReviewFiles } from '../../../src/editor/library/reviewPacks';
import { createReviews } from '../../../src/editor/library/reviews';
import { aLog, aReview, aWriter, day, noon, seeded } from './build';
import { MemoryFiles } from './memoryFiles';

const next = aWriter('w');
const good = [1, 2, 3, 4].map((card) => encodeEvent(next(aReview(`c${card}`))));
const header = encodeHeader({ v: 1, writer: 'w', created: noon, host: 'laptop' });

async function statesIn(files: MemoryFiles): Promise<string> {
  const reviews = createReviews({ files, now: () => noon });
  await reviews.ready;
  return JSON.stringify([1, 2, 3, 4].map((card) => reviews.stateOf(`c${card}`)));
}

describe('review files', () => {
  // R12: each fault is planted into the middle of a good log.
  const faults: [string, string, string][] = [
    ['half a line', good[1]!.slice(0, 40), 'not JSON'],
    ['NUL bytes', '\0\0\0\0', 'not JSON'],
    ['a merge marker', '<<<<<<< HEAD', 'merge marker'],
    ['the middle of a merge', '=======', 'merge marker'],
    ['the end of a merge', '>>>>>>> other', 'merge marker'],
    ['a list', '[1]', 'not an object'],
    ['no id', '{"kind":"flag","card":"c","at":1}', 'field id'],
    ['a bad id', '{"id":"w","kind":"flag","card":"c","at":1}', 'field id'],
    ['a bad time', '{"id":"w-9","kind":"flag","card":"c","at":"1"}', 'field at'],
    ['a bad rating', '{"id":"w-9","kind":"review","card":"c","at":1,"rating":7,"interval":1}', 'field rating'],
    ['a bad interval', '{"id":"w-9","kind":"review","card":"c","at":1,"rating":3,"interval":-1}', 'field interval'],
    ['no card', '{"id":"w-9","kind":"review","at":1,"rating":3,"interval":1}', 'field card'],
    ['a prototype', '{"id":"w-9","kind":"flag","card":"c","at":1,"__proto__":{}}', 'field __proto__'],
    ['an infinite number', '{"id":"w-9","kind":"flag","card":"c","at":1e999}', 'field at'],
    ['an unknown version', '{"v":7,"writer":"w","created":1,"host":""}', 'version 7'],
    ['a broken header', '{"v":1}', 'header'],
    ['the same id twice', encodeEvent(aWriter('w')(aReview('other', 1))), 'another event w-1'],
    ['a very long line', 'x'.repeat(70_000), 'longer than 64 KiB'],
    ['two lines in one', good[1]! + good[2]!, 'not JSON'],
    ['broken characters', '{"id":"w-9","kind":"flag","card":"c\uFFFD","at":1}', 'broken characters'],
  ];
  for (const [name, line, reason] of faults) {
    it(`the check finds ${name}`, async () => {
      const files = new MemoryFiles();
      files.set('w.jsonl', `${[header, ...good.slice(0, 3), line, good[3]].join('\n')}\n`);
      const { problems } = await checkReviewFiles(files);
      assert.deepEqual(problems, [{ file: 'w.jsonl', line: 5, reason }]);
    });
  }

  it('the check finds a torn last line, an empty file and one that cannot be read', async () => {
    const files = new MemoryFiles();
    files.set('empty.jsonl', '');
    files.set('torn.jsonl', `${good[0]}\n${good[1]!.slice(0, 30)}`);
    const read = files.read.bind(files);
    files.set('secret.jsonl', good[0]!);
    files.read = (name, from) => (name === 'secret.jsonl' ? Promise.reject(new Error('EACCES')) : read(name, from));
    const { problems, events } = await checkReviewFiles(files);
    assert.deepEqual(problems.map(({ file, reason }) => `${file} ${reason}`), ['empty.jsonl empty', 'torn.jsonl torn last line', 'secret.jsonl EACCES']);
    assert.equal(events, 1);
  });

  it('a repair salvages whole events into a new file and leaves the damaged one', async () => {
    const [files, clean] = [new MemoryFiles(), new MemoryFiles()];
    clean.set('w.jsonl', `${[header, ...good].join('\n')}\n`);
    const damaged = `${header}\n${good[0]}${good[1]}\n\0\0${good[2]}\n${good[3]}`;
    files.set('w.jsonl', damaged);
    const name = await repairReviewFiles(files);
    assert.deepEqual([...files.texts.keys()], ['w.jsonl', name]);
    assert.equal(files.texts.get('w.jsonl'), damaged);
    assert.equal(await statesIn(files), await statesIn(clean));
    assert.equal(await repairReviewFiles(files), undefined);
  });

  describe('packs', () => {
    function oldFiles(): MemoryFiles {
      const files = new MemoryFiles();
      const log = aLog(60, seeded(1), 4);
      for (const writer of ['writer0', 'writer1', 'writer2']) {
        const lines = log.filter(({ id }) => id.startsWith(writer)).map((event) => encodeEvent(event).replace('}', ', "later": 1.0}'));
        files.set(`${writer}.jsonl`, `${[encodeHeader({ v: 1, writer, created: noon, host: '' }), ...lines].join('\n')}\n`);
      }
      return files;
    }
    const linesOf = (files: MemoryFiles): string[] => [...files.texts.values()].flatMap((text) => text.split('\n').filter(Boolean)).sort();

    it('hold the same lines, byte for byte, and give the same states', async () => {
      const [files, before] = [oldFiles(), oldFiles()];
      const packed = await packReviewFiles(files, noon);
      assert.match(packed?.pack ?? '', /^pack-[0-9a-f]{16}\.jsonl$/);
      assert.deepEqual([...files.texts.keys()], [packed?.pack]);
      assert.deepEqual(linesOf(files), linesOf(before));
      assert.equal(await statesIn(files), await statesIn(before));
      assert.equal(await packReviewFiles(files, noon), undefined);
    });

    it('are the same file on two machines', async () => {
      const [one, other] = [oldFiles(), new MemoryFiles()];
      for (const [name, text] of [...one.texts].reverse()) other.set(name, text);
      assert.deepEqual([(await packReviewFiles(one, noon))?.pack, [...one.texts]], [(await packReviewFiles(other, noon))?.pack, [...other.texts]]);
    });

    it('leave young and damaged files alone', async () => {
      const files = oldFiles();
      files.set('damaged.jsonl', 'rubbish\n');
      files.set('torn.jsonl', good[0]!);
      assert.equal(await packReviewFiles(files, 10 * day), undefined);
      await packReviewFiles(files, noon);
      assert.deepEqual([...files.texts.keys()].filter((name) => !name.startsWith('pack')), ['damaged.jsonl', 'torn.jsonl']);
    });

    it('replace nothing when they could not be written, or when a file changed meanwhile', async () => {
      const files = oldFiles();
      files.fault = () => 'refuse';
      await assert.rejects(packReviewFiles(files, noon));
      assert.equal(files.texts.size, 3);
      files.fault = () => 'tear';
      await assert.rejects(packReviewFiles(files, noon));
      assert.equal(files.texts.size, 4);
      files.fault = undefined;
      await packReviewFiles(files, noon);
      assert.equal(files.texts.size, 1);
      const taken = oldFiles();
      const name = [...files.texts.keys()][0]!;
      taken.set(name, 'rubbish\n');
      await assert.rejects(packReviewFiles(taken, noon), /something else/);
      assert.equal(taken.texts.size, 4);
      const changing = oldFiles();
      const create = changing.create.bind(changing);
      changing.create = async (name, text) => {
        changing.set('writer1.jsonl', `${changing.texts.get('writer1.jsonl') ?? ''}${good[0]}\n`);
        return create(name, text);
      };
      const packed = await packReviewFiles(changing, noon);
      assert.deepEqual(packed?.replaced, ['writer0.jsonl', 'writer2.jsonl']);
      assert.ok(changing.texts.get('writer1.jsonl')?.includes(good[0]!));
    });
  });
});
