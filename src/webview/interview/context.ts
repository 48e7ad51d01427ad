import type { FromPage, Kept, Press, Words } from './protocol';

/** What every screen may ask for. */
export interface Context {
  readonly interview: string;
  readonly title: string;
  readonly words: Words;
  readonly post: (message: FromPage) => void;
  /** Keeps what is being typed where a crash of the extension does not reach it. */
  readonly keep: (typed: Kept) => void;
  /** What was typed here and may be later than what the extension knows. */
  readonly kept: () => Kept | undefined;
  readonly press: (key: Press) => void;
}

/** A screen, and what a keyboard does in it. */
export interface Screen {
  readonly root: HTMLElement;
  /** By `event.code`, with Alt. */
  readonly altKeys?: Readonly<Record<string, () => void>>;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly primary?: () => void;
  /** What takes the focus when the screen is new. */
  readonly focus?: HTMLElement;
  /** Every second. */
  readonly tick?: () => void;
}
