import * as vscode from 'vscode';
import { topicsToRepeat, trendsOf, type PastInterview } from '../../core/interview/pastInterviews';
import { percent } from '../../core/interview/report';
import { dimensions } from '../../core/interview/scores';
import type { View } from '../../webview/interview/protocol';
import { dateOf } from './interviewView';
import { reportWords } from './pageWords';

/** Interviews done, latest first, how each topic went, and what to do next. `suggestion` names it. */
export function historyView(past: readonly PastInterview[], suggestion: string | undefined): View {
  const words = reportWords();
  const value = (share: number | undefined) => (share === undefined ? '–' : percent(share));
  const weak = topicsToRepeat(past);
  return {
    screen: 'history',
    ...(past.length === 0 && { empty: vscode.l10n.t('There is no finished interview yet. Each one you finish is listed here, with its topics.') }),
    interviews: {
      caption: vscode.l10n.t('Interviews, latest first'),
      head: [vscode.l10n.t('Interview'), vscode.l10n.t('Date'), vscode.l10n.t('Questions'), words.points, ...dimensions.map((dimension) => words.dimensions[dimension])],
      rows: [...past].reverse().slice(0, 200).map(({ id, title, endedAt, questions, points, scores }) => ({
        interview: id,
        cells: [title, dateOf(endedAt), String(questions), value(points), ...dimensions.map((dimension) => value(scores[dimension]))],
      })),
    },
    trends: {
      title: vscode.l10n.t('Points named, by topic'),
      items: trendsOf(past).map(({ topic, shares }) => ({ topic, shares: shares.slice(-8), text: shares.slice(-4).map(percent).join(' → ') + (weak.includes(topic) ? ` · ${vscode.l10n.t('to repeat')}` : '') })),
    },
    ...(suggestion !== undefined && { suggestion }),
  };
}
