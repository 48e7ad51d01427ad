/**
 * A study day starts when the person gets up, not at midnight: an answer at one in the night belongs to the evening before.
 * Days are counted from 1 January 1970 in the person's own zone.
 */

const hour = 3_600_000;
const day = 24 * hour;

type Offsets = (at: number) => number;

/** There are about 600 zones; a log may invent any number. */
const mostZones = 1_000;
const zones = new Map<string, Offsets>();
const fixedOffset = /^([+-])(\d{2}):?(\d{2})$/;

/** Reads a zone's offset from what the clock on the wall there would show. */
function measuredOffsets(zone: string): Offsets {
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // An unknown zone in a log must not make the rest unreadable.
    return () => 0;
  }
  const measure = (at: number): number => {
    const parts = new Map(clock.formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return shown - Math.floor(at / 1000) * 1000;
  };
  const whole = new Map<number, number | undefined>();
  let [lastDate, lastOffset] = [Number.NaN, 0];
  return (at) => {
    // Asking Intl costs microseconds, and 100,000 reviews fall on a thousand days: remember the days without a change of clocks.
    const date = Math.floor(at / day);
    if (date === lastDate) return lastOffset;
    if (!whole.has(date)) {
      const start = measure(date * day);
      whole.set(date, start === measure((date + 1) * day) ? start : undefined);
    }
    const offset = whole.get(date);
    if (offset === undefined) return measure(at);
    [lastDate, lastOffset] = [date, offset];
    return offset;
  };
}

let lastZone = '';
let lastOffsets: Offsets = () => 0;

function offsetsOf(zone: string): Offsets {
  if (zone !== lastZone) [lastZone, lastOffsets] = [zone, findOffsets(zone)];
  return lastOffsets;
}

function findOffsets(zone: string): Offsets {
  const key = zone.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  const fixed = fixedOffset.exec(zone);
  const minutes = fixed ? Number(fixed[2]) * 60 + Number(fixed[3]) : 0;
  const offset = (fixed?.[1] === '-' ? -minutes : minutes) * 60_000;
  const offsets = fixed || key === 'utc' ? () => offset : measuredOffsets(zone);
  if (zones.size >= mostZones) zones.clear();
  zones.set(key, offsets);
  return offsets;
}

/**
 * Number of the study day that holds the moment `at` (ms, UTC) in an IANA zone, with days starting at the hour `dayStart`.
 * An unknown zone counts as UTC.
 */
export function studyDay(at: number, zone = 'UTC', dayStart = 0): number {
  return Math.floor((at + offsetsOf(zone)(at) - dayStart * hour) / day);
}

/** The moment (ms, UTC) at which a study day starts: the first one where the clocks show its hour twice, the next one where they skip it. */
export function studyDayStart(number: number, zone = 'UTC', dayStart = 0): number {
  const wall = number * day + dayStart * hour;
  const offsets = offsetsOf(zone);
  const [before, after] = [offsets(wall - day), offsets(wall + day)];
  const first = wall - Math.max(before, after);
  return studyDay(first, zone, dayStart) === number ? first : wall - Math.min(before, after);
}

/** Whole study days from one day's number to a later one's, never below 0: clocks and travellers go back. */
export function daysBetween(earlier: number, later: number): number {
  return Math.max(0, later - earlier);
}
