// P4: what a window shows before it has read anything, and when that is compared with the disk, against listing the folders and reading every
// file. Ratios are of this thread's processor time (see threadTime.ts). --long: 50,000 notes, too.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import type { KeptNote, NoteCache } from '../../src/editor/library/noteCache';
import { nodeNoteCache } from '../../src/editor/library/node/noteCache';
import { listMarkdownFiles, readEachFile, type ListedFile } from '../../src/editor/library/node/markdownFiles';
import { noteOf } from '../../src/editor/library/noteOf';
import { NoteShelf, type ShelfFile } from '../../src/editor/library/noteShelf';
import { writeGeneratedNotes } from './generatedNotes';
import { measured, type Measured } from './measured';
import { median, row } from './report';

const sizes = process.argv.includes('--long') ? [10_000, 50_000] : [1000, 10_000];
const rounds = 7;
const source = { root: 'bench', headings: true };
const kept = { root: source.root, key: 'bench' };
const { signal } = new AbortController();
type Shelf = NoteShelf<ListedFile & ShelfFile>;

async function main(): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'interview-study-bench-'));
    try {
      writeGeneratedNotes(join(folder, 'notes'), size);
      await warmStart(join(folder, 'notes'), join(folder, 'cache'), size);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

async function warmStart(folder: string, cacheFolder: string, size: number): Promise<void> {
  const newCache = () => nodeNoteCache(cacheFolder, () => 'bench');
  const settled = Date.now() + 3600_000;
  const all = await everyNote(folder);
  const cache = newCache();
  const almost = all.map((one, n) => (n === 7 ? { ...one, stamp: 7 } : one));
  await cache.save(kept, almost, settled, signal);
  const again = await measured(() => cache.save(kept, all, settled, signal));
  rmSync(cacheFolder, { recursive: true });
  const saved = await measured(() => newCache().save(kept, all, settled, signal));
  // A window has no other notes than these in its memory.
  all.length = almost.length = 0;

  const figures = { limit: [] as Measured[], stat: [] as Measured[], first: [] as Measured[], verified: [] as Measured[] };
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    figures.limit.push(await measured(async () => visit(folder, (path) => readFileSync(path, 'utf8').length)));
    figures.stat.push(await measured(async () => visit(folder, (path) => statSync(path).size)));
    globalThis.gc?.();
    figures.first.push(await measured(async () => void (await firstTree(newCache(), size))));
    globalThis.gc?.();
    figures.verified.push(
      await measured(async () => {
        const { shelf, settledBefore } = await firstTree(newCache(), size);
        const listed = await listMarkdownFiles(folder, { stamps: true, settledBefore });
        const doubtful = listed.filter(({ path, stamp }) => shelf.isDoubtful(path, stamp));
        if (listed.length !== size || doubtful.length > 0) throw new Error(`${doubtful.length} of ${listed.length} differ`);
      }),
    );
  }
  const of = (name: keyof typeof figures, what: keyof Measured) => median(figures[name].map((figure) => figure[what]));
  const ratio = (name: keyof typeof figures) => `${(of(name, 'busy') / of('limit', 'busy')).toFixed(2)}x listing and reading`;
  const clock = (name: keyof typeof figures) => `by the clock ${milliseconds(of(name, 'clock'))}, ${(of(name, 'clock') / of('limit', 'clock')).toFixed(2)}x`;
  const block = (name: keyof typeof figures) => `longest block ${milliseconds(of(name, 'block'))}, by the clock ${milliseconds(of(name, 'clockBlock'))}`;
  const isLarge = size > 10_000;
  row(`list and read ${size} notes`, milliseconds(of('limit', 'busy')), `by the clock ${milliseconds(of('limit', 'clock'))}`);
  row('list them with times and sizes', milliseconds(of('stat', 'busy')), ratio('stat'));
  row('P4 first tree from the cache', milliseconds(of('first', 'busy')), `${ratio('first')} [${isLarge ? '0.9x' : '0.6x'}]; ${clock('first')}; ${block('first')}`);
  row('P4 compared with the disk, too', milliseconds(of('verified', 'busy')), `${ratio('verified')} [${isLarge ? '1.0x' : '0.85x'}]; ${clock('verified')}; ${block('verified')}`);
  row('cache written whole', milliseconds(saved.busy), `longest block ${milliseconds(saved.block)}; ${(sizeOf(cacheFolder) / size / 1024).toFixed(2)} KB a note`);
  row('cache written after one note changed', milliseconds(again.busy), `longest block ${milliseconds(again.block)}`);
}

async function everyNote(folder: string): Promise<KeptNote[]> {
  const shelf = newShelf();
  await readEachFile((await listMarkdownFiles(folder)).map((file) => ({ ...file, source })), ({ path }) => join(folder, path), (file, content) => shelf.put(file.path, file, content));
  return [...shelf.values()].map(({ file: { path }, note, stamp = 0 }) => ({ path, note, stamp }));
}

const newShelf = (): Shelf => new NoteShelf(new NoteIndex(['en']), (file, content) => noteOf(file, content, ({ kind }) => kind));

/** As at the start of a window: all notes known, and the tree's first rows. */
async function firstTree(cache: NoteCache, size: number): Promise<{ readonly shelf: Shelf; readonly settledBefore: number }> {
  const shelf = newShelf();
  const known = await cache.load(kept, ({ path, stamp, note }) => shelf.restore(path, { path, source }, note, stamp), signal);
  if (!known?.isComplete || shelf.index.size !== size) throw new Error(`${shelf.index.size} of ${size} notes`);
  const [topic] = shelf.index.topics().topics;
  if (!topic?.topics[0]?.notes[0]) throw new Error('nothing to show');
  return { shelf, settledBefore: known.settledBefore };
}

function visit(folder: string, look: (path: string) => number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path, look);
    else look(path);
  }
}

function sizeOf(folder: string): number {
  let bytes = 0;
  visit(folder, (path) => (bytes += statSync(path).size));
  return bytes;
}

void main();
