import * as vscode from 'vscode';
import type { Rating } from '../../core/quiz/quizSession';
import type { GradeChoice } from '../../core/review/scheduler';
import { askToType } from './answerBox';
import { cardButtons, interruptionBy, type Interruption } from './cardButtons';
import type { CardView } from './cardView';
import { gradeLabel } from '../gradeLabel';
import { describeInterval } from '../describeInterval';
import { inlineText } from './inlineText';
import type { Choice, KeyPick } from '../keyPick';
import type { PreparedCard } from './preparedCard';
import { shownAnswer, shownQuestion } from './shownCard';
import { verdictOf, type Given } from './verdict';

/** What the user did with a card. Everything but `graded` leaves it unanswered. */
export type Outcome = { readonly type: 'graded'; readonly rating: Rating; readonly milliseconds: number } | Interruption;

export interface AskedCard {
  readonly prepared: PreparedCard;
  /** "3 of 20 · python / concurrency". */
  readonly place: string;
  readonly canUndo: boolean;
  readonly isFlagged: () => boolean;
  /** Sets or removes the flag. */
  readonly flag: () => Promise<void>;
  readonly choices: () => readonly GradeChoice[];
  /** The answer moves nothing in the schedule. */
  readonly practice: boolean;
  readonly now: () => number;
}

/** The pick keeps the focus, so it scrolls the card for the keyboard. */
function scrolling(view: CardView): Record<string, () => void> {
  return { ' ': () => view.scroll() };
}

type Answered = { readonly type: 'answered'; readonly given: Given };

/** Asks one card: question, answer with its explanation, grade. */
export async function askCard(asked: AskedCard, pick: KeyPick, view: CardView): Promise<Outcome> {
  const started = asked.now();
  const { way } = asked.prepared;
  const answer = way.type === 'typed' || way.type === 'output' ? await askToTypeAnswer(asked, way.type === 'output' && way.expected.length > 1, view) : await askToChoose(asked, pick, view);
  if (answer.type !== 'answered') return answer;
  const milliseconds = asked.now() - started;
  const grade = await askGrade(asked, answer.given, pick, view);
  return grade.type === 'rated' ? { type: 'graded', rating: grade.rating, milliseconds } : grade;
}

async function askToChoose(asked: AskedCard, pick: KeyPick, view: CardView): Promise<Interruption | Answered> {
  const { prepared, place } = asked;
  const shown = choicesOf(prepared);
  let withHint = false;
  let marked: readonly Given[] = [];
  for (;;) {
    view.show(shownQuestion(prepared, { withHint }));
    const reply = await pick.ask<Given>({
      title: place,
      prompt: promptOf(prepared, withHint),
      ...shown,
      marked,
      keys: scrolling(view),
      buttons: cardButtons({ ...asked, isFlagged: asked.isFlagged(), withHint }),
    });
    if (reply.type === 'key') marked = reply.marked;
    if (reply.type === 'key' && reply.key === 'h') withHint = true;
    else if (reply.type === 'key' && reply.key === 'f') await asked.flag();
    else if (reply.type === 'chosen') return { type: 'answered', given: merged(reply.values) };
    else return interruptionBy(reply.type === 'key' ? reply.key : undefined);
  }
}

function choicesOf({ way, options }: PreparedCard): { choices: Choice<Given>[]; placeholder: string; several?: boolean } {
  switch (way.type) {
    case 'choice': {
      const several = options.filter(({ correct }) => correct).length > 1;
      return {
        choices: options.map(({ line }, i) => ({ value: { type: 'options', chosen: [i] }, label: line, number: i + 1 })),
        placeholder: several ? vscode.l10n.t('Press the numbers of all that are right, then Enter') : vscode.l10n.t('Press a number, or choose'),
        several,
      };
    }
    case 'bug': {
      const choices = way.lines.flatMap((line, i): Choice<Given>[] => (line.trim() === '' ? [] : [{ value: { type: 'line', line: i + 1 }, label: unbroken(line), number: i + 1 }]));
      return { choices, placeholder: way.lines.length > 9 ? vscode.l10n.t('Type the number of the wrong line, then Enter') : vscode.l10n.t('Press the number of the wrong line') };
    }
    default:
      return { choices: [{ value: { type: 'seen' }, label: vscode.l10n.t('Show the answer') }], placeholder: vscode.l10n.t('Answer in your mind or aloud, then press Enter') };
  }
}

/** A row of a pick would swallow the indent of code. */
function unbroken(line: string): string {
  return line.trimEnd().replace(/^\s+/, (indent) => indent.replace(/\t/g, '\u00a0\u00a0\u00a0\u00a0').replace(/ /g, '\u00a0'));
}

function merged(values: readonly Given[]): Given {
  const chosen = values.flatMap((given) => (given.type === 'options' ? given.chosen : []));
  return chosen.length > 0 ? { type: 'options', chosen } : (values[0] ?? { type: 'seen' });
}

/** An output of several lines is typed line by line; an empty one ends it. Nothing typed at all asks for the answer. */
async function askToTypeAnswer(asked: AskedCard, hasLines: boolean, view: CardView): Promise<Interruption | Answered> {
  const { prepared, place } = asked;
  const takeBack = { key: 'back', icon: 'remove', tooltip: vscode.l10n.t('Take the last line back') };
  let withHint = false;
  let value = '';
  let lines: readonly string[] = [];
  for (;;) {
    view.show(shownQuestion(prepared, { withHint, typed: lines }));
    const reply = await askToType({
      title: place,
      prompt: promptOf(prepared, withHint),
      placeholder: typingHelp(prepared, hasLines, lines.length),
      value,
      buttons: [...(lines.length > 0 ? [takeBack] : []), ...cardButtons({ ...asked, isFlagged: asked.isFlagged(), withHint })],
    });
    value = reply.value;
    if (reply.type === 'typed') {
      const isDone = value.trim() === '' || !hasLines;
      if (value.trim() !== '') lines = [...lines, value];
      if (isDone) return { type: 'answered', given: lines.length === 0 ? { type: 'seen' } : { type: 'typed', lines } };
      value = '';
    } else if (reply.type === 'hidden') return interruptionBy(undefined);
    else if (reply.key === 'h') withHint = true;
    else if (reply.key === 'f') await asked.flag();
    else if (reply.key === takeBack.key) [value, lines] = [lines.at(-1) ?? '', lines.slice(0, -1)];
    else return interruptionBy(reply.key);
  }
}

function typingHelp({ way }: PreparedCard, hasLines: boolean, typed: number): string {
  if (hasLines) return typed === 0 ? vscode.l10n.t('Type the output line by line; an empty line ends it') : vscode.l10n.t('Line {0}, or Enter when the output is complete', typed + 1);
  return way.type === 'output' ? vscode.l10n.t('Type what it prints, or press Enter to see it') : vscode.l10n.t('Type the answer, or press Enter to see it');
}

function promptOf({ content }: PreparedCard, withHint: boolean): string {
  return withHint ? inlineText(`${content.front} (${vscode.l10n.t('Hint')}: ${content.hint ?? ''})`) : content.front;
}

/** Practice moves nothing: only what was forgotten comes again, in the same sitting. */
function practiceText(rating: Rating): string | undefined {
  return rating === 1 ? vscode.l10n.t('asked again in this quiz') : undefined;
}

async function askGrade(asked: AskedCard, given: Given, pick: KeyPick, view: CardView): Promise<Interruption | { readonly type: 'rated'; readonly rating: Rating }> {
  const { prepared, place } = asked;
  const verdict = verdictOf(prepared, given);
  view.show(shownAnswer(prepared, given, verdict));
  for (;;) {
    const reply = await pick.ask<Rating>({
      title: place,
      prompt: verdict.text,
      placeholder: vscode.l10n.t('How well did you know it? Press 1 to 4; Space scrolls the card'),
      choices: asked.choices().map(({ rating, interval }) => ({ value: rating, label: gradeLabel(rating), description: asked.practice ? practiceText(rating) : describeInterval(interval), number: rating })),
      suggested: verdict.suggested,
      keys: scrolling(view),
      buttons: cardButtons({ ...asked, isFlagged: asked.isFlagged() }),
    });
    if (reply.type === 'key' && reply.key === 'f') await asked.flag();
    else if (reply.type === 'chosen') return { type: 'rated', rating: reply.values[0] ?? verdict.suggested };
    else return interruptionBy(reply.type === 'key' ? reply.key : undefined);
  }
}
