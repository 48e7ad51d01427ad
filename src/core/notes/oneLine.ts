/** Characters that nobody sees: zero-width ones, the soft hyphen, the byte order mark. */
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** A text as one line: no invisible characters, white space as single spaces, none at the ends. */
export function oneLine(text: string): string {
  return isOneLine(text) ? text : withoutInvisible(text).replace(/\s+/g, ' ').trim();
}

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Whether nothing is left to do, told by one look at each character. May say no where it is. */
function isOneLine(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || (code === 32 && before === 32) || (code > 126 && mayBeSpaceOrInvisible(code))) return false;
    before = code;
  }
  return before !== 32 || text === '';
}

function mayBeSpaceOrInvisible(code: number): boolean {
  return code < 0xa1 || code === 0xad || code === 0x1680 || (code >= 0x2000 && code < 0x2070) || code === 0x3000 || code === 0xfeff;
}

/**
 * A copy of a text that is ASCII and already one line, as most are; `undefined` where it is not. Made of character codes, it keeps no file
 * alive, and takes one byte for each where a slice of a Korean or Russian text takes two.
 */
export function plainLine(text: string): string | undefined {
  return plainCopyOf(text, false);
}

/** As `plainLine`, in lower case. */
export function plainLowerLine(text: string): string | undefined {
  return plainCopyOf(text, true);
}

/** More are no arguments for one call. */
const longestPlain = 500;

function plainCopyOf(text: string, lower: boolean): string | undefined {
  const { length } = text;
  if (length > longestPlain) return undefined;
  const codes = new Array<number>(length);
  let before = 32;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return undefined;
    codes[at] = lower && code >= 65 && code <= 90 ? code + 32 : code;
    before = code;
  }
  if (before === 32 && length > 0) return undefined;
  return String.fromCharCode(...codes);
}
