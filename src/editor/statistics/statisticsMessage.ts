import * as vscode from 'vscode';
import type { StatisticsMessage } from '../../webview/statistics/protocol';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { calendarChart, forecastChart, retentionChart, timeChart } from './charts';
import { groupCharts } from './groupChart';
import { number, time } from './words';

/** Everything the page shows, in the words and numbers of the editor's language. */
export function statisticsMessage(library: Library, reviews: Reviews): StatisticsMessage {
  const statistics = reviews.statistics();
  const title = vscode.l10n.t('Statistics');
  if (statistics.answers === 0) return { type: 'show', title, facts: [], charts: [], empty: vscode.l10n.t('Nothing to count yet: answer some questions first.') };
  const today = statistics.days.get(statistics.today);
  const { learning, young, mature, suspended } = statistics.cards;
  const facts = [
    { label: vscode.l10n.t('Today'), value: today ? vscode.l10n.t('{0} in {1}', number(today.answers), time(today.duration)) : '0' },
    { label: vscode.l10n.t('Days in a row'), value: number(statistics.streak) },
    { label: vscode.l10n.t('Answers in all'), value: number(statistics.answers) },
    { label: vscode.l10n.t('Learning'), value: number(learning) },
    { label: vscode.l10n.t('Below 3 weeks'), value: number(young) },
    { label: vscode.l10n.t('3 weeks and more'), value: number(mature) },
    ...(suspended > 0 ? [{ label: vscode.l10n.t('Suspended'), value: number(suspended) }] : []),
  ];
  const charts = [retentionChart(statistics), forecastChart(statistics), calendarChart(statistics), timeChart(statistics), ...groupCharts(library, reviews)];
  return { type: 'show', title, facts, charts };
}
