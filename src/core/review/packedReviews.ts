import { largerColumn } from './largerColumn';
import type { Rating, ReviewedEvent } from './reviewEvent';

const noNumber = Number.NaN;
/** How many fields every review has: id, kind, card, at, rating and interval. */
const leastFields = 6;
/** A person has a few; a log may name any number. */
const mostZones = 255;

/**
 * What plain reviews say, as columns of numbers: nearly all events are such, and the garbage collector would move 100,000 objects about while they
 * are read. Rows are those of the table of grades.
 */
export class PackedReviews {
  private ats = new Float64Array(1_024);
  private intervals = new Float64Array(1_024);
  /** NaN where it is absent, in these three. */
  private durations = new Float64Array(1_024);
  private dayStarts = new Float64Array(1_024);
  private steps = new Float32Array(1_024);
  private ratings = new Uint8Array(1_024);
  /** Places in `zones`. */
  private zoneNumbers = new Uint8Array(1_024);
  private readonly zones: (string | undefined)[] = [undefined];
  private lastZone = 0;

  /** `cardOf` names the card of a row. */
  constructor(private readonly cardOf: (row: number) => string) {}

  /** Keeps a review that can be made again out of columns. False where it says more than they hold. */
  keep(row: number, event: ReviewedEvent): boolean {
    const { duration, dayStart, step, tz } = event;
    const fields = leastFields + count(duration) + count(dayStart) + count(step) + count(tz);
    // Unknown fields, or known ones that are there without a value.
    if (Object.keys(event).length !== fields) return false;
    const zone = this.zoneNumber(tz);
    if (zone < 0) return false;
    while (row >= this.ats.length) this.grow();
    this.ats[row] = event.at;
    this.intervals[row] = event.interval;
    this.durations[row] = duration ?? noNumber;
    this.dayStarts[row] = dayStart ?? noNumber;
    this.steps[row] = step ?? noNumber;
    this.ratings[row] = event.rating;
    this.zoneNumbers[row] = zone;
    return true;
  }

  at(row: number): number {
    return this.ats[row] ?? noNumber;
  }

  /** The review of a row that was kept, equal to it in every field. */
  event(row: number, id: string): ReviewedEvent {
    const { durations, dayStarts, steps, zones } = this;
    const event: { -readonly [K in keyof ReviewedEvent]: ReviewedEvent[K] } = {
      id,
      kind: 'review',
      card: this.cardOf(row),
      at: this.at(row),
      rating: this.ratings[row] as Rating,
      interval: this.intervals[row] ?? noNumber,
    };
    const [step = noNumber, duration = noNumber, dayStart = noNumber, tz] = [steps[row], durations[row], dayStarts[row], zones[this.zoneNumbers[row] ?? 0]];
    if (!Number.isNaN(step)) event.step = step;
    if (!Number.isNaN(duration)) event.duration = duration;
    if (tz !== undefined) event.tz = tz;
    if (!Number.isNaN(dayStart)) event.dayStart = dayStart;
    return event;
  }

  /** -1 where there are too many. */
  private zoneNumber(tz: string | undefined): number {
    const { zones, lastZone } = this;
    if (zones[lastZone] === tz) return lastZone;
    const known = zones.indexOf(tz);
    if (known < 0 && zones.length > mostZones) return -1;
    this.lastZone = known < 0 ? zones.push(tz) - 1 : known;
    return this.lastZone;
  }

  private grow(): void {
    const length = 2 * this.ats.length;
    this.ats = largerColumn(this.ats, length);
    this.intervals = largerColumn(this.intervals, length);
    this.durations = largerColumn(this.durations, length);
    this.dayStarts = largerColumn(this.dayStarts, length);
    this.steps = largerColumn(this.steps, length);
    this.ratings = largerColumn(this.ratings, length);
    this.zoneNumbers = largerColumn(this.zoneNumbers, length);
  }
}

function count(value: unknown): number {
  return value === undefined ? 0 : 1;
}
