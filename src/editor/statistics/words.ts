import * as vscode from 'vscode';

const milliseconds = 86_400_000;

/** A study day number as a date: "4 Dec". */
export function shortDay(day: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day * milliseconds);
}

/** "Fri, 4 Dec", for rows of a table. */
export function rowDay(day: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day * milliseconds);
}

/** "Friday, 4 December 2026". */
export function fullDay(day: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full', timeZone: 'UTC' }).format(day * milliseconds);
}

export function monthOf(day: number, style: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(vscode.env.language, style === 'long' ? { month: 'short', year: 'numeric', timeZone: 'UTC' } : { month: 'short', timeZone: 'UTC' }).format(day * milliseconds);
}

/** Monday is 0: 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Names of the days from Monday on. */
export function weekdays(): readonly string[] {
  const format = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format((4 + index) * milliseconds));
}

export function number(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}

/** A dash where nothing is known. */
export function percent(share: number | undefined): string {
  return share === undefined ? '–' : new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(share);
}

/** "12 min"; hours from two on. */
export function time(duration: number): string {
  const minutes = duration / 60_000;
  const [value, unit, digits] = minutes >= 120 ? [minutes / 60, 'hour', 1] : [minutes, 'minute', minutes < 10 ? 1 : 0];
  return new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit: String(unit), unitDisplay: 'short', maximumFractionDigits: Number(digits) }).format(Number(value));
}
