import type { TextRange } from './note';

/**
 * 8 hex digits that change with the words of a text, and neither with white space, line ends nor Unicode form. Every card has one, so
 * it must be quick: FNV-1a over UTF-16 units with MurmurHash3's last step; SHA-256 would take longer than all other parsing. Ids of
 * equal questions hold a part of it, so it must never change.
 */
export function textHash(text: string, ranges: readonly TextRange[]): string {
  const hash = hashOf(text, ranges) ?? hashOf(...composed(text, ranges)) ?? 0;
  return hexOf(finished(hash));
}

/** Numbers of this size are no small integers for an engine, which makes `toString(16)` slow. */
function hexOf(hash: number): string {
  const digit = (shift: number): number => hexDigits.charCodeAt((hash >>> shift) & 15);
  return String.fromCharCode(digit(28), digit(24), digit(20), digit(16), digit(12), digit(8), digit(4), digit(0));
}

const hexDigits = '0123456789abcdef';

/** `undefined` where a character asks for composing first: rarely needed, so it is not done before it must be. */
function hashOf(text: string, ranges: readonly TextRange[], isComposed = false): number | undefined {
  // As a signed number: engines calculate with it twice as quickly.
  let hash = 0x811c9dc5 | 0;
  let started = false;
  let gap = false;
  for (const { start, end } of ranges) {
    let at = start;
    if (started) gap = true;
    else while (at < end && text.charCodeAt(at) <= 32) at += 1;
    started ||= at < end;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit <= 32) {
        gap = true;
        continue;
      }
      if (unit >= 0x300 && !isComposed && mayCompose(unit)) return undefined;
      if (gap) {
        hash = Math.imul(hash ^ 32, 0x01000193);
        gap = false;
      }
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  return hash;
}

function composed(text: string, ranges: readonly TextRange[]): [string, readonly TextRange[], boolean] {
  const source = ranges.map(({ start, end }) => text.slice(start, end)).join('\n').normalize('NFC');
  return [source, [{ start: 0, end: source.length }], true];
}

/** Whether another Unicode form may write this character, with its neighbours, in another way. Common letters never do. */
function mayCompose(unit: number): boolean {
  if ((unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x388 && unit < 0x483)) return false;
  return unit < 0x388 || unit === 0x2126 || unit === 0x212a || unit === 0x212b || (unit >= 0x483 && unit <= 0x487) || (unit >= 0x591 && unit < 0x4e00 && !(unit >= 0x2000 && unit < 0x3099)) || unit >= 0xf900;
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
