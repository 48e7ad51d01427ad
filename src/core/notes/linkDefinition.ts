/** `[label]: destination "title"`, the destination perhaps on the next line. Other ways to break it are rare enough to read as text. */
const definition = /^ {0,3}\[(?:[^\\[\]]|\\.){1,999}\]:[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)?(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const longestDefinition = 4000;
/** Units of a label of 999 characters with a backslash before each, and its brackets. */
const longestLabel = 2002;

/** Skips the link definitions at the start of a paragraph, and answers where its text begins; the end where nothing is left. */
export function definitionsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const open = skipSpaces(text, at, end);
    if (text.charCodeAt(open) !== 91 || !isLabelled(text, open, end)) return at;
    let definitionEnd = endOfLine(text, at, end);
    if (text.charCodeAt(lastVisible(text, definitionEnd, at)) === 58) definitionEnd = endOfLine(text, afterBreaks(text, definitionEnd, end), end);
    if (definitionEnd - at > longestDefinition || !definition.test(text.slice(at, definitionEnd))) return at;
    at = afterBreaks(text, definitionEnd, end);
  }
  return at;
}

/** Whether a colon follows the bracket's end: seldom, for links and task items begin with a bracket too. */
function isLabelled(text: string, open: number, end: number): boolean {
  const limit = Math.min(end, open + longestLabel);
  for (let at = open + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 91) return false;
    else if (code === 93) return text.charCodeAt(at + 1) === 58;
  }
  return false;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at += 1;
  return at;
}

function lastVisible(text: string, end: number, start: number): number {
  let at = end - 1;
  while (at > start && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at -= 1;
  return at;
}

/** A paragraph has no empty lines, so one line break is all there is. */
function afterBreaks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13)) at += 1;
  return at;
}

function endOfLine(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return end;
}
