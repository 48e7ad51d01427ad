import type { Footnote } from './comparison';
import { readInline } from './readInline';

export interface CellLink {
  readonly to: 'web' | 'note';
  readonly target: string;
  /** Visible text. */
  readonly text: string;
}

/** All links of a text and of the footnotes it refers to, in reading order. A link's place in this list is its name in messages. */
export function linksOf(markdown: string, footnotes: readonly Footnote[]): readonly CellLink[] {
  const inline = readInline(markdown);
  const own = inline.spans.flatMap((span): CellLink[] => (span.style === 'link' ? [{ to: span.to, target: span.target, text: inline.text.slice(span.start, span.end) }] : []));
  const noted = [...new Set(inline.footnotes)].flatMap((label) => {
    const footnote = footnotes.find((candidate) => candidate.label === label);
    return footnote === undefined ? [] : linksOf(footnote.markdown.replace(/\[\^[^\]\s]{1,100}\]/g, ''), []);
  });
  return [...own, ...noted];
}
