import type { Cell } from './readCell';

export interface FigureBar {
  /** Index of the thing. */
  readonly thing: number;
  readonly value: number;
  readonly year?: number;
  readonly context?: string;
  readonly unverified: boolean;
}

/** A row of numbers as a chart: bars from zero, so that their lengths compare as the numbers do. */
export interface Figure {
  readonly unit: string;
  readonly bars: readonly FigureBar[];
  /** From 0 (or below, where a number is negative) in even steps to at least the largest number. */
  readonly ticks: readonly number[];
}

/**
 * The figure in a row, or `undefined`: at least two numbers of one unit and nothing else known. Years (2005, 2010) and
 * version numbers (3.1) are numbers without a length, so they make no chart.
 */
export function figureOf(cells: readonly Cell[]): Figure | undefined {
  const units = new Set<string>();
  const bars: FigureBar[] = [];
  let unit = '';
  for (const [thing, cell] of cells.entries()) {
    if (cell.kind === 'unknown') continue;
    if (cell.kind !== 'number' || !Number.isFinite(cell.value)) return undefined;
    units.add(cell.unit.toLowerCase());
    unit ||= cell.unit;
    bars.push({ thing, value: cell.value, unverified: cell.unverified, ...(cell.year === undefined ? {} : { year: cell.year }), ...(cell.context === undefined ? {} : { context: cell.context }) });
  }
  if (bars.length < 2 || units.size > 1) return undefined;
  if (unit === '' && (bars.some((bar) => !Number.isInteger(bar.value)) || bars.every((bar) => bar.value >= 1900 && bar.value < 2100))) return undefined;
  const values = bars.map((bar) => bar.value);
  return { unit, bars, ticks: ticksFor(Math.min(0, ...values), Math.max(0, ...values)) };
}

/** Four to eight round steps of 1, 2 or 5 times a power of ten. */
function ticksFor(low: number, high: number): number[] {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => span / candidate <= 6) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
