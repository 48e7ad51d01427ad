import type { ReviewFile, ReviewFiles } from './reviewFiles';

/** Files that can only be written whole. */
export interface WholeFiles {
  list(): Promise<readonly ReviewFile[]>;
  read(name: string): Promise<Uint8Array>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  delete(name: string): Promise<void>;
}

interface Segments {
  /** Number of the newest segment that was tried. */
  newest: number;
  /** The segment that was written last, and what it holds. Absent before the first. */
  current?: string;
  text: string;
  /** Segments that a newer one contains and that are still there. */
  replaced: string[];
}

/**
 * Appending where there is no append: `<writer>.jsonl` becomes `<writer>-1.jsonl`, `<writer>-2.jsonl`, …, each written whole under a
 * new name before the one it replaces is deleted. A crash at any moment leaves at least one whole copy, and since a log is a set of
 * lines, two copies read as one.
 */
export function segmentedFiles(files: WholeFiles): ReviewFiles {
  const written = new Map<string, Segments>();

  async function writeNext(name: string, segments: Segments, text: string): Promise<void> {
    // A number is never used twice: a failed attempt may have left a part of a file under it.
    segments.newest += 1;
    const next = segmentName(name, segments.newest);
    const bytes = new TextEncoder().encode(text);
    segments.replaced.push(next);
    await files.write(next, bytes);
    // Without a sync, reading it back is the only proof there is.
    const stored = await files.read(next);
    if (stored.length !== bytes.length) throw new Error(`${next} was not written completely`);
    segments.replaced.pop();
    if (segments.current !== undefined) segments.replaced.push(segments.current);
    segments.current = next;
    segments.text = text;
    await deleteReplaced(segments);
  }

  /** What cannot be deleted now is deleted after a later write; until then it does no harm. */
  async function deleteReplaced(segments: Segments): Promise<void> {
    for (const name of [...segments.replaced]) {
      try {
        await files.delete(name);
        segments.replaced = segments.replaced.filter((other) => other !== name);
      } catch {
        return;
      }
    }
  }

  return {
    list: () => files.list(),
    async read(name, from = 0) {
      const bytes = await files.read(name);
      return from === 0 ? bytes : bytes.slice(from);
    },
    async create(name, text) {
      const taken = (await files.list()).some((file) => file.name === name || file.name.startsWith(name.replace(/\.jsonl$/, '-')));
      if (taken && !written.has(name)) return false;
      const segments = written.get(name) ?? { newest: 0, text: '', replaced: [] };
      written.set(name, segments);
      await writeNext(name, segments, text);
      return true;
    },
    async append(name, text) {
      const segments = written.get(name);
      if (!segments) return false;
      await writeNext(name, segments, segments.text + text);
      return true;
    },
    delete: (name) => files.delete(name),
  };
}

function segmentName(name: string, number: number): string {
  return name.replace(/\.jsonl$/, `-${number}.jsonl`);
}
