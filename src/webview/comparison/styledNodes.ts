import type { Span, StyledText } from '../../core/comparison/styledText';
import { element } from './element';

/** `link` is told how many links came before it in the text. */
export type OpenLink = (link: number) => void;

/** Text as nodes: code, emphasis and, where they can be opened, links. */
export function styledNodes(styled: StyledText, openLink?: OpenLink, linksBefore = 0): Node[] {
  if (styled.spans.length === 0) return [document.createTextNode(styled.text)];
  let link = linksBefore;
  const numbered = styled.spans.map((span) => ({ span, link: span.style === 'link' ? link++ : 0 }));
  const edges = [...new Set([0, styled.text.length, ...styled.spans.flatMap((span) => [span.start, span.end])])].sort((one, other) => one - other);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? styled.text.length;
    const inside = numbered.filter(({ span }) => span.start <= start && span.end >= end);
    return inside.reduce<Node>((node, entry) => wrap(node, entry.span, openLink === undefined ? undefined : () => { openLink(entry.link); }), document.createTextNode(styled.text.slice(start, end)));
  });
}

function wrap(node: Node, span: Span, open: (() => void) | undefined): Node {
  switch (span.style) {
    case 'code':
      return element('code', {}, node);
    case 'strong':
      return element('strong', {}, node);
    case 'emphasis':
      return element('em', {}, node);
    case 'strike':
      return element('s', {}, node);
    case 'link':
      return open === undefined ? node : linkNode(node, span.to === 'web' ? span.target : undefined, open);
  }
}

/** Without `href`: VS Code would follow it by itself, past the check that the address stands in this cell. */
function linkNode(content: Node | string, address: string | undefined, open: () => void): HTMLElement {
  return element(
    'a',
    {
      role: 'link',
      tabindex: 0,
      title: address,
      onClick: (event) => {
        event.stopPropagation();
        open();
      },
      onKeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return;
        event.stopPropagation();
        open();
      },
    },
    content,
  );
}
