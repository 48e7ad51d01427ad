import * as vscode from 'vscode';
import { optionOrder } from '../../core/quiz/optionOrder';
import type { Card, CardContent, CardOption, Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { inlineText } from './inlineText';

/** A card as this quiz asks it: its options in the order shown, everything rendered. */
export interface PreparedCard {
  readonly note: Note;
  readonly card: Card;
  readonly content: CardContent;
  /** The question that this one follows up. */
  readonly parentFront?: string;
  readonly options: readonly PreparedOption[];
  readonly stemHtml: string;
  readonly hintHtml: string;
  readonly answerHtml: string;
  readonly trapHtml: string;
}

export interface PreparedOption extends CardOption {
  /** One line without Markdown, for the pick. */
  readonly line: string;
  readonly html: string;
  readonly reasonHtml: string;
}

/** `undefined` where the card is gone from its note. */
export async function prepareCard(cardId: string, library: Library, seed: number): Promise<PreparedCard | undefined> {
  const found = library.index.card(cardId);
  const content = found && (await library.contentOf(cardId));
  if (!found || !content) return undefined;
  const shown = optionOrder(content.options.length, seed, cardId).flatMap((index) => content.options[index] ?? []);
  const [stemHtml, hintHtml, answerHtml, trapHtml, ...optionHtml] = await Promise.all(
    [content.stem, content.hint ?? '', content.answer, content.trap ?? '', ...shown.flatMap(({ text, reason }) => [text, reason])].map(render),
  );
  return {
    note: found.note,
    card: found.card,
    content,
    parentFront: found.note.cards.find((card) => card.anchor === found.card.parent)?.front,
    options: shown.map((option, i) => ({ ...option, line: inlineText(option.text), html: optionHtml[2 * i] ?? '', reasonHtml: optionHtml[2 * i + 1] ?? '' })),
    stemHtml: stemHtml ?? '',
    hintHtml: hintHtml ?? '',
    answerHtml: answerHtml ?? '',
    trapHtml: trapHtml ?? '',
  };
}

/** Markdown as the built-in preview renders it. Unsafe until the page has sanitised it. */
async function render(markdown: string): Promise<string> {
  if (markdown.trim() === '') return '';
  const html: unknown = await vscode.commands.executeCommand('markdown.api.render', markdown);
  return typeof html === 'string' ? html : '';
}
