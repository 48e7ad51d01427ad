import * as assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { noteRecord } from '../../src/core/notes/noteRecord';
import { SharedLists } from '../../src/core/notes/recordCodec';
import type { KeptNote, KeptNotes, NoteCache } from '../../src/editor/library/noteCache';
import { checkSum, listOf, textOfList } from '../../src/editor/library/node/keptNotes';
import { nodeNoteCache } from '../../src/editor/library/node/noteCache';
import { listMarkdownFiles, localDisk, readEachFile } from '../../src/editor/library/node/markdownFiles';
import { noteOf } from '../../src/editor/library/noteOf';
import { NoteShelf, type ShelfFile } from '../../src/editor/library/noteShelf';
import { generatedNote, writeGeneratedNotes } from '../bench/generatedNotes';
import { everyField } from '../unit/notes/everyField';
import { seeded } from '../unit/notes/seeded';
import { aFolder, long } from './faultKit';

type Shelf = NoteShelf<ShelfFile>;
type Random = ReturnType<typeof seeded>;
const source = { root: 'mine', headings: true };
const kept = { root: 'mine', key: 'a folder' };
const { signal } = new AbortController();
/** Later than every change of the test's files. */
const later = Date.now() + 24 * 3600_000;

const newShelf = (): Shelf => new NoteShelf(new NoteIndex(['en']), (file, content) => noteOf(file, content, ({ kind }) => kind));
const cacheIn = (folder: string, build = '1'): NoteCache => nodeNoteCache(folder, () => build);

async function loaded(cache: NoteCache): Promise<{ readonly restored: readonly KeptNote[]; readonly known: KeptNotes | undefined }> {
  const restored: KeptNote[] = [];
  const known = await cache.load(kept, (note) => restored.push(note), signal);
  return { restored, known };
}

/** As a window starts: what the cache says, compared with the disk. */
async function started(notes: string, cache: NoteCache): Promise<{ readonly shelf: Shelf; readonly restored: readonly KeptNote[]; readonly isComplete: boolean; readonly read: number }> {
  const shelf = newShelf();
  const { restored, known } = await loaded(cache);
  for (const { path, note, stamp } of restored) shelf.restore(path, { path, source }, note, stamp);
  const listed = await listMarkdownFiles(notes, known ? { stamps: true, settledBefore: known.settledBefore } : {});
  const gone = new Set([...shelf.entries()].map(([path]) => path));
  for (const { path } of listed) gone.delete(path);
  const doubtful = listed.filter(({ path, stamp }) => shelf.isDoubtful(path, stamp));
  await readEachFile(doubtful, ({ path }) => join(notes, path), ({ path }, content) => shelf.confirm(path, { path, source }, content));
  for (const path of gone) shelf.drop(path);
  return { shelf, restored, isComplete: known?.isComplete ?? false, read: doubtful.length };
}

function keptOn(shelf: Shelf): readonly KeptNote[] {
  return [...shelf.values()].flatMap(({ file: { path }, note, stamp }) => (stamp === undefined ? [] : [{ path, note, stamp }]));
}

/** All that an index says, as text: equal for equal notes. */
function saidBy(shelf: Shelf): ReadonlyMap<string, string> {
  return new Map([...shelf.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, { note }]) => [path, JSON.stringify(everyField(note))]));
}

function filesOf(cache: string): { readonly folder: string; readonly list: string; readonly notes: readonly string[] } {
  const folder = join(cache, readdirSync(cache)[0] ?? '');
  const names = readdirSync(folder);
  return { folder, list: join(folder, 'notes.json'), notes: names.filter((name) => name !== 'notes.json').map((name) => join(folder, name)) };
}

/** Anything else than what stood there. */
function damaged(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  switch (random.below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(['0', '"', ',', ']', '\n', '\0', '{}', 'null'])), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(50))]);
    case 3:
      return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 512));
    case 4:
      return Buffer.from(random.pick(['', '[]', '{}', 'null', '\n', '[[]]', '[[["', '{"check":"","list":{}}']));
    default: {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      return flipped;
    }
  }
}

/** Another value somewhere in this JSON. */
function forged(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.next() < 0.9) {
    const at = random.below(value.length);
    return value.map((item: unknown, index) => (index === at ? forged(item, random) : item));
  }
  return random.pick<unknown>([null, -1, 1e300, 7, '', 'x'.repeat(1000), '\u007f'.repeat(100), [], [[]], {}, { __proto__: null }, true, '__proto__', '../../outside.md', value, [value, value]]);
}

/** Puts this in the place of a file of notes, as somebody would who knows the format: with its name, and named by the list. */
function putIn({ folder, list }: ReturnType<typeof filesOf>, old: string, text: string): void {
  const known = listOf(readFileSync(list));
  assert.ok(known);
  writeFileSync(join(folder, `${checkSum(text)}.json`), text);
  writeFileSync(list, textOfList({ ...known, files: known.files.map((name) => (old.endsWith(`${name}.json`) ? checkSum(text) : name)) }));
}

describe('what is kept of notes between sessions', function () {
  this.timeout(900_000);

  async function aCache(place: string, count: number): Promise<{ readonly notes: string; readonly cache: string; readonly said: ReadonlyMap<string, string> }> {
    const [notes, cache] = [join(place, 'notes'), join(place, 'cache')];
    writeGeneratedNotes(notes, count);
    const { shelf, restored } = await started(notes, cacheIn(cache));
    assert.equal(restored.length, 0);
    await cacheIn(cache).save(kept, keptOn(shelf), later, signal);
    return { notes, cache, said: saidBy(shelf) };
  }

  it('is all that the notes say, and nothing is read again', async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 500);
    const { shelf, restored, isComplete, read } = await started(notes, cacheIn(cache));
    assert.deepEqual([restored.length, isComplete, read], [500, true, 0]);
    assert.deepEqual(saidBy(shelf), said);
    assert.equal(filesOf(cache).notes.length, 3);
    assert.deepEqual(restored.map(({ path }) => path), (await listMarkdownFiles(notes)).map(({ path }) => path));
  });

  it(`H14: ${long ? '10,000' : '200'} damaged, shortened, old and foreign caches: no crash and no wrong entry`, async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 250);
    const spoilt = join(place.folder, 'spoilt');
    let [rounds, cold] = [0, 0];
    for (; rounds < (long ? 10_000 : 200); rounds++) {
      const random = seeded(rounds);
      rmSync(spoilt, { recursive: true, force: true });
      cpSync(cache, spoilt, { recursive: true });
      const files = filesOf(spoilt);
      const one = random.pick([files.list, ...files.notes]);
      let build = '1';
      switch (random.below(8)) {
        case 0:
          build = random.pick(['0', '2', '']);
          break;
        case 1:
          rmSync(one);
          break;
        case 2:
          rmSync(one);
          mkdirSync(one);
          break;
        case 3:
          copyFileSync(random.pick([files.list, ...files.notes]), random.pick(files.notes));
          break;
        default:
          writeFileSync(one, damaged(readFileSync(one), random));
      }
      const { restored, known } = await loaded(cacheIn(spoilt, build));
      for (const { path, note } of restored) assert.equal(JSON.stringify(everyField(note)), said.get(path), `round ${rounds}: ${path}`);
      if (!known?.isComplete) cold++;
      assert.equal(known?.isComplete ?? false, restored.length === 250, `round ${rounds}`);
      if (rounds % 20 === 0) assert.deepEqual(saidBy((await started(notes, cacheIn(spoilt, build))).shelf), said);
    }
    assert.ok(cold > rounds * 0.9, `${cold} of ${rounds} were told`);
  });

  it(`H14: of ${long ? '3,000' : '200'} forged caches with right check sums, what is no note is left out`, async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 40);
    const spoilt = join(place.folder, 'spoilt');
    let refused = 0;
    for (let round = 0; round < (long ? 3000 : 200); round++) {
      const random = seeded(round);
      rmSync(spoilt, { recursive: true, force: true });
      cpSync(cache, spoilt, { recursive: true });
      const files = filesOf(spoilt);
      const one = random.pick(files.notes);
      const lines = readFileSync(one, 'utf8').split('\n');
      const at = random.below(2) && random.below(lines.length);
      const text = lines.map((line, index) => (index === at ? JSON.stringify(forged(JSON.parse(line), random)) : line)).join('\n');
      putIn(files, one, text);
      const { restored, known } = await loaded(cacheIn(spoilt));
      if (!known?.isComplete) refused++;
      if (restored.length === 0) assert.deepEqual(saidBy((await started(notes, cacheIn(spoilt))).shelf), said);
      for (const { path, note } of restored) {
        assert.ok(path.endsWith('.md') && !path.includes('..'));
        assert.ok(noteRecord(note, new SharedLists()), JSON.stringify(everyField(note)));
      }
    }
    assert.ok(refused > 0);
    assert.equal('x' in {}, false);
  });

  it('H14: lists that name other files, other sources, or nothing are no cache', async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 30);
    const { list } = filesOf(cache);
    const known = listOf(readFileSync(list));
    assert.ok(known);
    const lists: unknown[] = [null, [], {}, { ...known, files: ['../../x'] }, { ...known, files: [7] }, { ...known, files: undefined }, { ...known, source: 'another' }, { ...known, build: 1 }, { ...known, settledBefore: 'x' }, { ...known, files: [...known.files, '00000000-0'] }];
    for (const wrong of lists) {
      writeFileSync(list, textOfList(wrong as typeof known));
      const { shelf, isComplete } = await started(notes, cacheIn(cache));
      assert.equal(isComplete, false, JSON.stringify(wrong));
      assert.deepEqual(saidBy(shelf), said);
    }
  });

  it('never hides what happened to the files meanwhile', async () => {
    using place = aFolder();
    const count = long ? 5000 : 300;
    const { notes, cache } = await aCache(place.folder, count);
    for (let round = 0; round < (long ? 20 : 6); round++) {
      const random = seeded(round);
      for (const { path } of await listMarkdownFiles(notes)) {
        const full = join(notes, path);
        const chance = random.next();
        if (chance < 0.05) rmSync(full);
        else if (chance < 0.1) renameSync(full, full.replace(/\.md$/, `-${round}.md`));
        else if (chance < 0.2) writeFileSync(full, `${generatedNote(random.below(count))}\n${'x'.repeat(random.below(40))}\n`);
        else if (chance < 0.25) utimesSync(full, 1000 + round, 1000 + round);
      }
      for (let n = 0; n < 10; n++) {
        const full = join(notes, `new/${round}-${n}.md`);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, generatedNote(n));
      }
      const window = cacheIn(cache);
      const { shelf, isComplete, read } = await started(notes, window);
      assert.ok(isComplete && read < count / 2);
      const fresh = newShelf();
      await readEachFile(await listMarkdownFiles(notes), ({ path }) => join(notes, path), ({ path }, content) => fresh.put(path, { path, source }, content));
      assert.deepEqual(saidBy(shelf), saidBy(fresh));
      await window.save(kept, keptOn(shelf), later, signal);
      // Nothing is left behind of the files that were replaced.
      assert.equal(filesOf(cache).notes.length, listOf(readFileSync(filesOf(cache).list))?.files.length);
    }
  });

  it('tells a file that was replaced by another of its size and time', async () => {
    using place = aFolder();
    const [one, other] = [join(place.folder, 'one.md'), join(place.folder, 'other.md')];
    writeFileSync(one, '# One');
    utimesSync(one, 1000, 1000);
    const before = localDisk.stat(one);
    // The disk's clock ticks a few hundred times a second.
    do {
      writeFileSync(other, '# Two');
      utimesSync(other, 1000, 1000);
    } while (statSync(other).ctimeMs === statSync(one).ctimeMs);
    renameSync(other, one);
    assert.notEqual(localDisk.stat(one).stamp, before.stamp);
    assert.equal(localDisk.read(one)?.stamp, localDisk.stat(one).stamp);
  });

  it('reads again what changed so late that another change may look the same', async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 20);
    const { shelf } = await started(notes, cacheIn(cache));
    await cacheIn(cache).save(kept, keptOn(shelf), Date.now() - 3600_000, signal);
    const again = await started(notes, cacheIn(cache));
    assert.deepEqual([again.isComplete, again.read], [true, 20]);
    assert.deepEqual(saidBy(again.shelf), said);
    // What says the same is no change.
    assert.deepEqual(again.shelf.takeChanges(), []);
  });

  it('two windows that save at once leave what one of them knew', async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 600);
    for (let round = 0; round < (long ? 200 : 8); round++) {
      const random = seeded(round);
      const windows = await Promise.all([0, 1].map(async () => {
        const window = cacheIn(cache);
        return { window, shelf: (await started(notes, window)).shelf };
      }));
      await Promise.all(windows.map(async ({ window, shelf }) => window.save(kept, keptOn(shelf).filter(() => random.next() < 0.9), later, signal)));
      const { shelf, restored } = await started(notes, cacheIn(cache));
      for (const { path, note } of restored) assert.equal(JSON.stringify(everyField(note)), said.get(path));
      assert.deepEqual(saidBy(shelf), said);
      await cacheIn(cache).save(kept, keptOn(shelf), later, signal);
      assert.equal((await started(notes, cacheIn(cache))).isComplete, true, `round ${round}`);
    }
  });

  it('is as before when saving is broken off, and nothing where nothing can be written', async () => {
    using place = aFolder();
    const { notes, cache, said } = await aCache(place.folder, 300);
    const stopped = new AbortController();
    const { shelf } = await started(notes, cacheIn(cache));
    const saving = cacheIn(cache).save(kept, keptOn(shelf).slice(10), later, stopped.signal);
    stopped.abort();
    await saving;
    const again = await started(notes, cacheIn(cache));
    assert.deepEqual([again.isComplete, again.restored.length], [true, 300]);
    const noFolder = join(place.folder, 'file');
    writeFileSync(noFolder, '');
    await cacheIn(noFolder).save(kept, keptOn(shelf), later, signal);
    assert.deepEqual(saidBy((await started(notes, cacheIn(noFolder))).shelf), said);
  });
});
