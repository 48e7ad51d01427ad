// P14: one key in Search notes. Goals per library size; building is compared with listing and reading the notes, which nothing can do without.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LooseSearch } from '../../src/core/search/looseSearch';
import { NoteSearch } from '../../src/core/search/noteSearch';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { listMarkdownFiles, readEachFile } from '../../src/editor/library/node/markdownFiles';
import { generatedNote, writeGeneratedNotes } from './generatedNotes';
import { row } from './report';

const sizes = process.argv.includes('--long') ? [10_000, 50_000] : [10_000];
const goals: Readonly<Record<number, number>> = { 10_000: 5, 50_000: 20 };
const queries = ['g', 'gi', 'number 77', 'why does number 4', 'Note number 123', 'module12.Name', 'method_17', 'python part', 'follows from', 'изоляции', '제너레이터', 'databases true', 'zzz nothing'];

/** Of the processor: others may be busy on the same machine. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function main(): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'interview-study-bench-'));
    writeGeneratedNotes(folder, size);
    const start = process.cpuUsage();
    await readEachFile(await listMarkdownFiles(folder), ({ path }) => join(folder, path), () => undefined);
    const { user, system } = process.cpuUsage(start);
    const limit = (user + system) / 1000;
    rmSync(folder, { recursive: true, force: true });

    const notes = Array.from({ length: size }, (_, n) => parseNote(notePlace('bench', `area-${n % 7}/note-${n}.md`), generatedNote(n)));
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const search = new NoteSearch();
    const slices: number[] = [time(() => search.useNotes(notes))];
    for (let more = true; more; ) slices.push(time(() => (more = search.readSome(500))));
    globalThis.gc?.();
    const built = slices.reduce((sum, slice) => sum + slice, 0);
    row(`search index of ${size} notes`, `${built.toFixed(0)} ms`, `${(built / limit).toFixed(2)} x listing and reading (goal 0.2); longest slice ${Math.max(...slices).toFixed(1)} ms; ${((process.memoryUsage().heapUsed - before) / size / 1024).toFixed(2)} KB a note`);

    const times: { readonly key: string; readonly ms: number }[] = [];
    for (const query of [...queries, ...queries]) for (let end = 1; end <= query.length; end += 1) times.push({ key: query.slice(0, end), ms: time(() => search.find(query.slice(0, end), 50)) });
    times.sort((one, other) => one.ms - other.ms);
    const p95 = times[Math.floor(times.length * 0.95)]?.ms ?? NaN;
    const goal = goals[size] ?? NaN;
    if (p95 > goal * 1.25) process.exitCode = 1;
    row(`one key, ${size} notes: median`, `${(times[times.length >> 1]?.ms ?? NaN).toFixed(2)} ms`);
    row(`one key, ${size} notes: p95`, `${p95.toFixed(2)} ms`, `goal ${goal} ms ${p95 > goal * 1.25 ? 'MISSED' : 'ok'}; slowest ${times.slice(-3).map(({ key, ms }) => `"${key}" ${ms.toFixed(0)}`).join(', ')}`);

    const loose = new LooseSearch();
    const looseSlices: number[] = [time(() => loose.useNotes(notes))];
    for (let more = true; more; ) looseSlices.push(time(() => (more = loose.indexSome(100))));
    row(`index for slips, ${size} notes`, `${looseSlices.reduce((sum, slice) => sum + slice, 0).toFixed(0)} ms`, `only when a query meets nothing; longest slice ${Math.max(...looseSlices).toFixed(1)} ms`);
    for (const query of ['nubmer 55', 'modul12 nmae', 'quqbc']) row(`a query with slips: ${query}`, `${time(() => loose.find(query, 50)).toFixed(1)} ms`, `${loose.find(query, 50).length} hits`);
  }
}

void main();
