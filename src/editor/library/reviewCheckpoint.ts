import { CheckpointedCards, type Checkpoint } from '../../core/review/checkpoint';
import { decodeLine } from '../../core/review/eventLine';
import type { Scheduler } from '../../core/review/scheduler';
import { sha256, type CheckpointFile } from './checkpointFile';
import type { ReviewFile, ReviewFiles } from './reviewFiles';
import type { ReadFile } from './reviewReader';
import { slices } from '../slices';

/** A log as the checkpoint knows it: name, size and time of change as listed, bytes that were replayed, and their SHA-256 in hex. */
type LogEnd = readonly [name: string, size: number, changed: number, offset: number, hash: string];

/** The second line of a checkpoint. Before it stands its version with the hash of everything after; behind it, a thousand cards a line. */
interface Head extends Omit<Checkpoint, 'cards'> {
  readonly files: readonly LogEnd[];
}

export interface ReadCheckpoint {
  readonly cards: CheckpointedCards;
  /** False where the logs have something that it has not. */
  readonly isCurrent: boolean;
}

const version = 1;
const cardsPerLine = 1_000;
/** Bytes that the logs may have more than the checkpoint. A longer rest is worth a new replay. */
const longestRest = 256 * 1024;
const newline = 10;

/** Reads a checkpoint and applies what the logs have more. `undefined` where there is none, or where it does not fit the logs in every respect. */
export async function readCheckpoint(file: CheckpointFile, files: ReviewFiles, scheduler: Scheduler): Promise<ReadCheckpoint | undefined> {
  const [bytes, listed] = await Promise.all([file.read(), files.list()]);
  const lines = bytes && (await wholeLines(bytes));
  const head = lines && parsed(lines[0] ?? '');
  if (!lines || !isHead(head) || head.memory !== scheduler.memoryKey) return undefined;
  const cards = new CheckpointedCards(scheduler, head);
  const pause = slices();
  for (const line of lines.slice(1)) {
    if (!cards.take(parsed(line))) return undefined;
    await pause();
  }
  const rest = await restOf(listed, head.files, files);
  if (!rest?.every((line) => takeLine(line, cards))) return undefined;
  return { cards, isCurrent: rest.length === 0 && listed.length === head.files.length };
}

/** The lines behind the first, if that one is theirs. */
async function wholeLines(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const end = bytes.indexOf(newline);
  const first = parsed(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))));
  if (typeof first !== 'object' || first === null || !('v' in first) || !('sha256' in first)) return undefined;
  const body = bytes.subarray(end + 1);
  if (first.v !== version || first.sha256 !== (await sha256(body))) return undefined;
  return new TextDecoder().decode(body).split('\n');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { memory, files, writers, awaited, unsteady } = value as Readonly<Record<string, unknown>>;
  return (
    typeof memory === 'string' &&
    areRows(files, ['string', 'number', 'number', 'number', 'string']) &&
    areRows(writers, ['string', 'number', 'number']) &&
    areTexts(awaited) &&
    areTexts(unsteady)
  );
}

function areRows(value: unknown, types: readonly string[]): boolean {
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.length === types.length && types.every((type, index) => typeof row[index] === type));
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** What the logs have more, line by line. `undefined` where one of them is gone, is another than it was, or has much more. */
async function restOf(listed: readonly ReviewFile[], known: readonly LogEnd[], files: ReviewFiles): Promise<readonly string[] | undefined> {
  const ends = new Map(known.map((end) => [end[0], end]));
  if (listed.filter(({ name }) => ends.has(name)).length < ends.size) return undefined;
  const more = listed.reduce((sum, { name, size }) => sum + Math.max(0, size - (ends.get(name)?.[3] ?? 0)), 0);
  if (more > longestRest) return undefined;
  const rest: string[] = [];
  for (const { name, size, changed } of listed) {
    const [, knownSize, knownChange, offset, hash] = ends.get(name) ?? [name, 0, Number.NaN, 0, undefined];
    if (knownSize === size && knownChange === changed && offset <= size) continue;
    const bytes = await files.read(name);
    if (hash !== undefined && (bytes.length < offset || (await sha256(bytes.subarray(0, offset))) !== hash)) return undefined;
    const whole = bytes.subarray(offset, Math.max(offset, bytes.lastIndexOf(newline) + 1));
    rest.push(...new TextDecoder().decode(whole).split('\n').filter((line) => line !== '' && line !== '\r'));
  }
  return rest;
}

/** Lines that cannot be used count for nothing, as in a replay. */
function takeLine(line: string, cards: CheckpointedCards): boolean {
  const decoded = decodeLine(line);
  return 'event' in decoded ? cards.advance(decoded.event) : true;
}

/** Writes what was replayed from these files, in slices. `undefined` hashes: nothing can be vouched for, and nothing is written. */
export async function writeCheckpoint(file: CheckpointFile, { cards, ...rest }: Checkpoint, read: readonly ReadFile[]): Promise<void> {
  const files: LogEnd[] = [];
  for (const each of read) {
    const hash = await each.hash;
    if (hash === undefined) return;
    files.push([each.file.name, each.file.size, each.file.changed, each.offset, hash]);
  }
  const head: Head = { ...rest, files };
  const pause = slices();
  const lines = [JSON.stringify(head)];
  let row: unknown[] = [];
  for (const card of cards) {
    row.push(card);
    if (row.length < cardsPerLine) continue;
    lines.push(JSON.stringify(row));
    row = [];
    await pause();
  }
  if (row.length > 0) lines.push(JSON.stringify(row));
  const body = new TextEncoder().encode(lines.join('\n'));
  const first = new TextEncoder().encode(`${JSON.stringify({ v: version, sha256: await sha256(body) })}\n`);
  const bytes = new Uint8Array(first.length + body.length);
  bytes.set(first);
  bytes.set(body, first.length);
  await file.write(bytes);
}
