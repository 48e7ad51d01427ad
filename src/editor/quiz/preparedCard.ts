import * as vscode from 'vscode';
import { clozeText } from '../../core/quiz/clozeText';
import { optionOrder } from '../../core/quiz/optionOrder';
import { wayToAsk, type WayToAsk } from '../../core/quiz/wayToAsk';
import type { Card, CardContent, CardOption, Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { inlineText } from './inlineText';

/** A card as this quiz asks it: its options in the order shown, everything rendered. */
export interface PreparedCard {
  readonly note: Note;
  readonly card: Card;
  readonly content: CardContent;
  readonly way: WayToAsk;
  /** The question that this one follows up. */
  readonly parentFront?: string;
  readonly options: readonly PreparedOption[];
  readonly stemHtml: string;
  /** Of a card with a bug: its code alone. Else empty. */
  readonly codeHtml: string;
  /** Of a text with gaps, blank and filled in. */
  readonly cloze?: { readonly askedHtml: string; readonly answeredHtml: string };
  readonly hintHtml: string;
  readonly answerHtml: string;
  /** The answer without what was to be typed, for who typed it right. */
  readonly explanationHtml: string;
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
  const { note, card } = found;
  const way = allowed(wayToAsk(card, content));
  const shown = optionOrder(content.options.length, seed, cardId).flatMap((index) => content.options[index] ?? []);
  const [stemHtml, codeHtml, hintHtml, answerHtml, explanationHtml, trapHtml] = await Promise.all([
    render(way.type === 'bug' ? way.intro : content.stem),
    way.type === 'bug' ? render(fenced(way.lines, way.info)) : '',
    // Gaps show their hints themselves.
    way.type === 'cloze' ? '' : render(content.hint ?? ''),
    // The filled text stands in the place of the question.
    way.type === 'cloze' ? '' : render(content.answer),
    way.type === 'output' ? render(way.explanation) : '',
    render(content.trap ?? ''),
  ]);
  const options = await Promise.all(
    shown.map(async (option) => ({ ...option, line: inlineText(option.text), html: await render(option.text), reasonHtml: await render(option.reason) })),
  );
  const parentFront = note.cards.find(({ anchor }) => anchor === card.parent)?.front;
  const cloze = way.type === 'cloze' ? await renderCloze(note, card, library) : undefined;
  return { note, card, content, way, parentFront, options, stemHtml, codeHtml, cloze, hintHtml, answerHtml, explanationHtml, trapHtml };
}

/** Who does not want to type is shown the answer instead. */
function allowed(way: WayToAsk): WayToAsk {
  const isTyped = way.type === 'typed' || way.type === 'output';
  return isTyped && !vscode.workspace.getConfiguration('interviewStudy').get('typeAnswers', true) ? { type: 'reveal' } : way;
}

async function renderCloze(note: Note, card: Card, library: Library): Promise<PreparedCard['cloze']> {
  const text = await library.textOf(note);
  const { asked, answered } = clozeText(text.slice(card.range.start, card.range.end), card);
  return { askedHtml: await render(asked), answeredHtml: await render(answered) };
}

function fenced(lines: readonly string[], info: string): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${info}\n${text}\n${mark}`;
}

/** Markdown as the built-in preview renders it. Unsafe until the page has sanitised it. */
async function render(markdown: string): Promise<string> {
  if (markdown.trim() === '') return '';
  const html: unknown = await vscode.commands.executeCommand('markdown.api.render', markdown);
  return typeof html === 'string' ? html : '';
}
