import * as vscode from 'vscode';
import { promptCount, presentTurn, questionOf, type Interview, type Turn } from '../../core/interview/interview';
import type { PastInterview } from '../../core/interview/pastInterviews';
import { phrases } from '../../core/interview/phrases';
import { clock, evidenceText, percent } from '../../core/interview/report';
import { resultsOf } from '../../core/interview/results';
import { bandOf, pointShare, scoresOf } from '../../core/interview/scores';
import { signals } from '../../core/interview/signals';
import type { View, ViewOf } from '../../webview/interview/protocol';
import { reportWords } from './pageWords';
import { render } from './render';

export interface ViewSetting {
  /** A language model could be asked. */
  readonly canComment: boolean;
  /** Finished before this one, earliest first. */
  readonly earlier: readonly PastInterview[];
}

/** What the page shows of an interview as it stands. */
export async function interviewView(interview: Interview, setting: ViewSetting): Promise<View> {
  const turn = presentTurn(interview);
  if (interview.paused) return { screen: 'paused', place: placeOf(interview, turn) };
  switch (interview.step) {
    case 'opening':
      return await openingView(interview);
    case 'asking':
      return turn ? await questionView(interview, turn) : { screen: 'gone', text: '' };
    case 'reviewing':
      return turn ? await reviewView(interview, turn, setting) : { screen: 'gone', text: '' };
    case 'yourQuestions':
      return { screen: 'yourQuestions', front: spoken(interview).yourQuestions, ...interview.ownQuestions };
    case 'closing':
      return { screen: 'closing', html: await render(interview.script.closing || spoken(interview).closing) };
    case 'finished':
      return reportView(interview, setting);
  }
}

export async function replayView(interview: Interview): Promise<ViewOf<'replay'>> {
  const turns = interview.turns.map(async (turn, index) => {
    const question = questionOf(interview.script, turn);
    return {
      place: [placeOf(interview, turn), clock(turn.spent)].join(' · '),
      front: askedIn(interview, turn),
      said: saidIn(interview, turn),
      points: turn.points.map((point) => ({ text: question.points[point] ?? '', on: turn.covered.includes(point) })),
      answerHtml: isFirstOf(interview, index) ? await render(question.answer) : '',
    };
  });
  return { screen: 'replay', facts: factsOf(interview), turns: await Promise.all(turns) };
}

function spoken({ script }: Interview) {
  return phrases[script.language];
}

async function openingView(interview: Interview): Promise<View> {
  const { script, mode } = interview;
  const count = script.questions.length;
  const facts = [count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count), mode === 'judge' ? vscode.l10n.t('recorded answers to judge') : vscode.l10n.t('about {0} minutes', script.minutes)];
  return { screen: 'opening', facts, html: await render(script.opening || spoken(interview).opening), judge: mode === 'judge' };
}

async function questionView(interview: Interview, turn: Turn): Promise<View> {
  const question = questionOf(interview.script, turn);
  const isOwn = turn.followUp === 'hint' || turn.followUp === 'why' || turn.followUp === 'another';
  const parent = isOwn ? question.front : turn.path.length > 0 ? questionOf(interview.script, { ...turn, path: turn.path.slice(0, -1) }).front : undefined;
  const showsHint = turn.hints > 0 || turn.followUp === 'hint';
  return {
    screen: 'question',
    turn: interview.turns.length - 1,
    place: placeOf(interview, turn),
    ...(parent !== undefined && { parent }),
    front: askedIn(interview, turn),
    stemHtml: await render(question.stem),
    ...(showsHint && { hintHtml: await render(question.hint ?? '') }),
    prompts: spoken(interview).prompts.slice(0, turn.prompts),
    text: turn.text,
    revision: turn.revision,
    spent: turn.spent,
    canHint: question.hint !== undefined && !showsHint,
    lastPrompt: turn.prompts >= promptCount,
    ...(interview.mode === 'judge' && { recordedHtml: await render(question.recorded ?? '') }),
  };
}

async function reviewView(interview: Interview, turn: Turn, { canComment }: ViewSetting): Promise<View> {
  const question = questionOf(interview.script, turn);
  const { signals: signalWords, verdicts } = reportWords();
  return {
    screen: 'review',
    turn: interview.turns.length - 1,
    place: placeOf(interview, turn),
    front: askedIn(interview, turn),
    said: saidIn(interview, turn),
    ...(turn.verdict && { judged: vscode.l10n.t('You judged it as {0}. {1} of {2} points were found in its words; correct the ticks, and see what would have lifted it.', verdicts[turn.verdict], turn.covered.length, turn.points.length) }),
    points: turn.points.map((point) => ({ point, text: question.points[point] ?? '', on: turn.covered.includes(point), words: [...(turn.found.find((found) => found.point === point)?.words ?? [])] })),
    ...(question.trap !== undefined && { trap: { html: await render(question.trap), on: turn.fell } }),
    signals: interview.mode === 'judge' ? [] : signals.map((signal) => ({ signal, label: signalWords[signal], on: turn.signals.includes(signal) })),
    ...(interview.mode === 'judge' && question.verdict !== undefined && { verdictHtml: await render(question.verdict) }),
    answerHtml: await render(question.answer),
    canKeep: question.personal && interview.mode === 'candidate' && turn.text.trim() !== '',
    canComment: canComment && turn.comment === undefined && saidIn(interview, turn) !== '',
    ...(turn.comment !== undefined && { comment: { title: commentTitle(interview), text: turn.comment } }),
  };
}

function reportView(interview: Interview, { canComment, earlier }: ViewSetting): View {
  const words = reportWords();
  const scores = scoresOf(interview);
  const missed = resultsOf(interview).filter((result) => result.missed.length > 0 || result.skipped);
  return {
    screen: 'report',
    facts: factsOf(interview),
    scores: {
      caption: words.summary,
      head: [words.dimension, words.score, words.before],
      rows: scores.map(({ dimension, value }) => {
        const before = earlier.flatMap((past) => past.scores[dimension] ?? []).slice(-3);
        return [words.dimensions[dimension], value === undefined ? words.notShown : `${percent(value)} · ${words.bands[bandOf(value)]}`, before.map(percent).join(' → ') || '–'];
      }),
    },
    evidence: interview.mode === 'judge' ? [] : scores
      .filter(({ evidence }) => evidence.length > 0)
      .map(({ dimension, evidence }) => ({
        title: words.dimensions[dimension],
        items: evidence.map((each) => ({ good: each.good, about: aboutTurn(interview, each.turn), text: evidenceText(each, words) })),
      })),
    due: {
      title: missed.length === 0 ? words.nothingMissed : words.dueToday,
      items: missed.map(({ question, missed: points }) => ({ text: question.front, points: points.map((point) => question.points[point] ?? '') })),
    },
    judge: interview.mode === 'judge',
    canComment: canComment && interview.comment === undefined && interview.mode === 'candidate',
    ...(interview.comment !== undefined && { comment: { title: commentTitle(interview), text: interview.comment } }),
  };
}

function commentTitle({ consent }: Interview): string {
  return reportWords().comment.replace('{0}', consent ?? '');
}

function aboutTurn(interview: Interview, index: number): string {
  const turn = interview.turns[index];
  return turn ? questionOf(interview.script, turn).front : '';
}

/** The question as the interviewer said it: some follow-ups are not in the note. */
function askedIn(interview: Interview, turn: Turn): string {
  const isOwn = turn.followUp === 'hint' || turn.followUp === 'why' || turn.followUp === 'another';
  return isOwn ? spoken(interview).followUps[turn.followUp] : questionOf(interview.script, turn).front;
}

function saidIn({ script, mode }: Interview, turn: Turn): string {
  return mode === 'judge' ? (questionOf(script, turn).recorded ?? '') : turn.text;
}

function isFirstOf({ turns }: Interview, index: number): boolean {
  const turn = turns[index];
  return turns.findIndex(({ question, path }) => question === turn?.question && path.join() === turn.path.join()) === index;
}

/** "2 of 6 · Follow-up · python". */
function placeOf({ script }: Interview, turn: Turn | undefined): string {
  if (!turn) return script.title;
  const topic = questionOf(script, turn).topic.split('/').join(' / ');
  return [vscode.l10n.t('{0} of {1}', turn.question + 1, script.questions.length), turn.followUp === undefined ? '' : vscode.l10n.t('Follow-up'), topic].filter(Boolean).join(' · ');
}

function factsOf(interview: Interview): string[] {
  const words = reportWords();
  const share = interview.mode === 'judge' ? undefined : pointShare(resultsOf(interview));
  return [
    interview.endedAt === undefined ? '' : dateOf(interview.endedAt),
    clock(interview.turns.reduce((sum, { spent }) => sum + spent, 0)),
    share === undefined ? '' : `${words.points}: ${percent(share)}`,
  ].filter(Boolean);
}

/** As the reader of this editor writes a day. */
export function dateOf(milliseconds: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(milliseconds);
}
