/** Text with marked stretches. Cells are cut and shown as this, never as HTML. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly style: 'code' | 'strong' | 'emphasis' | 'strike' }
  | { readonly style: 'link'; readonly target: string; readonly to: 'web' | 'note' }
);

export interface StyledText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The stretch from `start` to `end`, without white space around it. */
export function cut(styled: StyledText, start: number, end: number): StyledText {
  const part = styled.text.slice(start, end);
  if (styled.spans.length === 0) return { text: part.trim(), spans: [] };
  const from = start + (part.length - part.trimStart().length);
  const to = Math.max(from, end - (part.length - part.trimEnd().length));
  return {
    text: styled.text.slice(from, to),
    spans: styled.spans
      .filter((span) => span.start < to && span.end > from)
      .map((span) => ({ ...span, start: Math.max(span.start, from) - from, end: Math.min(span.end, to) - from })),
  };
}

/** The text without the stretches, which are in order and do not overlap. */
export function without(styled: StyledText, stretches: readonly { readonly start: number; readonly end: number }[]): StyledText {
  let text = '';
  let spans: Span[] = [];
  let from = 0;
  for (const stretch of [...stretches, { start: styled.text.length, end: styled.text.length }]) {
    const offset = text.length - from;
    const kept = { from, to: stretch.start };
    spans = spans.concat(
      styled.spans
        .filter((span) => span.start < kept.to && span.end > kept.from)
        .map((span) => ({ ...span, start: Math.max(span.start, kept.from) + offset, end: Math.min(span.end, kept.to) + offset })),
    );
    text += styled.text.slice(kept.from, kept.to);
    from = stretch.end;
  }
  return cut({ text, spans }, 0, text.length);
}

/** The text with code made unreadable, so that marks inside code are not taken for marks of the cell. Same length. */
export function withoutCode(styled: StyledText): string {
  let text = styled.text;
  for (const span of styled.spans) {
    if (span.style === 'code') text = text.slice(0, span.start) + '\ue000'.repeat(span.end - span.start) + text.slice(span.end);
  }
  return text;
}
