import { decodeLine } from '../../core/review/eventLine';
import type { ReviewFile, ReviewFiles } from './reviewFiles';

/** Younger files may still belong to an open window, or to a machine that has not synced yet. */
const packAfter = 30 * 86_400_000;

export interface Packed {
  readonly pack: string;
  /** Files that are in the pack and gone. */
  readonly replaced: readonly string[];
}

interface WholeFile {
  readonly file: ReviewFile;
  readonly bytes: Uint8Array;
  readonly lines: readonly string[];
}

/**
 * Puts the logs of windows that closed long ago into one file. Lines are moved as they are, and no file goes before the pack was
 * written, synced and read back. Files with damage are left alone. `undefined` where there is nothing to gain. `now` in ms.
 */
export async function packReviewFiles(files: ReviewFiles, now: number): Promise<Packed | undefined> {
  const old = (await files.list()).filter(({ changed }) => changed < now - packAfter);
  const whole: WholeFile[] = [];
  for (const file of old) {
    const bytes = await files.read(file.name);
    const lines = wholeLines(bytes);
    if (lines) whole.push({ file, bytes, lines });
  }
  if (whole.length < 2) return undefined;
  const lines = [...new Set(whole.flatMap((each) => each.lines))].sort(byId);
  const pack = `pack-${await hashOf(lines)}.jsonl`;
  const text = lines.map((line) => `${line}\n`).join('');
  await writePack(files, pack, text);
  const replaced: string[] = [];
  for (const { file, bytes } of whole) {
    if (file.name === pack || !sameBytes(bytes, await files.read(file.name))) continue;
    await files.delete(file.name);
    replaced.push(file.name);
  }
  return { pack, replaced };
}

/** Only what can be read back replaces anything. What an interrupted attempt left is the beginning of the same pack and makes room. */
async function writePack(files: ReviewFiles, pack: string, text: string): Promise<void> {
  if (!(await files.create(pack, text))) {
    const before = new TextDecoder().decode(await files.read(pack));
    if (before === text) return;
    if (!text.startsWith(before)) throw new Error(`${pack} holds something else`);
    await files.delete(pack);
    await files.create(pack, text);
  }
  if (new TextDecoder().decode(await files.read(pack)) !== text) throw new Error(`${pack} does not hold what was written`);
}

/** The lines of a file without any damage; `undefined` for another. */
function wholeLines(bytes: Uint8Array): readonly string[] | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (!text.endsWith('\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  return lines.every((line) => !('problem' in decodeLine(line))) ? lines : undefined;
}

/** Headers first, then events by writer and number, so that equal sets of lines make equal files. */
function byId(one: string, other: string): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1;
  return a.number - b.number || (one < other ? -1 : 1);
}

function placeOf(line: string): { readonly writer: string; readonly number: number } {
  const decoded = decodeLine(line);
  const id = 'event' in decoded ? decoded.event.id : '';
  const dash = id.lastIndexOf('-');
  return { writer: id.slice(0, Math.max(0, dash)), number: Number(id.slice(dash + 1)) };
}

/** First 16 hex digits of the SHA-256 of the sorted ids. */
async function hashOf(lines: readonly string[]): Promise<string> {
  const ids = lines.flatMap((line) => {
    const decoded = decodeLine(line);
    return 'event' in decoded ? [decoded.event.id] : [];
  });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ids.join('\n')));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
