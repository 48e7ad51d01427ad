import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ownText } from './ownText';

const dropped = /[^\p{L}\p{M}\p{N}_\- ]/gu;
/** What becomes of ASCII characters, by code: 0 where they are left out. */
const asciiSlug = Uint8Array.from({ length: 127 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return lower === ' ' ? 45 : /[a-z0-9_-]/.test(lower) ? lower.charCodeAt(0) : 0;
});
const longestFast = 500;
const longestAnchor = 120;
const keptOfLongAnchor = 100;

/** A heading's fragment as GitHub builds it: lower case, spaces to `-`, punctuation left out. Empty where nothing is left. Keeps no other text alive. */
export function slugOf(visibleText: string): string {
  const plain = visibleText.length <= longestFast ? slugOfAscii(visibleText) : undefined;
  if (plain !== undefined) return plain;
  return ownText(visibleText.normalize('NFC').toLowerCase().replace(dropped, '').split(' ').join('-'));
}

/** Several times as quick as Unicode's tables; `undefined` where the text is not ASCII. */
function slugOfAscii(text: string): string | undefined {
  const codes = new Array<number>(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return undefined;
    const kept = asciiSlug[code] ?? 0;
    if (kept !== 0) codes[length++] = kept;
  }
  codes.length = length;
  return String.fromCharCode(...codes);
}

/** The anchor of a card whose author gave it no id. Never empty, of bounded length, and without `#`, `/` and `~`. */
export function anchorOf(front: string, slug = slugOf(front)): string {
  if (slug === '') return `q-${shortHash(front)}`;
  if (slug.length <= longestAnchor) return slug;
  const cut = slug.slice(0, keptOfLongAnchor).replace(/[\ud800-\udbff]$/, '');
  return `${cut}-${shortHash(slug)}`;
}

/** First 8 hex digits of the SHA-256 of a text in NFC. */
export function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.normalize('NFC')))).slice(0, 8);
}

/** Makes slugs unique within a note as GitHub does: `-1`, `-2`. */
export class UniqueSlugs {
  private readonly taken = new Map<string, number>();

  of(slug: string): string {
    let unique = slug;
    let times = this.taken.get(slug);
    if (times !== undefined) {
      do {
        times += 1;
        unique = `${slug}-${String(times)}`;
      } while (this.taken.has(unique));
      this.taken.set(slug, times);
    }
    this.taken.set(unique, 0);
    return unique;
  }
}
