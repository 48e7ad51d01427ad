import type { Span, StyledText } from './styledText';

export interface InlineText extends StyledText {
  /** Labels of the footnotes referred to, in order. */
  readonly footnotes: readonly string[];
}

type Token =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string; partner?: number; closes?: boolean }
  | { readonly kind: 'bracket'; readonly text: string; readonly image: boolean; closed?: boolean }
  | { readonly kind: 'link'; readonly opener: number; readonly target: string; readonly to: 'web' | 'note' | 'none' };

const entities = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0'], ['ndash', '–'], ['mdash', '—'], ['times', '×'], ['hellip', '…']]);
/** Most cells have none of these and are plain text. */
const special = /[\\`[\]<&*_~]|https?:/i;
const plainStretch = /[^\\`[\]<&*_~!hH]+/y;
/** Longer ones are no addresses, and the limit keeps hostile cells linear. */
const longestTarget = 2_000;

/**
 * Reads the Markdown of one table cell (CommonMark's inline rules, without raw HTML, which stays visible text; `<br>` is a new line).
 * Only `http:` and `https:` addresses and paths of notes become links.
 */
export function readInline(markdown: string): InlineText {
  if (!special.test(markdown)) return { text: markdown, spans: [], footnotes: [] };
  const footnotes: string[] = [];
  return { ...joinTokens(readTokens(markdown, footnotes)), footnotes };
}

/** The visible text alone. */
export function visibleText(markdown: string): string {
  return readInline(markdown).text.trim();
}

function readTokens(source: string, footnotes: string[]): Token[] {
  const tokens: Token[] = [];
  const brackets: number[] = [];
  const openMarks = new Map<string, number[]>();
  const absentFences = new Set<number>();
  let plain = '';
  const flush = () => {
    if (plain !== '') tokens.push({ kind: 'text', text: plain });
    plain = '';
  };
  const push = (token: Token) => {
    flush();
    tokens.push(token);
    return tokens.length - 1;
  };
  let at = 0;
  while (at < source.length) {
    plainStretch.lastIndex = at;
    const stretch = plainStretch.exec(source);
    if (stretch !== null) {
      plain += stretch[0];
      at += stretch[0].length;
      continue;
    }
    const character = source.charAt(at);
    const rest = (pattern: RegExp) => {
      pattern.lastIndex = at;
      return pattern.exec(source);
    };
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(at + 1))) {
      plain += source.charAt(at + 1);
      at += 2;
    } else if (character === '`') {
      const fence = rest(/`+/y)?.[0].length ?? 1;
      const close = absentFences.has(fence) ? -1 : closingFence(source, at + fence, fence);
      if (close < 0) {
        absentFences.add(fence);
        plain += '`'.repeat(fence);
        at += fence;
      } else {
        const inside = source.slice(at + fence, close);
        const padded = /^ .*[^ ].* $/s.test(inside);
        push({ kind: 'code', text: padded ? inside.slice(1, -1) : inside });
        at = close + fence;
      }
    } else if (character === '[') {
      const footnote = rest(/\[\^([^\]\s[]{1,100})\]/y);
      const wiki = rest(/\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{1,500}))?\]\]/y);
      if (footnote?.[1] !== undefined) {
        footnotes.push(footnote[1]);
        at += footnote[0].length;
      } else if (wiki?.[1] !== undefined) {
        const opener = push({ kind: 'bracket', text: '', image: false, closed: true });
        tokens.push({ kind: 'text', text: wiki[2] ?? wiki[1] });
        tokens.push({ kind: 'link', opener, target: wiki[1].trim(), to: 'note' });
        at += wiki[0].length;
      } else {
        brackets.push(push({ kind: 'bracket', text: '[', image: false }));
        at += 1;
      }
    } else if (character === '!' && source.charAt(at + 1) === '[' && source.charAt(at + 2) !== '^') {
      brackets.push(push({ kind: 'bracket', text: '![', image: true }));
      at += 2;
    } else if (character === ']') {
      const opener = brackets.pop();
      const link = opener === undefined ? undefined : readTarget(source, at + 1);
      const bracket = opener === undefined ? undefined : tokens[opener];
      if (link === undefined || opener === undefined || bracket?.kind !== 'bracket') {
        plain += ']';
        at += 1;
      } else {
        bracket.closed = true;
        push({ kind: 'link', opener, target: link.target, to: bracket.image ? 'none' : linkKind(link.target) });
        at = link.end;
      }
    } else if (character === '<') {
      const br = rest(/<br\s?\/?>/iy);
      const comment = rest(/<!--/y) === null ? -1 : source.indexOf('-->', at + 4);
      const address = rest(/<(https?:\/\/[^\s<>]{1,2000})>/iy);
      if (br !== null) {
        plain += '\n';
        at += br[0].length;
      } else if (comment >= 0) {
        at = comment + 3;
      } else if (address?.[1] !== undefined) {
        pushAddress(address[1]);
        at += address[0].length;
      } else {
        plain += '<';
        at += 1;
      }
    } else if (character === '&') {
      const entity = rest(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,8}));/y);
      const read = entity === null ? undefined : readEntity(entity[1], entity[2], entity[3]);
      plain += read ?? '&';
      at += read === undefined ? 1 : (entity?.[0].length ?? 1);
    } else if ((character === 'h' || character === 'H') && !/[\p{L}\p{N}]/u.test(source.charAt(at - 1)) && rest(/https?:\/\/[^\s<>|]/iy) !== null && brackets.length === 0) {
      const address = (rest(/https?:\/\/[^\s<>`[\]]{1,2000}/iy)?.[0] ?? '').replace(/[?!.,:*_~'")]+$/, '');
      pushAddress(address);
      at += address.length;
    } else if (character === '*' || character === '_' || character === '~') {
      const run = rest(/\*+|_+|~+/y)?.[0] ?? character;
      readMarks(run);
      at += run.length;
    } else {
      plain += character;
      at += 1;
    }
  }
  flush();
  return tokens;

  function pushAddress(address: string): void {
    const opener = push({ kind: 'bracket', text: '', image: false, closed: true });
    tokens.push({ kind: 'text', text: address });
    tokens.push({ kind: 'link', opener, target: address, to: 'web' });
  }

  /** Emphasis by its flanks: opens before a non-space, closes after one; `_` never inside a word, `~` only doubled. */
  function readMarks(run: string): void {
    const before = source.charAt(at - 1);
    const after = source.charAt(at + run.length);
    const width = run.length === 1 || run.length === 2 ? run.length : 0;
    const insideWord = run.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (width === 0 || insideWord || (run.startsWith('~') && width === 1)) {
      plain += run;
      return;
    }
    const open = openMarks.get(run) ?? [];
    const index = push({ kind: 'mark', text: run });
    const opener = before !== '' && !/\s/.test(before) ? open.pop() : undefined;
    const [first, second] = [opener === undefined ? undefined : tokens[opener], tokens[index]];
    if (first?.kind === 'mark' && second?.kind === 'mark' && opener !== undefined) {
      first.partner = index;
      second.partner = opener;
      second.closes = true;
    } else if (after !== '' && !/\s/.test(after)) {
      open.push(index);
    }
    openMarks.set(run, open);
  }
}

function joinTokens(tokens: readonly Token[]): StyledText {
  let text = '';
  const spans: Span[] = [];
  const starts = new Map<number, number>();
  tokens.forEach((token, index) => {
    starts.set(index, text.length);
    switch (token.kind) {
      case 'text':
        text += token.text;
        break;
      case 'code':
        spans.push({ start: text.length, end: text.length + token.text.length, style: 'code' });
        text += token.text;
        break;
      case 'mark':
        if (token.partner === undefined) text += token.text;
        else if (token.closes === true) spans.push({ start: starts.get(token.partner) ?? 0, end: text.length, style: markStyle(token.text) });
        break;
      case 'bracket':
        if (token.closed !== true) text += token.text;
        break;
      case 'link':
        if (token.to !== 'none') spans.push({ start: starts.get(token.opener) ?? 0, end: text.length, style: 'link', target: token.target, to: token.to });
        break;
    }
  });
  return { text, spans: spans.filter((span) => span.end > span.start) };
}

function markStyle(mark: string): 'strong' | 'emphasis' | 'strike' {
  if (mark.startsWith('~')) return 'strike';
  return mark.length === 2 ? 'strong' : 'emphasis';
}

function closingFence(source: string, from: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let run = runs.exec(source); run !== null; run = runs.exec(source)) {
    if (run[0].length === length) return run.index;
  }
  return -1;
}

/** What follows a link's `]`: `(target "title")`. */
function readTarget(source: string, at: number): { readonly target: string; readonly end: number } | undefined {
  if (source.charAt(at) !== '(') return undefined;
  const window = source.slice(at + 1, at + 1 + longestTarget);
  let depth = 0;
  for (let index = 0; index < window.length; index += 1) {
    const character = window.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      if (depth === 0) {
        const inside = window.slice(0, index).trim();
        const target = inside.startsWith('<') ? inside.slice(1, Math.max(1, inside.indexOf('>'))) : (inside.split(/\s/, 1)[0] ?? '');
        return { target, end: at + index + 2 };
      }
      depth -= 1;
    }
  }
  return undefined;
}

/** Other schemes (`javascript:`, `command:`, `file:`, `data:`) lead nowhere: their text stays, the link does not. */
function linkKind(target: string): 'web' | 'note' | 'none' {
  if (/^https?:\/\/[^\s]/i.test(target)) return 'web';
  return target === '' || /^[a-z][a-z0-9+.-]*:/i.test(target) || /^[/\\]/.test(target) || /[\p{Cc}]/u.test(target) ? 'none' : 'note';
}

function readEntity(decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string | undefined {
  if (name !== undefined) return entities.get(name);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
