import * as vscode from 'vscode';
import type { ShowCard, ShownAnswer, ShownOption } from '../../webview/card/protocol';
import type { PreparedCard } from './preparedCard';

/** What the card view shows while the question is open. */
export function shownQuestion(prepared: PreparedCard, place: string, withHint: boolean): ShowCard {
  return {
    type: 'show',
    place,
    parent: prepared.parentFront,
    front: prepared.content.front,
    stemHtml: prepared.stemHtml,
    hint: withHint && prepared.hintHtml ? { label: vscode.l10n.t('Hint'), html: prepared.hintHtml } : undefined,
    options: prepared.options.map(({ html }, i): ShownOption => ({ key: String(i + 1), html })),
    covered: coveredBy(Math.max(prepared.options.length, gradeRows)),
  };
}

/** The same with verdicts, reasons, points and trap. `chosen` are indexes of the options as shown. */
export function shownAnswer(prepared: PreparedCard, place: string, chosen: readonly number[]): ShowCard {
  const { content } = prepared;
  const answer: ShownAnswer = {
    html: prepared.answerHtml,
    points: content.points.length > 0 ? { label: vscode.l10n.t('A good answer has'), items: content.points } : undefined,
    trap: prepared.trapHtml ? { label: vscode.l10n.t('Trap'), html: prepared.trapHtml } : undefined,
  };
  const options = prepared.options.map(
    (option, i): ShownOption => ({
      key: String(i + 1),
      html: option.html,
      verdict: {
        correct: option.correct,
        chosen: chosen.includes(i),
        label: verdictLabel(option.correct, chosen.includes(i)),
        reasonHtml: option.reasonHtml,
      },
    }),
  );
  return { ...shownQuestion(prepared, place, false), options, answer };
}

function verdictLabel(correct: boolean, chosen: boolean): string {
  if (correct) return vscode.l10n.t('Right.');
  return chosen ? vscode.l10n.t('Your answer is wrong.') : vscode.l10n.t('Wrong.');
}

/** The grades need as many rows, and the card must not jump between question and answer. */
const gradeRows = 4;

/** Pixels that a quick pick of so many rows covers, below the tabs: title, input, prompt, and 22 a row. */
function coveredBy(rows: number): number {
  return 66 + 22 * rows;
}
