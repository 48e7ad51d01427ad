import * as vscode from 'vscode';

const minute = 60_000;
const units = [
  ['year', 365 * 24 * 60 * minute],
  ['month', 30 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** An interval in ms in the largest unit that fits: "10 min", "5 days". */
export function describeInterval(interval: number): string {
  const [unit, size] = units.find(([, length]) => interval >= length) ?? ['minute', minute];
  const unitDisplay = unit === 'minute' ? 'short' : 'long';
  return new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: unit === 'year' ? 1 : 0 }).format(Math.max(interval / size, 1));
}
