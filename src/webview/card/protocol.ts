/** The conversation between the quiz and its card view. The page owns it; texts in `…Html` are unsafe until the page has sanitised them. */
export type ToCard = ShowCard | Message<'clear'> | Message<'scroll'>;

export type FromCard = Message<'ready'> | { readonly type: 'openLink'; readonly href: string };

interface Message<Type extends string> {
  readonly type: Type;
}

export interface ShowCard {
  readonly type: 'show';
  /** Title of the note: many notes ask "What is it?". */
  readonly context: string;
  /** The question that this one follows up. */
  readonly parent?: string;
  readonly front: string;
  /** In place of `front`: a text with gaps between `gapMarks`. */
  readonly clozeHtml?: string;
  readonly stemHtml: string;
  readonly code?: NumberedCode;
  readonly options: readonly ShownOption[];
  readonly hint?: LabelledHtml;
  /** Lines typed so far. */
  readonly typed?: { readonly label: string; readonly lines: readonly string[] };
  /** Present once the answer is shown. */
  readonly answer?: ShownAnswer;
  /** Pixels at the top that the quick pick covers. */
  readonly covered: number;
}

/** Code with a number before each line. */
export interface NumberedCode {
  readonly html: string;
  readonly lines: number;
  readonly marks: readonly LineMark[];
}

export interface LineMark {
  /** 1-based. */
  readonly line: number;
  readonly correct: boolean;
  /** "Line 3: here is the fault." */
  readonly label: string;
}

export interface ShownOption {
  /** What to press for it. */
  readonly key: string;
  readonly html: string;
  /** Present once the answer is shown. */
  readonly verdict?: { readonly correct: boolean; readonly chosen: boolean; readonly label: string; readonly reasonHtml: string };
}

export interface ShownAnswer {
  readonly html: string;
  readonly difference?: ShownDifference;
  readonly points?: { readonly label: string; readonly items: readonly string[] };
  readonly trap?: LabelledHtml;
}

/** What was typed, beside what was expected. */
export interface ShownDifference {
  readonly label: string;
  readonly isRight: boolean;
  readonly isCode: boolean;
  readonly pieces: readonly { readonly kind: 'same' | 'missing' | 'extra'; readonly text: string }[];
  /** What a screen reader says before pieces that are not the same. */
  readonly kinds: { readonly missing: string; readonly extra: string };
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
  return typeof message === 'object' && message !== null && 'type' in message && (message.type === 'show' || message.type === 'clear' || message.type === 'scroll');
}
