export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of the bench's report: what, its figure, and how it compares. */
export function row(what: string, figure: string, comparison = ''): void {
  console.log(`${what.padEnd(44)} ${figure.padStart(12)}  ${comparison}`.trimEnd());
}
