/** The conversation between the quiz and its card view. The page owns it; texts in `…Html` are unsafe until the page has sanitised them. */
export type ToCard = ShowCard | Message<'clear'>;

export type FromCard = Message<'ready'> | { readonly type: 'openLink'; readonly href: string };

interface Message<Type extends string> {
  readonly type: Type;
}

export interface ShowCard {
  readonly type: 'show';
  /** "3 of 20 · python / concurrency". */
  readonly place: string;
  /** The question that this one follows up. */
  readonly parent?: string;
  readonly front: string;
  readonly stemHtml: string;
  readonly options: readonly ShownOption[];
  readonly hint?: LabelledHtml;
  /** Present once the answer is shown. */
  readonly answer?: ShownAnswer;
  /** Pixels at the top that the quick pick covers. */
  readonly covered: number;
}

export interface ShownOption {
  /** What to press for it. */
  readonly key: string;
  readonly html: string;
  /** Present once the answer is shown. */
  readonly verdict?: { readonly correct: boolean; readonly chosen: boolean; readonly label: string; readonly reasonHtml: string };
}

export interface ShownAnswer {
  readonly verdict?: { readonly correct: boolean; readonly label: string };
  readonly html: string;
  readonly points?: { readonly label: string; readonly items: readonly string[] };
  readonly trap?: LabelledHtml;
}

export interface LabelledHtml {
  readonly label: string;
  readonly html: string;
}

/** Checks what came out of the page: anything else is ignored. */
export function isFromCard(message: unknown): message is FromCard {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'ready') return true;
  return message.type === 'openLink' && 'href' in message && typeof message.href === 'string' && message.href.length <= 2000;
}

/** Checks what came into the page. */
export function isToCard(message: unknown): message is ToCard {
  return typeof message === 'object' && message !== null && 'type' in message && (message.type === 'show' || message.type === 'clear');
}
