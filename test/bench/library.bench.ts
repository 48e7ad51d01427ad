// P1-P3, P5-P7, P16 and P18: the index as the extension builds it, against what no reader can do without: listing the folders and
// reading every file. Ratios are of this thread's processor time (see threadTime.ts), so that a busy machine spoils neither side.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { listMarkdownFiles, readEachFile, type ListedFile } from '../../src/editor/library/node/markdownFiles';
import { noteOf } from '../../src/editor/library/noteOf';
import { slices } from '../../src/editor/slices';
import { NoteShelf, type ShelfFile } from '../../src/editor/library/noteShelf';
import { generatedNote, writeGeneratedNotes } from './generatedNotes';
import { measured, type Measured } from './measured';
import { median, row } from './report';

const long = process.argv.includes('--long');
const sizes = long ? [10_000, 50_000, 100_000] : [1000, 10_000];
const rounds = 5;
const source = { root: 'bench', headings: true };
type File = ListedFile & ShelfFile;

async function main(): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'interview-study-bench-'));
    try {
      writeGeneratedNotes(folder, size);
      await coldIndex(folder, size);
      if (size === 10_000 || size === 50_000) await afterwards(folder, size);
      if (size === 100_000) await buildAndWeigh(folder, size);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  largeNotes();
}

const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

async function coldIndex(folder: string, size: number): Promise<void> {
  const limits: Measured[] = [];
  const builds: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    limits.push(await measured(async () => listAndRead(folder)));
    builds.push(await measured(async () => void (await build(folder, size))));
  }
  const of = (figures: readonly Measured[], what: keyof Measured) => median(figures.map((figure) => figure[what]));
  const goal = size > 10_000 ? '4.5x, stretch 3.5x' : '4.0x, stretch 3.0x';
  row(`list and read ${size} notes`, milliseconds(of(limits, 'busy')), `clock ${milliseconds(of(limits, 'clock'))}`);
  row(`P1, P2 cold index of ${size} notes`, milliseconds(of(builds, 'busy')), `${(of(builds, 'busy') / of(limits, 'busy')).toFixed(2)}x listing and reading [${goal}]; by the clock ${(of(builds, 'clock') / of(limits, 'clock')).toFixed(2)}x`);
  row(`P3, H11 longest block meanwhile`, milliseconds(of(builds, 'block')), `by the clock ${milliseconds(of(builds, 'clockBlock'))} [${size > 10_000 ? 50 : 25} ms]`);
}

async function listAndRead(folder: string): Promise<void> {
  let characters = 0;
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(path, entry.name));
      else characters += readFileSync(join(path, entry.name), 'utf8').length;
    }
  };
  visit(folder);
  if (characters === 0) throw new Error('nothing was read');
}

async function build(folder: string, expected: number): Promise<NoteShelf<File>> {
  const shelf = new NoteShelf<File>(new NoteIndex(['en']), (file, content) => noteOf(file, content, ({ kind }) => kind));
  // The extension makes its own record of each file in slices, too.
  await readEachFile(await listMarkdownFiles(folder), ({ path }) => join(folder, path), (file, content) => shelf.put(file.path, { ...file, source }, content));
  if (shelf.index.size !== expected) throw new Error(`${shelf.index.size} of ${expected} notes`);
  return shelf;
}

async function buildAndWeigh(folder: string, size: number): Promise<NoteShelf<File>> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const shelf = await build(folder, size);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  const heap = after.heapUsed - before.heapUsed;
  row(`P7, H11 heap for each of ${size} notes`, `${(heap / size / 1024).toFixed(2)} KB`, `${megabytes(heap)} in all, the process grew by ${megabytes(after.rss - before.rss)} [4 KB, stretch 2.5; 250 MB at 50,000, 600 MB at 100,000]`);
  return shelf;
}

/** What happens once the index stands. */
async function afterwards(folder: string, size: number): Promise<void> {
  const shelf = await buildAndWeigh(folder, size);

  const named = await measured(async () => {
    const pause = slices();
    for (const steps = shelf.index.prepareLinks(); !steps.next().done; ) {
      const turn = pause();
      if (turn) await turn;
    }
  });
  row(`names of wiki links to ${size} notes, once the tree stands`, milliseconds(named.busy), `longest block ${milliseconds(named.block)}`);

  const saves: number[] = [];
  for (let n = 0; n < 200; n++) {
    const path = `python/part-0/note-${n * 7}.md`;
    const text = `${generatedNote(n * 7)}\nOne more line, typed now.\n`;
    const start = performance.now();
    shelf.put(path, { path, source }, { text });
    openTree(shelf.index, ['python', `part-${(n * 7) % 30}`]);
    saves.push(performance.now() - start);
  }
  saves.sort((a, b) => a - b);
  row(`P5 one of ${size} notes saved: index and tree`, milliseconds(median(saves)), `19 of 20 within ${milliseconds(saves[Math.floor(0.95 * saves.length)] ?? 0)} [2 ms, stretch 0.5]`);

  const [colds, sweeps]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    colds.push(await measured(async () => void (await build(folder, size))));
    for (let n = 0; n < 5000; n++) writeFileSync(join(folder, pathsOf(shelf)[n] ?? ''), `${generatedNote(n)}\nChanged ${round} times.\n`);
    sweeps.push(await measured(() => sweep(shelf, folder)));
  }
  const [cold, swept] = [colds, sweeps].map((figures) => median(figures.map(({ busy }) => busy)));
  row(`P6 5,000 of ${size} files changed at once`, milliseconds(swept ?? 0), `${((swept ?? 0) / (cold ?? 0)).toFixed(2)}x a cold build, longest block ${milliseconds(Math.max(...sweeps.map(({ block }) => block)))} [0.7x, 25 ms]`);

  const index = new NoteIndex(['en']);
  for (let n = 0; n < 5000; n++) index.set(parseNote(notePlace('bench', `all/note-${n}.md`), `---\ntitle: Number ${(n * 7919) % 5000} of many\n---\n`));
  const [opened, again] = [timeOf(() => openTree(index, ['all'])), timeOf(() => openTree(index, ['all']))];
  index.set(parseNote(notePlace('bench', 'all/note-1.md'), '---\ntitle: Something else\n---\n'));
  row('P16 a topic with 5,000 notes opened', milliseconds(opened), `again ${milliseconds(again)}, after a new title ${milliseconds(timeOf(() => openTree(index, ['all'])))} [50 ms, 10 ms]`);
}

/** Finds by their times and sizes which files changed, and reads those. */
async function sweep(shelf: NoteShelf<File>, folder: string): Promise<void> {
  const changed: ListedFile[] = [];
  const pause = slices();
  for (const file of await listMarkdownFiles(folder, { stamps: true })) {
    const turn = pause();
    if (turn) await turn;
    if (shelf.isDoubtful(file.path, file.stamp)) changed.push(file);
  }
  await readEachFile(changed, ({ path }) => join(folder, path), (file, content) => shelf.put(file.path, { ...file, source }, content));
  if (changed.length < 5000) throw new Error(`saw ${changed.length} changes`);
}

const paths = new WeakMap<object, readonly string[]>();
function pathsOf(shelf: NoteShelf<File>): readonly string[] {
  const known = paths.get(shelf) ?? [...shelf.entries()].map(([path]) => path);
  paths.set(shelf, known);
  return known;
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What a tree asks for when it shows this topic. */
function openTree(index: NoteIndex, topic: readonly string[]): void {
  let node = index.topics();
  for (const name of topic) node = node.topics.find((child) => child.name === name) ?? node;
  if (node.notes.length === 0) throw new Error(`nothing under ${topic.join('/')}`);
}

/** P18: one note of up to 2 MB. */
function largeNotes(): void {
  const place = notePlace('bench', 'large.md');
  let last = Number.NaN;
  for (const kilobytes of [250, 500, 1000, 2000]) {
    let text = generatedNote(0);
    for (let n = 1; text.length < kilobytes * 1000; n++) text += generatedNote(n).replace(/^---[^]*?\n---\n/, '');
    // Many rounds: a large note fills the young generation, so that every round or every second pays for collecting it.
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      parseNote(place, text);
      return performance.now() - start;
    });
    const time = Math.min(...times);
    row(`P18 one note of ${kilobytes} KB`, milliseconds(time), Number.isNaN(last) ? '' : `${(time / last).toFixed(2)}x for twice the size [2.2x]`);
    last = time;
  }
}

void main();
