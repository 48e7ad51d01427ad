/**
 * How the marks that start a block look, each told from one stretch of a line: from `at`, its first character that is no white space, to `end`,
 * the end of the line.
 */

/** 1-6; 0 where this is no heading. */
export function headingLevel(text: string, at: number, end: number): number {
  const level = afterMarks(text, at, end, 35) - at;
  return level <= 6 && (at + level >= end || isSpace(text, at + level)) ? level : 0;
}

/** Where a heading's text ends, without closing marks. */
export function headingEnd(text: string, at: number, lineEnd: number): number {
  const end = withoutSpaces(text, at, lineEnd);
  let closing = end;
  while (closing > at && text.charCodeAt(closing - 1) === 35) closing -= 1;
  return closing === at || isSpace(text, closing - 1) ? withoutSpaces(text, at, closing) : end;
}

/** Number of a fence's marks; 0 where this is none. */
export function fenceLength(text: string, at: number, end: number, mark: number): number {
  const after = afterMarks(text, at, end, mark);
  if (after - at < 3) return 0;
  if (mark === 96) {
    for (let i = after; i < end; i += 1) if (text.charCodeAt(i) === 96) return 0;
  }
  return after - at;
}

export function closesFence(text: string, at: number, end: number, mark: number, length: number): boolean {
  const after = afterMarks(text, at, end, mark);
  return after - at >= length && isBlankFrom(text, after, end);
}

export function isUnderline(text: string, at: number, end: number, mark: number): boolean {
  return isBlankFrom(text, afterMarks(text, at, end, mark), end);
}

export function isRule(text: string, from: number, end: number, mark: number): boolean {
  let marks = 0;
  for (let at = from; at < end; at += 1) {
    if (text.charCodeAt(at) === mark) marks += 1;
    else if (!isSpace(text, at)) return false;
  }
  return marks >= 3;
}

/** Offset behind a list item's marker; -1 where this is none. One that interrupts a paragraph is not empty, and its number is 1. */
export function itemMarkerEnd(text: string, from: number, end: number, interrupts: boolean): number {
  const code = text.charCodeAt(from);
  let at = from;
  if (code === 42 || code === 43 || code === 45) at += 1;
  else if (!isDigit(code)) return -1;
  else {
    while (at < end && at - from < 10 && isDigit(text.charCodeAt(at))) at += 1;
    const delimiter = at < end ? text.charCodeAt(at) : 0;
    if (at - from > 9 || (delimiter !== 41 && delimiter !== 46)) return -1;
    if (interrupts && Number(text.slice(from, at)) !== 1) return -1;
    at += 1;
  }
  if (at < end && !isSpace(text, at)) return -1;
  return interrupts && isBlankFrom(text, at, end) ? -1 : at;
}

export function isBlankFrom(text: string, from: number, end: number): boolean {
  return afterSpaces(text, from, end) >= end;
}

export function afterSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text, at)) at += 1;
  return at;
}

/** The end of a stretch without the spaces and tabs before it. */
export function withoutSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text, at - 1)) at -= 1;
  return at;
}

function afterMarks(text: string, from: number, end: number, mark: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === mark) at += 1;
  return at;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
