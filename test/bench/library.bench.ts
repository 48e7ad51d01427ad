import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { listMarkdownFiles, readEachFile } from '../../src/editor/library/node/markdownFiles';
import { writeGeneratedNotes } from './generatedNotes';
import { median, row } from './report';

// Cold index as the extension builds it, against what no reader can do without: listing the folders and reading every file.

const sizes = process.argv.includes('--long') ? [1000, 10_000, 50_000] : [1000, 10_000];
const rounds = 5;

async function main(): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'interview-study-bench-'));
    try {
      writeGeneratedNotes(folder, size);
      const limits: number[] = [];
      const builds: number[] = [];
      const blocks: number[] = [];
      for (let round = 0; round < rounds; round++) {
        limits.push(listAndRead(folder));
        const { milliseconds, longestBlock } = await coldIndex(folder, size);
        builds.push(milliseconds);
        blocks.push(longestBlock);
      }
      row(`list and read ${size} notes`, `${median(limits).toFixed(0)} ms`);
      row(`cold index of ${size} notes`, `${median(builds).toFixed(0)} ms`, `${(median(builds) / median(limits)).toFixed(2)} x listing and reading`);
      row(`longest block meanwhile`, `${median(blocks).toFixed(1)} ms`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function listAndRead(folder: string): number {
  const start = performance.now();
  let characters = 0;
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(path, entry.name));
      else characters += readFileSync(join(path, entry.name), 'utf8').length;
    }
  };
  visit(folder);
  if (characters === 0) throw new Error('nothing was read');
  return performance.now() - start;
}

async function coldIndex(folder: string, expected: number): Promise<{ milliseconds: number; longestBlock: number }> {
  let longestBlock = 0;
  let last = performance.now();
  let watching = true;
  const tick = () => {
    longestBlock = Math.max(longestBlock, performance.now() - last);
    last = performance.now();
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);

  const start = performance.now();
  const index = new NoteIndex(['en']);
  const paths = await listMarkdownFiles(folder);
  await readEachFile(
    paths,
    (path) => join(folder, path),
    (path, content) => index.set(parseNote(notePlace('bench', path), 'text' in content ? content.text : '')),
  );
  const milliseconds = performance.now() - start;
  watching = false;
  if (index.size !== expected) throw new Error(`${index.size} of ${expected} notes`);
  return { milliseconds, longestBlock };
}

void main();
