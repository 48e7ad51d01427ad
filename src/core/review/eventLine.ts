import type { ReviewEvent } from './reviewEvent';

/** First line of a writer's file. */
export interface LogHeader {
  readonly v: number;
  readonly writer: string;
  /** Milliseconds, UTC. */
  readonly created: number;
  /** Name of the machine, for the person's eyes only. */
  readonly host: string;
}

/** What a line of a log says: an event, the header, or why it cannot be used. */
export type DecodedLine = { readonly event: ReviewEvent } | { readonly header: LogHeader } | { readonly problem: string };

/** Log files may come from anywhere (git, a shared folder), so a line has a limit: 64 KiB in UTF-8. */
const longestLine = 64 * 1024;
/** 100 years, the longest interval of FSRS (36,500 days) and a little. */
const longestInterval = 36_525 * 86_400_000;
const latestTime = Date.UTC(9999, 11, 31);
const idShape = /^[0-9A-Za-z_]{1,64}-(0|[1-9][0-9]{0,14})$/;

type Fields = Readonly<Record<string, unknown>>;

const isTime = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= latestTime;
const isInterval = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= longestInterval;
const isRating = (value: unknown): boolean => value === 1 || value === 2 || value === 3 || value === 4;
const isStep = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100;
const isId = (value: unknown): boolean => typeof value === 'string' && value.length <= 80 && idShape.test(value);
const isCard = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 2048;
const isMove = (value: unknown): boolean => Array.isArray(value) && isCard(value[0]) && isInterval(value[1]);
const isZone = (value: unknown): boolean => typeof value === 'string' && value.length <= 64;
const isHour = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < 24;
const optional = (value: unknown, check: (value: unknown) => boolean): boolean => value === undefined || check(value);

/** Name of the first field that cannot be used, by kind; `undefined` where all can. */
function badField(fields: Fields): string | undefined {
  return fields.kind === 'review' ? badReviewField(fields) : badOtherField(fields);
}

/** What nearly all lines are. */
function badReviewField({ card, rating, interval, step, duration }: Fields): string | undefined {
  if (!isCard(card)) return 'card';
  if (!isRating(rating)) return 'rating';
  if (!isInterval(interval)) return 'interval';
  if (!optional(step, isStep)) return 'step';
  return optional(duration, isInterval) ? undefined : 'duration';
}

function badOtherField(fields: Fields): string | undefined {
  const { kind } = fields;
  const checks: [string, boolean][] = [];
  switch (kind) {
    case 'cram':
    case 'mock':
      checks.push(['card', isCard(fields.card)], ['rating', optional(fields.rating, isRating)], ['duration', optional(fields.duration, isInterval)]);
      break;
    case 'suspend':
    case 'unsuspend':
    case 'unbury':
    case 'flag':
    case 'unflag':
      checks.push(['card', isCard(fields.card)]);
      break;
    case 'bury':
    case 'shift':
      checks.push(['card', isCard(fields.card)], ['interval', isInterval(fields.interval)]);
      break;
    case 'reschedule':
      checks.push(['moves', Array.isArray(fields.moves) && fields.moves.every(isMove)]);
      break;
    case 'regrade':
      checks.push(['of', isId(fields.of)], ['rating', isRating(fields.rating)]);
      checks.push(['interval', optional(fields.interval, isInterval)], ['step', optional(fields.step, isStep)]);
      break;
    case 'undo':
      checks.push(['undoes', isId(fields.undoes)]);
      break;
    case 'link':
      checks.push(['from', isCard(fields.from)], ['to', isCard(fields.to)]);
      break;
    default:
      if (typeof kind !== 'string' || kind.length > 64) return 'kind';
  }
  return checks.find(([, good]) => !good)?.[0];
}

const knownKinds = new Set<unknown>([
  ...['review', 'cram', 'mock', 'suspend', 'unsuspend', 'bury', 'unbury', 'flag', 'unflag'],
  ...['shift', 'reschedule', 'regrade', 'undo', 'link'],
]);

/** The zone that was read last: nearly all events have the same, and it need not be kept a hundred thousand times. */
let lastZone: unknown;

function hasShape(fields: Fields): fields is Fields & ReviewEvent {
  return knownKinds.has(fields.kind);
}

function decodeHeader(fields: Fields): DecodedLine {
  const { v, writer, created, host } = fields;
  if (typeof v !== 'number' || typeof writer !== 'string' || typeof created !== 'number') return { problem: 'header' };
  return { header: { v, writer, created, host: typeof host === 'string' ? host : '' } };
}

function isLong(line: string): boolean {
  if (line.length > longestLine) return true;
  return line.length * 3 > longestLine && new TextEncoder().encode(line).length > longestLine;
}

/**
 * Reads one line without its line break. Never throws, whatever the line holds; `problem` names the reason in a word or two.
 * The event is the parsed object itself, so fields that this version does not know stay with it.
 */
export function decodeLine(line: string): DecodedLine {
  if (isLong(line)) return { problem: 'longer than 64 KiB' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: /^(<{7}|={7}|>{7}|\|{7})/.test(line) ? 'merge marker' : 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'not an object' };
  const fields: Fields = value as Fields;
  for (const key in fields) {
    if (key === '__proto__') return { problem: 'field __proto__' };
    if (fields[key] === Infinity || fields[key] === -Infinity) return { problem: `field ${key.slice(0, 32)}` };
  }
  if ('v' in fields && !('id' in fields)) return decodeHeader(fields);
  if (!isId(fields.id)) return { problem: 'field id' };
  if (!isTime(fields.at)) return { problem: 'field at' };
  if (!optional(fields.tz, isZone)) return { problem: 'field tz' };
  if (fields.tz !== undefined) {
    if (fields.tz === lastZone) (fields as { tz: unknown }).tz = lastZone;
    else lastZone = fields.tz;
  }
  if (!optional(fields.dayStart, isHour)) return { problem: 'field dayStart' };
  if (!optional(fields.batch, isId)) return { problem: 'field batch' };
  if (!optional(fields.after, isId)) return { problem: 'field after' };
  const bad = badField(fields);
  if (bad !== undefined) return { problem: `field ${bad}` };
  return { event: hasShape(fields) ? fields : { id: String(fields.id), at: Number(fields.at), kind: 'other', line } };
}

/** The line of an event, without a line break. Throws where a reader would refuse it: what is acknowledged must be readable. */
export function encodeEvent(event: ReviewEvent): string {
  if (event.kind === 'other') return event.line;
  const line = JSON.stringify(event);
  const decoded = decodeLine(line);
  if ('problem' in decoded) throw new RangeError(`Not an event that could be read again: ${decoded.problem}`);
  return line;
}

/** The first line of a writer's file, without a line break. */
export function encodeHeader(header: LogHeader): string {
  return JSON.stringify({ v: header.v, writer: header.writer, created: header.created, host: header.host });
}
