const pipe = 124;
const dash = 45;
const colon = 58;

/** Number of cells in a GFM delimiter row such as `| --- | :-: |`; 0 where the line is none. */
export function cellsInDelimiterRow(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  // `- -` would be a list; `-` or `:` alone says too little.
  if (end - start < 2 || (first === dash && isBlank(second))) return 0;
  let at = afterBlanks(text, start, end);
  let to = end;
  while (to > at && isBlank(text.charCodeAt(to - 1))) to -= 1;
  if (at < to && text.charCodeAt(at) === pipe) at += 1;
  if (at < to && text.charCodeAt(to - 1) === pipe) to -= 1;
  for (let cells = 1; ; cells += 1, at += 1) {
    at = afterBlanks(text, at, to);
    if (at < to && text.charCodeAt(at) === colon) at += 1;
    const dashes = at;
    while (at < to && text.charCodeAt(at) === dash) at += 1;
    if (at === dashes) return 0;
    if (at < to && text.charCodeAt(at) === colon) at += 1;
    at = afterBlanks(text, at, to);
    if (at >= to) return cells;
    if (text.charCodeAt(at) !== pipe) return 0;
  }
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
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
