import * as vscode from 'vscode';

const milliseconds = 86_400_000;

/** Making a formatter takes longer than a hundred uses of it, and a page has a thousand words. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
  dateFormats.set(key, format);
  return format;
}

function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(vscode.env.language, options);
  numberFormats.set(key, format);
  return format;
}

/** A study day number as a date: "4 Dec". */
export function shortDay(day: number): string {
  return dateFormat({ day: 'numeric', month: 'short' }).format(day * milliseconds);
}

/** "Fri, 4 Dec", for rows of a table. */
export function rowDay(day: number): string {
  return dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(day * milliseconds);
}

/** "Friday, 4 December 2026". */
export function fullDay(day: number): string {
  return dateFormat({ dateStyle: 'full' }).format(day * milliseconds);
}

export function monthOf(day: number, style: 'short' | 'long'): string {
  return dateFormat(style === 'long' ? { month: 'short', year: 'numeric' } : { month: 'short' }).format(day * milliseconds);
}

/** Monday is 0: 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Names of the days from Monday on. */
export function weekdays(): readonly string[] {
  const format = dateFormat({ weekday: 'short' });
  return Array.from({ length: 7 }, (_, index) => format.format((4 + index) * milliseconds));
}

export function number(value: number): string {
  return numberFormat().format(value);
}

/** A dash where nothing is known. */
export function percent(share: number | undefined): string {
  return share === undefined ? '–' : numberFormat({ style: 'percent' }).format(share);
}

/** "12 min"; hours from two on. */
export function time(duration: number): string {
  const minutes = duration / 60_000;
  const [value, unit, digits] = minutes >= 120 ? [minutes / 60, 'hour', 1] : [minutes, 'minute', minutes < 10 ? 1 : 0];
  return numberFormat({ style: 'unit', unit: String(unit), unitDisplay: 'short', maximumFractionDigits: Number(digits) }).format(Number(value));
}
