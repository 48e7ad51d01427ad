/**
 * Words as the search sees them: in NFC and lower case, with `ё` as `е`. `C++`, `C#` and `__init__` stay whole. Korean is written with its
 * particles attached, so its words are taken whole and as pairs of syllables.
 */

const word = /[\p{L}\p{M}\p{N}_]+(?:[+#]+(?![\p{L}\p{M}\p{N}_]))?/gu;
const hangul = /^[\uac00-\ud7a3]{3,}$/;
const asciiOnly = /^[\0-\x7f]*$/;
const seam = '\u0002';

/** A text as it is compared. Its length may differ from the text's. */
export function folded(text: string): string {
  return asciiOnly.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

/** Each text folded. Those of plain ASCII go through as one, which takes half the time. */
export function eachFolded(texts: readonly string[]): readonly string[] {
  const all = texts.join(seam);
  const pieces = asciiOnly.test(all) ? all.toLowerCase().split(seam) : [];
  return pieces.length === texts.length ? pieces : texts.map(folded);
}

/** The words of a query or text, in order. */
export function searchWords(text: string): readonly string[] {
  return folded(text).match(word) ?? [];
}

/** What a text is found by: its words, the parts of names such as `select_related`, and pairs of Korean syllables. */
export function indexedWords(text: string): readonly string[] {
  const words = searchWords(text);
  if (!words.some((each) => each.includes('_') || hangul.test(each))) return words;
  return words.flatMap((each) => [each, ...nameParts(each), ...syllablePairs(each)]);
}

/** `격리수준` as `격리`, `리수`, `수준`; nothing for other words. */
export function syllablePairs(text: string): readonly string[] {
  return hangul.test(text) ? Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)) : [];
}

function nameParts(text: string): readonly string[] {
  return text.includes('_') ? text.split('_').filter((part) => part !== '' && part !== text) : [];
}
