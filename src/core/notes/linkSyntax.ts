/** How links look behind their first bracket. Searches end after a bounded length, so that a text of nothing but brackets takes no longer than others. */

const longestWikiLink = 1000;
const longestDestination = 2000;
const deepestParentheses = 6;

export interface WikiLink {
  /** Of the target, which starts behind the brackets. */
  readonly targetEnd: number;
  /** Where what a reader sees begins: the label, or the target. */
  readonly labelStart: number;
  /** Behind the closing brackets. */
  readonly end: number;
}

/** `target]]` or `target|label]]` from `from` on. */
export function readWikiLink(text: string, from: number): WikiLink | undefined {
  const limit = Math.min(text.length, from + longestWikiLink);
  let separator = -1;
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 10 || code === 13) return undefined;
    if (code === 124 && separator < 0) separator = at;
    if (code !== 93) continue;
    if (text.charCodeAt(at + 1) !== 93 || at === from || separator === from) return undefined;
    if (separator < 0) return { targetEnd: at, labelStart: from, end: at + 2 };
    // In a table the separator is written `\|`.
    const targetEnd = text.charCodeAt(separator - 1) === 92 ? separator - 1 : separator;
    return { targetEnd, labelStart: separator + 1, end: at + 2 };
  }
  return undefined;
}

export interface Destination {
  /** As written, without `<>`. */
  readonly start: number;
  readonly end: number;
  /** Behind the closing parenthesis. */
  readonly after: number;
}

/** `destination "title")` from `from` on. */
export function readDestination(text: string, from: number): Destination | undefined {
  let at = skipBlanks(text, from);
  const bracketed = text.charCodeAt(at) === 60;
  const start = bracketed ? at + 1 : at;
  const limit = Math.min(text.length, start + longestDestination);
  let depth = 0;
  for (at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (bracketed ? code === 62 || code === 60 || code === 10 : code <= 32) break;
    else if (!bracketed && code === 40) {
      depth += 1;
      if (depth > deepestParentheses) return undefined;
    } else if (!bracketed && code === 41) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  if (depth > 0 || at > text.length) return undefined;
  const end = at;
  if (bracketed) {
    if (text.charCodeAt(at) !== 62) return undefined;
    at += 1;
  }
  at = skipTitle(text, skipBlanks(text, at));
  return text.charCodeAt(at) === 41 ? { start, end, after: at + 1 } : undefined;
}

/** The offset behind `[label]` of `[text][label]`; 0 where this is none, as in `matrix[0][1]`. */
export function referenceEnd(text: string, open: number, from: number): number {
  if (open > 0 && isWord(text.charCodeAt(open - 1))) return 0;
  for (let at = from + 1; at < text.length && at - from < longestWikiLink; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 93) return at + 1;
    if (code === 91) return 0;
  }
  return 0;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at += 1;
  return at;
}

function skipTitle(text: string, from: number): number {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== '(') return from;
  const close = open === '(' ? ')' : open;
  const limit = Math.min(text.length, from + longestDestination);
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === close) return skipBlanks(text, at + 1);
  }
  return from;
}

export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code > 127;
}
