/** Where the runs of backticks in a text are, to find the end of each code span. */
export class BacktickRuns {
  /** By length, the last first. */
  private readonly runs = new Map<number, number[]>();

  constructor(text: string) {
    let at = text.lastIndexOf('`');
    while (at >= 0) {
      let start = at;
      while (start > 0 && text.charCodeAt(start - 1) === 96) start -= 1;
      const length = at - start + 1;
      const starts = this.runs.get(length);
      if (starts) starts.push(start);
      else this.runs.set(length, [start]);
      at = start === 0 ? -1 : text.lastIndexOf('`', start - 1);
    }
  }

  /** Start of the next run of this length; -1 where there is none. Asked for growing positions only, so that each list is walked once. */
  next(length: number, from: number): number {
    const starts = this.runs.get(length);
    while (starts && starts.length > 0) {
      const start = starts.at(-1) ?? -1;
      if (start >= from) return start;
      starts.pop();
    }
    return -1;
  }
}
