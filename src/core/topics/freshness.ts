/** Whether what was verified on this day (`YYYY-MM-DD`) is older than so many months. A note that was never verified is not stale: nobody promised anything. */
export function isStale(verified: string | undefined, months: number, today: string): boolean {
  return verified !== undefined && months > 0 && verified < monthsBefore(today, months);
}

/** The same day so many months earlier; the last day of the month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastDay));
  return first.toISOString().slice(0, 10);
}
