import type { ReviewFiles } from '../library/reviewFiles';

export interface CopiedLogs {
  /** Files that were made or grew. */
  readonly files: number;
  /** True where every line of the source was found in the target afterwards. */
  readonly isComplete: boolean;
}

/**
 * Copies what the target does not have yet, and changes nothing in the source. Logs are sets of lines, so a file that both have in different
 * versions may safely be there twice, under another name.
 */
export async function copyLogs(from: ReviewFiles, to: ReviewFiles): Promise<CopiedLogs> {
  const known = await linesIn(to);
  let files = 0;
  const wanted = new Set<string>();
  for (const { name } of await from.list()) {
    const lines = wholeLines(await from.read(name));
    const missing = lines.filter((line) => !known.has(line));
    for (const line of lines) wanted.add(line);
    if (missing.length === 0) continue;
    await write(name, lines, missing, to);
    files += 1;
  }
  const found = await linesIn(to);
  return { files, isComplete: [...wanted].every((line) => found.has(line)) };
}

/** A new file under its own name; where that is taken, the missing lines under a name that says which file they belong to. */
async function write(name: string, lines: readonly string[], missing: readonly string[], to: ReviewFiles): Promise<void> {
  if (await to.create(name, text(lines))) return;
  for (let number = 2; number < 1_000; number++) {
    if (await to.create(name.replace(/\.jsonl$/, `-more${number}.jsonl`), text(missing))) return;
  }
  throw new Error(`${name} exists too often`);
}

async function linesIn(files: ReviewFiles): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  for (const { name } of await files.list()) for (const line of wholeLines(await files.read(name))) lines.add(line);
  return lines;
}

/** A last line without its end is still being written. */
function wholeLines(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1).filter((line) => line.trim() !== '');
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
