/** Numbers of the conditions under which CommonMark starts an HTML block (section 4.6). 0 = none. */
export type HtmlCondition = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const textTags = /^<(?:script|pre|textarea|style)(?:[\s>]|$)/i;
const blockTags =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;
const attribute = String.raw`\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^"'=<>\x60\x00-\x20]+|'[^']*'|"[^"]*"))?`;
const anyTag = new RegExp(String.raw`^(?:<[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)\s*$`);
/** A tag that fills a longer line is not looked for: such lines come from machines. */
const longestTagLine = 2000;

/** Which HTML block the line starts at `start`, where `<` stands. Condition 7 must not interrupt a paragraph. */
export function htmlBlockStart(text: string, start: number, end: number, mayBeAnyTag: boolean): HtmlCondition {
  const second = text.charCodeAt(start + 1);
  if (second === 33) {
    if (text.startsWith('<!--', start)) return 2;
    if (text.startsWith('<![CDATA[', start)) return 5;
    return start + 2 < end && isLetter(text.charCodeAt(start + 2)) ? 4 : 0;
  }
  if (second === 63) return 3;
  if (second !== 47 && !isLetter(second)) return 0;
  const line = text.slice(start, Math.min(end, start + longestTagLine));
  if (textTags.test(line)) return 1;
  if (blockTags.test(line)) return 6;
  return mayBeAnyTag && end - start <= longestTagLine && anyTag.test(line) ? 7 : 0;
}

/** Offset of what ends an HTML block of conditions 1 to 5, from `from` on; `Infinity` where nothing does. */
export function closingOf(text: string, condition: HtmlCondition, from: number): number {
  if (condition === 1) {
    const tag = /<\/(?:script|pre|textarea|style)>/gi;
    tag.lastIndex = from;
    return tag.exec(text)?.index ?? Infinity;
  }
  const closing = condition === 2 ? '-->' : condition === 3 ? '?>' : condition === 5 ? ']]>' : '>';
  const found = text.indexOf(closing, from);
  return found < 0 ? Infinity : found;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
