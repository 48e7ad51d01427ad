import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const dropped = /[^\p{L}\p{M}\p{N}_\- ]/gu;
const longestAnchor = 120;
const keptOfLongAnchor = 100;

/** A heading's fragment as GitHub builds it: lower case, spaces to `-`, punctuation left out. Empty where nothing is left. */
export function slugOf(visibleText: string): string {
  return asciiSlug(visibleText) ?? visibleText.normalize('NFC').toLowerCase().replace(dropped, '').replaceAll(' ', '-');
}

/** The same for ASCII, several times as fast; `undefined` for other texts. */
function asciiSlug(text: string): string | undefined {
  let slug = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 126) return undefined;
    if (code === 32) slug += '-';
    else if (code >= 65 && code <= 90) slug += String.fromCharCode(code + 32);
    else if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95) slug += text[at] ?? '';
  }
  return slug;
}

/** The anchor of a card whose author gave it no id. Never empty, of bounded length, and without `#`, `/` and `~`. */
export function anchorOf(front: string): string {
  const slug = slugOf(front);
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
