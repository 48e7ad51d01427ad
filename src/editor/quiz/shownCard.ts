import * as vscode from 'vscode';
import type { LineMark, NumberedCode, ShowCard, ShownAnswer, ShownDifference, ShownOption } from '../../webview/card/protocol';
import type { PreparedCard } from './preparedCard';
import type { Given, Verdict } from './verdict';

export interface QuestionState {
  readonly withHint: boolean;
  /** Lines of an output that were typed so far. */
  readonly typed?: readonly string[];
}

/** What the card view shows while the question is open. */
export function shownQuestion(prepared: PreparedCard, { withHint, typed = [] }: QuestionState): ShowCard {
  return {
    type: 'show',
    context: prepared.note.title,
    parent: prepared.parentFront,
    front: prepared.content.front,
    clozeHtml: prepared.cloze?.askedHtml,
    stemHtml: prepared.stemHtml,
    code: numberedCode(prepared, []),
    hint: withHint && prepared.hintHtml ? { label: vscode.l10n.t('Hint'), html: prepared.hintHtml } : undefined,
    options: prepared.options.map(({ html }, i): ShownOption => ({ key: String(i + 1), html })),
    typed: typed.length > 0 ? { label: vscode.l10n.t('Typed so far'), lines: typed } : undefined,
    covered: coveredBy(Math.max(rowsOf(prepared), gradeRows), prepared.content.front),
  };
}

/** The same with verdicts, reasons, points and trap. */
export function shownAnswer(prepared: PreparedCard, given: Given, verdict: Verdict): ShowCard {
  const { content } = prepared;
  const chosen = given.type === 'options' ? given.chosen : [];
  const answer: ShownAnswer = {
    // What was typed stands corrected above: the right answer need not be said again.
    html: verdict.difference ? prepared.explanationHtml : prepared.answerHtml,
    difference: shownDifference(prepared, verdict),
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
  const shown = shownQuestion(prepared, { withHint: false });
  // The rows of code make room for the four grades.
  const covered = Math.max(prepared.way.type === 'bug' ? 0 : shown.covered, coveredBy(gradeRows, verdict.text));
  return { ...shown, clozeHtml: prepared.cloze?.answeredHtml, code: numberedCode(prepared, lineMarks(prepared, given)), options, answer, covered };
}

function verdictLabel(correct: boolean, chosen: boolean): string {
  if (correct) return vscode.l10n.t('Right.');
  return chosen ? vscode.l10n.t('Your answer is wrong.') : vscode.l10n.t('Wrong.');
}

function numberedCode({ way, codeHtml }: PreparedCard, marks: readonly LineMark[]): NumberedCode | undefined {
  return way.type === 'bug' ? { html: codeHtml, lines: way.lines.length, marks } : undefined;
}

function lineMarks({ way }: PreparedCard, given: Given): readonly LineMark[] {
  if (way.type !== 'bug') return [];
  const fault = { line: way.line, correct: true, label: vscode.l10n.t('Line {0}: here is the fault.', way.line) };
  if (given.type !== 'line' || given.line === way.line) return [fault];
  return [{ line: given.line, correct: false, label: vscode.l10n.t('Line {0}: your answer, nothing wrong here.', given.line) }, fault];
}

function shownDifference({ way }: PreparedCard, { difference, suggested }: Verdict): ShownDifference | undefined {
  if (!difference) return undefined;
  const label = difference.isSame ? vscode.l10n.t('Your answer is right') : suggested === 2 ? vscode.l10n.t('Your answer is almost right') : vscode.l10n.t('Your answer, corrected');
  return {
    label,
    isRight: difference.isSame,
    isCode: way.type === 'output' || (way.type === 'typed' && way.isCode),
    pieces: difference.pieces,
    kinds: { missing: vscode.l10n.t('missing'), extra: vscode.l10n.t('too much') },
  };
}

/** The grades need as many rows, and the card must not jump between question and answer. */
const gradeRows = 4;

function rowsOf({ way, options }: PreparedCard): number {
  return way.type === 'bug' ? way.lines.filter((line) => line.trim() !== '').length : options.length;
}

/** About as many characters of a prompt stand in a line of the pick. */
const promptWidth = 80;

/** Pixels that a quick pick covers, below the tabs: title, input, each line of the prompt, and 22 a row up to the pick's own limit. */
function coveredBy(rows: number, prompt: string): number {
  return 48 + 18 * Math.ceil(prompt.length / promptWidth) + 22 * Math.min(rows, 20);
}
