import * as vscode from 'vscode';
import { difference, type Difference } from '../../core/quiz/difference';
import type { Rating } from '../../core/quiz/quizSession';
import { suggestedGrade } from '../../core/quiz/suggestedGrade';
import { printedLines } from '../../core/quiz/wayToAsk';
import { inlineText } from './inlineText';
import type { PreparedCard } from './preparedCard';

/** What the user answered. `seen`: nothing, the answer was asked for. */
export type Given =
  | { readonly type: 'seen' }
  /** Indexes of the options as shown. */
  | { readonly type: 'options'; readonly chosen: readonly number[] }
  | { readonly type: 'line'; readonly line: number }
  | { readonly type: 'typed'; readonly lines: readonly string[] };

export interface Verdict {
  /** For the pick's prompt: one or two lines. */
  readonly text: string;
  readonly suggested: Rating;
  readonly difference?: Difference;
}

export function verdictOf(prepared: PreparedCard, given: Given): Verdict {
  switch (given.type) {
    case 'seen':
      return { text: seenText(prepared), suggested: 3 };
    case 'options':
      return optionsVerdict(prepared, given.chosen);
    case 'line':
      return lineVerdict(prepared, given.line);
    case 'typed':
      return typedVerdict(prepared, given.lines);
  }
}

/** What stood in the gap is short; other answers are read beside. */
function seenText({ way, content }: PreparedCard): string {
  return way.type === 'cloze' ? shortened(inlineText(content.answer.split('\n\n', 1)[0] ?? '')) : content.front;
}

function optionsVerdict({ options }: PreparedCard, chosen: readonly number[]): Verdict {
  const right = options.flatMap((option, i) => (option.correct ? [{ ...option, number: i + 1 }] : []));
  const isRight = right.length === chosen.length && right.every(({ number }) => chosen.includes(number - 1));
  if (isRight) return { text: shortened(`${vscode.l10n.t('Right.')} ${inlineText(right[0]?.reason ?? '')}`), suggested: 3 };
  const missed = vscode.l10n.t('Wrong. Right is: {0}.', right.map(({ number, line }) => `${number} ${line}`).join('; '));
  const reason = options[chosen.find((i) => !options[i]?.correct) ?? -1]?.reason ?? '';
  return { text: shortened(`${missed} ${inlineText(reason)}`), suggested: 1 };
}

function lineVerdict({ way, content }: PreparedCard, line: number): Verdict {
  if (way.type !== 'bug') return { text: '', suggested: 3 };
  const why = inlineText(content.answer);
  if (line === way.line) return { text: shortened(`${vscode.l10n.t('Right.')} ${why}`), suggested: 3 };
  return { text: shortened(`${vscode.l10n.t('Wrong. The fault is in line {0}.', way.line)} ${why}`), suggested: 1 };
}

function typedVerdict({ way }: PreparedCard, lines: readonly string[]): Verdict {
  if (way.type !== 'typed' && way.type !== 'output') return { text: '', suggested: 3 };
  const isOutput = way.type === 'output';
  const expected = way.type === 'output' ? way.expected.join('\n') : way.expected;
  const found = difference(expected, isOutput ? printedLines(lines).join('\n') : lines.join(' '), isOutput || way.isCode);
  const suggested = suggestedGrade(found, isOutput);
  return { text: shortened(typedText(suggested, expected)), suggested, difference: found };
}

function typedText(suggested: Rating, expected: string): string {
  const line = expected.split('\n').join(' ⏎ ');
  switch (suggested) {
    case 3:
      return vscode.l10n.t('Right.');
    case 2:
      return vscode.l10n.t('Almost. Expected: {0}', line);
    default:
      return vscode.l10n.t('Wrong. Expected: {0}', line);
  }
}

/** The pick's prompt is for two lines at most; everything stands in the card view in full. */
function shortened(text: string): string {
  const most = 150;
  return text.length <= most ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', most), most - 40))}…`;
}
