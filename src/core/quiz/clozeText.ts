import { bracketGaps, gapsIn, type Gap } from '../notes/gaps';
import { groups } from '../notes/gapCards';
import { scanInline } from '../notes/inline';
import type { Card } from '../notes/note';
import { idAtEnd } from '../notes/writtenId';

/** Marks around a gap in the Markdown: characters of Unicode's private use, which Markdown leaves alone. */
export const gapMarks = { open: '\ue000', close: '\ue001' } as const;

export interface ClozeText {
  /** With a blank, or the author's hint, in place of each gap of the card. */
  readonly asked: string;
  /** Filled in. */
  readonly answered: string;
}

/** The text of a card with gaps as Markdown, each of its own gaps between `gapMarks`; gaps of its siblings are plain text. `block` is the card's range. */
export function clozeText(block: string, card: Pick<Card, 'anchor'>): ClozeText {
  const text = withoutMarks(withoutId(block).replace(/^C:[ \t]*(?=\S)/, ''));
  const inline = scanInline(text, 0, text.length);
  const gaps = /^C:/.test(block) ? bracketGaps(text, 0, text.length, inline, () => undefined) : gapsIn(text, 0, text.length, inline);
  const own = new Set(groups(text, gaps).get(card.anchor.slice(card.anchor.lastIndexOf('/') + 1)) ?? []);
  return { asked: written(text, gaps, own, false), answered: written(text, gaps, own, true) };
}

function written(text: string, gaps: readonly Gap[], own: ReadonlySet<Gap>, isFilled: boolean, from = 0, to = text.length): string {
  let result = '';
  let at = from;
  for (const gap of gaps) {
    if (gap.range.start < at || gap.range.end > to) continue;
    result += text.slice(at, gap.range.start);
    const inner = () => written(text, gaps, own, isFilled, gap.content.start, gap.content.end);
    if (!own.has(gap)) result += inner();
    else result += gapMarks.open + (isFilled ? inner() : escaped(gap.hint ?? '…')) + gapMarks.close;
    at = gap.range.end;
  }
  return result + text.slice(at, to);
}

/** A hint is words, whatever Markdown would make of them. */
function escaped(hint: string): string {
  return hint.replace(/[\\`*_~[\]<>&]/g, '\\$&');
}

function withoutMarks(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '');
}

function withoutId(markdown: string): string {
  const id = idAtEnd(markdown, 0, markdown.length);
  return (id ? markdown.slice(0, id.range.start) : markdown).replace(/<!--(?:[^-]|-(?!->))*-->/g, '').trimEnd();
}
