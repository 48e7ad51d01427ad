import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Note } from '../../src/core/notes/note';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { notePlace } from '../../src/core/notes/notePlace';
import { decodeNote } from '../../src/editor/library/decodeNote';
import { listMarkdownFiles, localDisk, readEachFile, type ListWishes, type NoteDisk } from '../../src/editor/library/node/markdownFiles';
import { noteOf } from '../../src/editor/library/noteOf';
import { NoteShelf, type ShelfFile } from '../../src/editor/library/noteShelf';
import { generatedNote, writeGeneratedNotes } from '../bench/generatedNotes';
import { threadTime } from '../bench/threadTime';
import { seeded } from '../unit/notes/seeded';
import { aFolder, long } from './faultKit';

const source = { root: 'mine', headings: true };
type Shelf = NoteShelf<ShelfFile>;

const newShelf = (): Shelf => new NoteShelf(new NoteIndex(['en']), (file, content) => noteOf(file, content, ({ kind }) => kind));

/** All notes of a folder, as the extension reads them at its start. */
async function indexed(folder: string, disk: NoteDisk = localDisk, wishes: ListWishes = {}): Promise<Shelf> {
  const shelf = newShelf();
  await readInto(shelf, folder, (await listMarkdownFiles(folder, wishes, disk)).map(({ path }) => path), disk);
  return shelf;
}

async function readInto(shelf: Shelf, folder: string, paths: readonly string[], disk: NoteDisk = localDisk): Promise<void> {
  const missing = new Set(paths);
  await readEachFile(
    paths,
    (path) => join(folder, path),
    (path, content) => {
      shelf.put(path, { path, source }, content);
      missing.delete(path);
    },
    undefined,
    disk,
  );
  for (const path of missing) shelf.drop(path);
}

/** One look at all times and sizes, as after a storm. */
async function swept(shelf: Shelf, folder: string): Promise<void> {
  const listed = await listMarkdownFiles(folder, { stamps: true });
  const there = new Set(listed.map(({ path }) => path));
  for (const [path] of [...shelf.entries()]) if (!there.has(path)) shelf.drop(path);
  await readInto(shelf, folder, listed.filter(({ path, stamp }) => shelf.isDoubtful(path, stamp)).map(({ path }) => path));
}

/** The index must be what a fresh reading of the disk gives, note by note. */
async function assertEqualsDisk(shelf: Shelf, folder: string): Promise<void> {
  const sorted = (notes: readonly Note[]) => [...notes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const fresh = (await indexed(folder)).index;
  assert.deepEqual(sorted(shelf.index.notes()), sorted(fresh.notes()));
  assert.deepEqual([...shelf.index.hoverNames()].sort(), [...fresh.hoverNames()].sort());
}

function write(folder: string, path: string, text: string | Uint8Array = '# x'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('notes on a disk', function () {
  this.timeout(long ? 1_800_000 : 600_000);

  it('H6: of a file of 100 MB the front matter is read and nothing else is kept', async () => {
    using place = aFolder();
    const file = openSync(join(place.folder, 'large.md'), 'w');
    writeSync(file, `---\ntitle: Large\ntopic: a/b\n---\n${'## Why?\nx\n\n'.repeat(20_000)}`);
    ftruncateSync(file, 100 * 1024 * 1024);
    closeSync(file);
    await indexed(place.folder);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const shelf = await indexed(place.folder);
    const grown = (process.memoryUsage().rss - before.rss) / 1024 / 1024;
    const note = shelf.index.note('mine:large');
    assert.deepEqual([note?.title, note?.topic, note?.cards.length, note?.problems.map(({ code, message }) => `${code}: ${message}`)], ['Large', ['a', 'b'], 0, ['unreadable: large']]);
    assert.ok(grown <= 10, `grew by ${grown} MB`);
  });

  it('H7: what is no text in UTF-8 is shown as such, and 200 files keep their bytes', async () => {
    using place = aFolder();
    const random = seeded(7);
    for (let n = 0; n < 200; n++) {
      const bytes = Buffer.from(`# Note ${n}\n\n## Why ${n}?\n\nBecause 한글.\n`, n % 5 === 0 ? 'utf16le' : 'utf8');
      for (let times = random.below(4); n % 5 !== 0 && times > 0; times--) bytes[random.below(bytes.length)] = n % 3 === 0 ? 0 : 0x80 + random.below(128);
      write(place.folder, `n${n}.md`, bytes);
    }
    const hash = () => readdirSync(place.folder).map((name) => createHash('sha256').update(readFileSync(join(place.folder, name))).digest('hex')).join();
    const before = hash();
    const shelf = await indexed(place.folder);
    assert.equal(shelf.index.size, 200);
    for (let n = 0; n < 200; n++) {
      const bytes = readFileSync(join(place.folder, `n${n}.md`));
      const isBinary = bytes.includes(0);
      assert.deepEqual(shelf.index.note(`mine:n${n}`)?.problems.map(({ message }) => message), isBinary ? ['binary'] : []);
      const [quick, plain] = [localDisk.read(join(place.folder, `n${n}.md`)), decodeNote(bytes)];
      assert.deepEqual(quick && { ...quick, stamp: undefined }, { ...plain, stamp: undefined });
    }
    assert.equal(hash(), before);
    write(place.folder, 'mark.md', '\ufeff---\ntitle: x\n---\n');
    assert.deepEqual({ ...localDisk.read(join(place.folder, 'mark.md')) }, { text: '---\ntitle: x\n---\n', stamp: localDisk.stat(join(place.folder, 'mark.md')).stamp });
  });

  describe('H9: links', () => {
    async function listed(folder: string, wishes: ListWishes = { followLinks: true }): Promise<string[]> {
      return (await listMarkdownFiles(folder, wishes)).map(({ path }) => path).sort();
    }

    it('in circles, to nowhere and 40 deep end, and each real file comes once', async () => {
      using place = aFolder();
      const { folder } = place;
      write(folder, 'a/one.md');
      write(folder, 'a/b/two.md');
      symlinkSync('..', join(folder, 'a/up'));
      symlinkSync('self', join(folder, 'self'));
      symlinkSync('nowhere', join(folder, 'lost.md'));
      symlinkSync('a', join(folder, 'again'));
      symlinkSync('a/one.md', join(folder, 'alias.md'));
      for (let n = 0; n < 40; n++) symlinkSync(n === 0 ? 'a/b' : `chain${n - 1}`, join(folder, `chain${n}`));
      assert.deepEqual(await listed(folder), ['a/b/two.md', 'a/one.md']);
    });

    it('out of the folder are followed once each where they are trusted, else not at all', async () => {
      using place = aFolder();
      const folder = join(place.folder, 'notes');
      write(place.folder, 'outside/three.md');
      write(place.folder, 'outside/.git/no.md');
      write(place.folder, 'file.md');
      write(folder, 'one.md');
      symlinkSync('../outside', join(folder, 'x'));
      symlinkSync('../outside', join(folder, 'y'));
      symlinkSync('../file.md', join(folder, 'z.md'));
      // Back from outside: what lies in the folder is there already.
      symlinkSync('../notes', join(place.folder, 'outside/back'));
      symlinkSync('..', join(folder, 'above'));
      assert.deepEqual(await listed(folder, {}), ['one.md']);
      const paths = (await listed(folder)).map((path) => path.replace(/^[xy]\//, ''));
      assert.deepEqual(paths.filter((path) => path.endsWith('three.md')).length, 1);
      assert.deepEqual(paths.filter((path) => path.endsWith('one.md')), ['one.md']);
      assert.deepEqual(paths.filter((path) => path.endsWith('file.md') || path === 'z.md').length, 1);
    });

    it('and folders that call themselves notes, pipes and 60 levels hold up nothing', async () => {
      using place = aFolder();
      const { folder } = place;
      write(folder, 'one.md');
      linkSync(join(folder, 'one.md'), join(folder, 'hard.md'));
      mkdirSync(join(folder, 'folder.md'));
      symlinkSync('/dev/zero', join(folder, 'endless.md'));
      write(folder, `${'d/'.repeat(60)}deep.md`);
      const shelf = await indexed(folder, localDisk, { followLinks: true });
      assert.deepEqual(shelf.index.notes().map(({ id }) => id), ['mine:hard', 'mine:one']);
    });
  });

  it(`H10: 30 % of ${long ? '10,000' : '600'} files vanish while they are read: 0 throws, and the index equals the disk`, async () => {
    for (let round = 0; round < (long ? 20 : 4); round++) {
      using place = aFolder();
      const random = seeded(round);
      writeGeneratedNotes(place.folder, long ? 10_000 : 600);
      const doomed = (await listMarkdownFiles(place.folder)).map(({ path }) => path).filter(() => random.next() < 0.3);
      const losing: NoteDisk = {
        ...localDisk,
        read(path) {
          for (let times = random.below(3); times > 0; times--) rmSync(join(place.folder, doomed.pop() ?? 'none'), { force: true });
          return localDisk.read(path);
        },
      };
      const shelf = await indexed(place.folder, losing);
      // Files that were read before they vanished are reported by watchers.
      for (const path of doomed.splice(0)) rmSync(join(place.folder, path), { force: true });
      await swept(shelf, place.folder);
      await assertEqualsDisk(shelf, place.folder);
    }
  });

  it('H10: a disk that refuses in every way leaves a note with the reason for each file', async () => {
    const names = ['EACCES', 'EIO', 'EMFILE', 'ENOENT', 'ENOTDIR', 'fine'];
    const disk: NoteDisk = {
      entries: (folder) => {
        if (folder.includes('locked')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        const entry = (name: string, kind: 'file' | 'folder') => ({ name, isFile: () => kind === 'file', isDirectory: () => kind === 'folder', isSymbolicLink: () => false });
        return [entry('locked', 'folder'), ...names.map((name) => entry(`${name}.md`, 'file'))];
      },
      realPath: (path) => path,
      stat: () => ({ kind: 'file', stamp: 1, changed: 0 }),
      read(path) {
        const code = /([A-Za-z]+)\.md$/.exec(path)?.[1] ?? '';
        if (code === 'fine') return { text: '# Fine' };
        throw Object.assign(new Error(code), { code });
      },
    };
    const shelf = await indexed('/folder', disk);
    assert.deepEqual(
      shelf.index.notes().map(({ id, problems }) => [id, problems.map(({ severity }) => severity)]),
      [['mine:EACCES', ['error']], ['mine:EIO', ['error']], ['mine:EMFILE', ['error']], ['mine:fine', []]],
    );
  });

  it(`H11: ${long ? '100,000' : '3,000'} notes never hold up the extension host for more than 50 ms`, async () => {
    using place = aFolder();
    const count = long ? 100_000 : 3000;
    writeGeneratedNotes(place.folder, count);
    let [block, last, watching] = [0, threadTime(), true];
    const tick = () => {
      const now = threadTime();
      block = Math.max(block, now - last);
      last = now;
      if (watching) setImmediate(tick);
    };
    setImmediate(tick);
    const start = threadTime();
    const shelf = await indexed(place.folder);
    watching = false;
    assert.equal(shelf.index.size, count);
    assert.ok(block <= 50, `held up for ${block} ms of processor time`);
    assert.ok(threadTime() - start <= 10_000);
    assert.ok(process.memoryUsage().heapUsed <= 600 * 1024 * 1024);
  });

  it(`H12: ${long ? '20 checkouts of 5,000' : '6 checkouts of 300'} files with a tenth of the events lost: one look at times and sizes repairs the index`, async () => {
    using place = aFolder();
    const { folder } = place;
    const count = long ? 5000 : 300;
    const random = seeded(12);
    writeGeneratedNotes(folder, count);
    const shelf = await indexed(folder);
    for (let round = 0; round < (long ? 20 : 6); round++) {
      const events: string[] = [];
      for (const [path] of [...shelf.entries()]) {
        events.push(path);
        const full = join(folder, path);
        if (random.next() < 0.1) rmSync(full);
        else if (random.next() < 0.1) {
          const moved = path.replace(/(\d+)\.md$/, `$1-moved${round}.md`);
          renameSync(full, join(folder, moved));
          events.push(moved);
        } else writeFileSync(full, `${generatedNote(random.below(count))}\n${'x'.repeat(1 + random.below(50))}\n`);
      }
      for (let n = 0; n < count / 5; n++) {
        const path = `new/${round}-${n}.md`;
        write(folder, path, generatedNote(n));
        events.push(path);
      }
      await readInto(shelf, folder, events.filter(() => random.next() >= 0.1));
      const start = threadTime();
      await swept(shelf, folder);
      assert.ok(threadTime() - start <= 2000);
      await assertEqualsDisk(shelf, folder);
    }
  });

  it('H13: names in either form of Unicode lie under one topic, and both forms find them', async () => {
    using place = aFolder();
    const { folder } = place;
    const [korean, cyrillic] = ['한글 폴더', 'Вопросы ё й'];
    for (const [name, form] of [['one', 'NFC'], ['two', 'NFD']] as const) {
      write(folder, `${korean.normalize(form)}/${name}.md`, `---\ntags: [${'é한'.normalize(form)}]\n---\n[[${'Заметка й'.normalize(form === 'NFC' ? 'NFD' : 'NFC')}]]`);
      write(folder, `${cyrillic.normalize(form)}/🎉\u200b ${name} שלום.md`, `---\ntitle: ${name === 'one' ? 'Заметка й'.normalize(form) : 'x'}\n---\n`);
    }
    const { index } = await indexed(folder);
    assert.equal(index.size, 4);
    assert.deepEqual(index.topics().topics.map(({ name, notes }) => [name, notes.length]), [[cyrillic.normalize('NFC'), 2], [korean.normalize('NFC'), 2]]);
    assert.equal(new Set(index.notes().flatMap(({ tags }) => tags)).size, 1);
    for (const name of ['one', 'two']) {
      const from = `mine:${korean.normalize('NFC')}/${name}`;
      assert.equal(index.resolveLink(from, index.note(from)?.links[0]?.target ?? '')?.note.title, 'Заметка й'.normalize('NFC'));
      for (const form of ['NFC', 'NFD']) assert.equal(index.resolveLink(from, `../${korean.normalize(form)}/one.md`)?.note.id, `mine:${korean.normalize('NFC')}/one`);
    }
  });

  it('of two files whose names differ only in their form, the other shows when one is gone', async () => {
    using place = aFolder();
    const { folder } = place;
    write(folder, `${'й'.normalize('NFC')}.md`, '# Composed');
    write(folder, `${'й'.normalize('NFD')}.md`, '# Decomposed');
    const shelf = await indexed(folder);
    assert.equal(shelf.index.size, 1);
    const shown = shelf.index.notes()[0]?.title;
    rmSync(join(folder, `${'й'.normalize(shown === 'Composed' ? 'NFC' : 'NFD')}.md`));
    await swept(shelf, folder);
    assert.deepEqual(shelf.index.notes().map(({ title }) => title), [shown === 'Composed' ? 'Decomposed' : 'Composed']);
  });

  it('two notes of one id in two languages stay two when one of them changes', () => {
    const index = new NoteIndex(['en']);
    for (const path of ['gil.md', 'gil.ko.md']) index.set(parseNote(notePlace('mine', path), `# ${path}`));
    index.set(parseNote(notePlace('mine', 'gil.ko.md'), '# new'));
    assert.deepEqual(index.variants('mine:gil').map(({ title }) => title), ['gil.md', 'new']);
  });
});
