const pipe = 124;

/** Number of cells in a GFM delimiter row such as `| --- | :-: |`; 0 where the line is none. */
export function cellsInDelimiterRow(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  // `- -` would be a list; `-` or `:` alone says too little.
  if (end - start < 2 || (first === 45 && (second === 32 || second === 9))) return 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== pipe && code !== 45 && code !== 58 && code !== 32 && code !== 9) return 0;
  }
  const cells = text.slice(start, end).trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) ? cells.length : 0;
}

/** Number of cells in a GFM table row; 0 where it holds no `|`. A `|` behind a backslash is text. */
export function cellsInRow(text: string, start: number, end: number): number {
  let separators = 0;
  let last = start - 1;
  let first = -1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === pipe) {
      separators += 1;
      if (first < 0) first = at;
      last = at;
    }
  }
  if (separators === 0) return 0;
  const opens = text.slice(start, first).trim() === '';
  const closes = (last > first || !opens) && text.slice(last + 1, end).trim() === '';
  if (opens && last === first && text.slice(last + 1, end).trim() === '') return 0;
  return separators + 1 - (opens ? 1 : 0) - (closes ? 1 : 0);
}
