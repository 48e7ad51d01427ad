import type Token from 'markdown-it/lib/token.mjs';

/** Words and addresses that the reading view needs from outside. */
export interface ReadingContext {
  readonly labels: Readonly<Record<CalloutName | 'right' | 'wrong' | 'output', string>>;
  /** Where a link of this note leads in the preview, or `undefined` to leave it as it is. */
  readonly hrefOf: (href: string) => string | undefined;
  /** HTML shown below the title; the caller has escaped it. */
  readonly facts: string;
}

const calloutNames = ['HINT', 'POINTS', 'TRAP', 'OPENING', 'CLOSING', 'ANSWER'] as const;
type CalloutName = (typeof calloutNames)[number];
/** Shown closed, so that a reader can think first. */
const closedCallouts: ReadonlySet<CalloutName> = new Set(['HINT']);

/**
 * Callouts, choices and card links of a study note as what they are, for markdown-it's renderer. The tokens given are left
 * untouched: VS Code caches them, also for other renderings of the same document.
 */
export function studyTokens(tokens: readonly Token[], context: ReadingContext): Token[] {
  const result: Token[] = [];
  let inQuestion = false;
  let choicesTaken = false;
  let titleSeen = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    // The preview shows front matter as a table of its own; what a reader needs of it stands below the title.
    if (!token || token.type === 'front_matter') continue;
    if (token.type === 'heading_open') {
      inQuestion = /[?？](\s*\([^)]*\))?\s*(<!--.*-->)?\s*$|<!-- \^/.test(tokens[i + 1]?.content ?? '');
      choicesTaken = false;
    }
    if (token.type === 'blockquote_open') {
      const end = closing(tokens, i);
      const callout = calloutAt(tokens, i);
      if (callout) {
        result.push(...calloutTokens(tokens.slice(i, end + 1), callout, context));
        i = end;
        continue;
      }
    }
    if (token.type === 'bullet_list_open' && token.level === 0 && inQuestion && !choicesTaken) {
      const end = closing(tokens, i);
      const list = tokens.slice(i, end + 1);
      if (isChoiceList(list)) {
        choicesTaken = true;
        result.push(...choiceTokens(list, context));
        i = end;
        continue;
      }
    }
    result.push(withLinks(token, context));
    if (token.type === 'heading_close' && token.tag === 'h1' && !titleSeen) {
      titleSeen = true;
      if (context.facts) result.push(html(token, context.facts));
    }
  }
  return result;
}

function closing(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level;
  const type = tokens[open]?.type.replace('_open', '_close');
  for (let i = open + 1; i < tokens.length; i++) if (tokens[i]?.type === type && tokens[i]?.level === level) return i;
  return tokens.length - 1;
}

function calloutAt(tokens: readonly Token[], open: number): CalloutName | undefined {
  const inline = tokens[open + 2];
  if (tokens[open + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline') return undefined;
  const name = /^\[!([A-Z]+)\]\s*(\n|$)/.exec(inline.content)?.[1];
  return calloutNames.find((known) => known === name);
}

function calloutTokens(quote: readonly Token[], name: CalloutName, context: ReadingContext): Token[] {
  const [open, paragraphOpen, inline, paragraphClose, ...rest] = quote;
  const close = rest.pop();
  if (!open || !paragraphOpen || !inline || !paragraphClose || !close) return [...quote];
  const closed = closedCallouts.has(name);
  const label = `<${closed ? 'summary' : 'p'} class="study-label">${escapeHtml(context.labels[name])}</${closed ? 'summary' : 'p'}>`;
  const text = inline.content.includes('\n') ? [paragraphOpen, withLinks(withoutFirstLine(inline), context), paragraphClose] : [];
  return [
    changed(open, { tag: closed ? 'details' : 'div', attrs: withClass(open, `study-callout study-${name.toLowerCase()}`) }),
    html(open, label),
    ...text,
    ...rest.map((token) => withLinks(token, context)),
    changed(close, { tag: closed ? 'details' : 'div' }),
  ];
}

/** A task list that mixes done and open items: what the card rules call multiple choice. */
function isChoiceList(list: readonly Token[]): boolean {
  const marks = list.flatMap((token, i) => (token.type === 'list_item_open' && token.level === 1 ? [choiceMark(list[i + 2])] : []));
  return marks.length >= 2 && marks.every(Boolean) && marks.includes('right') && marks.includes('wrong');
}

function choiceMark(inline: Token | undefined): 'right' | 'wrong' | undefined {
  const mark = inline?.type === 'inline' ? /^\[([ xX])\]\s/.exec(inline.content)?.[1] : undefined;
  return mark === undefined ? undefined : mark === ' ' ? 'wrong' : 'right';
}

/** Each option folds out to its verdict and reason, so that one can choose before looking. */
function choiceTokens(list: readonly Token[], context: ReadingContext): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < list.length; i++) {
    const token = list[i];
    if (!token) continue;
    if (i === 0) {
      result.push(changed(token, { attrs: withClass(token, 'study-choices') }));
    } else if (token.type === 'list_item_open' && token.level === 1) {
      const end = closing(list, i);
      const [, , inline, , ...rest] = list.slice(i, end);
      const close = list[end];
      if (!inline || !close) continue;
      const mark = choiceMark(inline) ?? 'wrong';
      const [option, reason] = splitAtLineBreak(withoutMark(inline));
      const verdict = `<strong class="study-${mark}">${escapeHtml(context.labels[mark])}</strong> `;
      result.push(
        token,
        html(token, '<details><summary>'),
        withLinks(option, context),
        html(token, `</summary><p>${verdict}`),
        ...(reason ? [withLinks(reason, context)] : []),
        html(token, '</p>'),
        ...rest.map((other) => withLinks(other, context)),
        html(token, '</details>'),
        close,
      );
      i = end;
    } else {
      result.push(token);
    }
  }
  return result;
}

function withoutMark(inline: Token): Token {
  const [first, ...rest] = inline.children ?? [];
  if (!first) return inline;
  // A task-list plugin of another extension may already have made the mark a check box.
  const children = first.type === 'text' ? [changed(first, { content: first.content.replace(/^\[[ xX]\]\s+/, '') }), ...rest] : rest;
  return changed(inline, { children });
}

function withoutFirstLine(inline: Token): Token {
  const children = inline.children ?? [];
  const end = children.findIndex((child) => child.type === 'softbreak' || child.type === 'hardbreak');
  return changed(inline, { children: end < 0 ? [] : children.slice(end + 1) });
}

function splitAtLineBreak(inline: Token): [Token, Token | undefined] {
  const children = inline.children ?? [];
  const end = children.findIndex((child) => child.type === 'softbreak' || child.type === 'hardbreak');
  if (end < 0) return [inline, undefined];
  return [changed(inline, { children: children.slice(0, end) }), changed(inline, { children: children.slice(end + 1) })];
}

function withLinks(token: Token, context: ReadingContext): Token {
  if (token.type !== 'inline' || !token.children?.some((child) => child.type === 'link_open')) return token;
  return changed(token, {
    children: token.children.map((child) => {
      const href = child.type === 'link_open' ? context.hrefOf(child.attrGet('href') ?? '') : undefined;
      return href === undefined ? child : changed(child, { attrs: (child.attrs ?? []).map(([name, value]) => [name, name === 'href' ? href : value]) });
    }),
  });
}

/** An earlier rendering may have left classes on the cached token; a second `class` attribute would not count. */
function withClass(token: Token, className: string): [string, string][] {
  const others = (token.attrs ?? []).filter(([name]) => name !== 'class');
  return [...others, ['class', [className, token.attrGet('class')].filter(Boolean).join(' ')]];
}

function changed(token: Token, changes: Partial<Token>): Token {
  const copy: Token = Object.create(Object.getPrototypeOf(token));
  return Object.assign(copy, token, changes);
}

/** As inline HTML: the preview puts an element for its source map before every block of HTML. */
function html(like: Token, content: string): Token {
  return changed(like, { type: 'html_inline', tag: '', nesting: 0, attrs: null, children: null, content, map: null });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
