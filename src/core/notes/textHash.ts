import type { TextRange } from './note';

/** Characters that another Unicode form may compose: only then is NFC worth its time. */
const mayCompose = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u0655\u093c\u09be\u1100-\u11ff\u3099\u309a\uf900-\ufaff]/;

/**
 * 8 hex digits that change with the words of a text, and neither with white space, line ends nor Unicode form. Every card has one, so
 * it must be quick: FNV-1a over UTF-16 units with MurmurHash3's last step; SHA-256 would take longer than all other parsing. Ids of
 * equal questions hold a part of it, so it must never change.
 */
export function textHash(text: string, ranges: readonly TextRange[]): string {
  let hash = 0x811c9dc5;
  let isFirst = true;
  let gap = false;
  for (const range of ranges) {
    const piece = text.slice(range.start, range.end);
    const source = mayCompose.test(piece) ? piece.normalize('NFC') : piece;
    for (let at = 0; at < source.length; at += 1) {
      const unit = source.charCodeAt(at);
      if (unit <= 32) {
        gap = true;
        continue;
      }
      if (gap && !isFirst) hash = Math.imul(hash ^ 32, 0x01000193);
      hash = Math.imul(hash ^ unit, 0x01000193);
      gap = isFirst = false;
    }
    gap = true;
  }
  return finished(hash).toString(16).padStart(8, '0');
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
