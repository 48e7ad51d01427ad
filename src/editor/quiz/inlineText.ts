/** Inline Markdown as one line of plain text: without code marks, emphasis and link targets. */
export function inlineText(markdown: string): string {
  return markdown
    .replace(/(`+)([^`]*)\1/g, '$2')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_]*)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
