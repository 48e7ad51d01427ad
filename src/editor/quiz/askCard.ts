import * as vscode from 'vscode';
import type { Rating } from '../../core/quiz/quizSession';
import type { GradeChoice } from '../../core/review/scheduler';
import { describeInterval } from './describeInterval';
import type { CardView } from './cardView';
import { inlineText } from './inlineText';
import type { KeyButton, KeyPick } from './keyPick';
import type { PreparedCard } from './preparedCard';
import { shownAnswer, shownQuestion } from './shownCard';

/** What the user did with a card. Everything but `graded` leaves it unanswered. */
export type Outcome =
  | { readonly type: 'graded'; readonly rating: Rating; readonly milliseconds: number }
  | { readonly type: 'paused' }
  | { readonly type: 'openNote' }
  | { readonly type: 'undo' };

export interface AskedCard {
  readonly prepared: PreparedCard;
  /** "3 of 20 · python / concurrency". */
  readonly place: string;
  readonly canUndo: boolean;
  readonly choices: () => readonly GradeChoice[];
  readonly now: () => number;
}

/** Asks one card: question, answer with its explanation, grade. */
export async function askCard(asked: AskedCard, pick: KeyPick, view: CardView): Promise<Outcome> {
  const started = asked.now();
  const answer = await askQuestion(asked, pick, view);
  if (answer.type !== 'answered') return answer;
  const milliseconds = asked.now() - started;
  const grade = await askGrade(asked, answer.chosen, pick, view);
  return grade.type === 'rated' ? { type: 'graded', rating: grade.rating, milliseconds } : grade;
}

type Interruption = Exclude<Outcome, { type: 'graded' }>;

async function askQuestion(asked: AskedCard, pick: KeyPick, view: CardView): Promise<Interruption | { type: 'answered'; chosen: readonly number[] }> {
  const { prepared, place } = asked;
  const hint: KeyButton = { key: 'h', icon: 'lightbulb', tooltip: vscode.l10n.t('Hint') };
  let withHint = false;
  for (;;) {
    view.show(shownQuestion(prepared, place, withHint));
    const reply = await pick.ask<number>({
      title: place,
      prompt: withHint ? inlineText(`${prepared.content.front} (${vscode.l10n.t('Hint')}: ${prepared.content.hint ?? ''})`) : prepared.content.front,
      placeholder: prepared.options.length > 0 ? vscode.l10n.t('Press a number, or choose') : vscode.l10n.t('Answer in your mind or aloud, then press Enter'),
      choices:
        prepared.options.length > 0
          ? prepared.options.map(({ line }, i) => ({ value: i, label: line, numbered: true }))
          : [{ value: -1, label: vscode.l10n.t('Show the answer') }],
      several: prepared.options.filter(({ correct }) => correct).length > 1,
      buttons: [...(prepared.content.hint && !withHint ? [hint] : []), ...commonButtons(asked.canUndo)],
    });
    if (reply.type === 'key' && reply.key === 'h') withHint = true;
    else if (reply.type === 'chosen') return { type: 'answered', chosen: reply.values.filter((value) => value >= 0) };
    else return interruption(reply);
  }
}

async function askGrade(asked: AskedCard, chosen: readonly number[], pick: KeyPick, view: CardView): Promise<Interruption | { type: 'rated'; rating: Rating }> {
  const { prepared, place } = asked;
  const verdict = verdictOf(prepared, chosen);
  view.show(shownAnswer(prepared, place, chosen));
  const labels: Record<Rating, string> = { 1: vscode.l10n.t('Again'), 2: vscode.l10n.t('Hard'), 3: vscode.l10n.t('Good'), 4: vscode.l10n.t('Easy') };
  const reply = await pick.ask<Rating>({
    title: place,
    prompt: verdict.text,
    placeholder: vscode.l10n.t('How well did you know it? Press 1 to 4'),
    choices: asked.choices().map(({ rating, interval }) => ({ value: rating, label: labels[rating], description: describeInterval(interval), numbered: true })),
    suggested: verdict.suggested,
    buttons: commonButtons(asked.canUndo),
  });
  if (reply.type !== 'chosen') return interruption(reply);
  return { type: 'rated', rating: reply.values[0] ?? verdict.suggested };
}

/** Says whether the choice was right and why; for other cards the question again, since the card view shows the answer. */
function verdictOf(prepared: PreparedCard, chosen: readonly number[]): { text: string; suggested: Rating } {
  if (prepared.options.length === 0) return { text: prepared.content.front, suggested: 3 };
  const right = prepared.options.flatMap((option, i) => (option.correct ? [{ ...option, number: i + 1 }] : []));
  const isRight = right.length === chosen.length && right.every(({ number }) => chosen.includes(number - 1));
  if (isRight) return { text: shortened(`${vscode.l10n.t('Right.')} ${inlineText(right[0]?.reason ?? '')}`), suggested: 3 };
  const missed = vscode.l10n.t('Wrong. Right is: {0}.', right.map(({ number, line }) => `${number} ${line}`).join('; '));
  const reason = prepared.options[chosen.find((i) => !prepared.options[i]?.correct) ?? -1]?.reason ?? '';
  return { text: shortened(`${missed} ${inlineText(reason)}`), suggested: 1 };
}

/** The pick's prompt is for two lines at most; every reason stands in the card view in full. */
function shortened(text: string): string {
  const most = 150;
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`;
}

function commonButtons(canUndo: boolean): KeyButton[] {
  const open = { key: 'o', icon: 'book', tooltip: vscode.l10n.t('Open the note (pauses the quiz)') };
  const undo = { key: 'u', icon: 'discard', tooltip: vscode.l10n.t('Undo the last answer') };
  return canUndo ? [open, undo] : [open];
}

function interruption(reply: { type: 'hidden' } | { type: 'key'; key: string } | { type: 'chosen' }): Interruption {
  if (reply.type === 'key' && reply.key === 'o') return { type: 'openNote' };
  if (reply.type === 'key' && reply.key === 'u') return { type: 'undo' };
  return { type: 'paused' };
}
