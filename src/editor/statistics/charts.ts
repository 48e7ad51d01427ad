import * as vscode from 'vscode';
import type { Retention, ReviewStatistics } from '../../core/review/statistics';
import type { Chart } from '../../webview/statistics/protocol';
import { fullDay, monthOf, number, percent, rowDay, shortDay, time, weekdayOf, weekdays } from './words';

export function retentionChart({ retention }: ReviewStatistics): Chart {
  const rows = retention.map((span) => ({ ...span, label: vscode.l10n.t('{0} days', span.days), share: shareOf(span), predicted: span.asked === 0 ? undefined : span.predicted / span.asked }));
  return {
    id: 'retention',
    title: vscode.l10n.t('True retention'),
    explanation: vscode.l10n.t('Of the questions that came back after a day or more, the share you knew at the first try that day. The tick is what FSRS predicted.'),
    picture: { type: 'bars', bars: rows.map(({ label, share, predicted }) => ({ label, share, expected: predicted, text: percent(share) })) },
    table: {
      caption: vscode.l10n.t('True retention'),
      columns: [vscode.l10n.t('Last'), vscode.l10n.t('Asked'), vscode.l10n.t('Known'), vscode.l10n.t('Share'), vscode.l10n.t('Predicted')],
      rows: rows.map(({ label, asked, recalled, share, predicted }) => [label, number(asked), number(recalled), percent(share), percent(predicted)]),
    },
  };
}

/** `undefined` where nothing was asked. */
export function shareOf({ asked, recalled }: Pick<Retention, 'asked' | 'recalled'>): number | undefined {
  return asked === 0 ? undefined : recalled / asked;
}

export function forecastChart({ forecast, today }: ReviewStatistics): Chart {
  return {
    id: 'forecast',
    title: vscode.l10n.t('Forecast'),
    explanation: vscode.l10n.t('Questions that come back on each of the next days if you answer all that is due. Today includes what is late.'),
    picture: {
      type: 'columns',
      highest: number(Math.max(1, ...forecast)),
      columns: forecast.map((value, index) => ({ value, tick: index % 7 === 0 ? shortDay(today + index) : '', title: `${fullDay(today + index)}: ${number(value)}` })),
    },
    table: {
      caption: vscode.l10n.t('Forecast'),
      columns: [vscode.l10n.t('Day'), vscode.l10n.t('Questions')],
      rows: forecast.map((value, index) => [index === 0 ? vscode.l10n.t('Today') : rowDay(today + index), number(value)]),
    },
  };
}

const weeks = 53;

export function calendarChart({ days, today }: ReviewStatistics): Chart {
  const first = today - weekdayOf(today) - 7 * (weeks - 1);
  const all = Array.from({ length: today - first + 1 }, (_, index) => first + index);
  const most = Math.max(1, ...all.map((day) => days.get(day)?.answers ?? 0));
  const months = monthStarts(all);
  return {
    id: 'calendar',
    title: vscode.l10n.t('Calendar'),
    explanation: vscode.l10n.t('Answers on each day of the last year. Days are study days: they begin at the hour you set, wherever you were.'),
    picture: {
      type: 'calendar',
      weekdays: weekdays(),
      // A part of a month at the beginning has no room for its name.
      months: months.filter(({ length }, index) => index > 0 || length > 20).map(({ day }) => ({ week: Math.floor((day - first) / 7), label: monthOf(day, 'short') })),
      days: all.map((day) => {
        const answers = days.get(day)?.answers ?? 0;
        return { week: Math.floor((day - first) / 7), weekday: weekdayOf(day), strength: answers === 0 ? 0 : Math.ceil((4 * answers) / most), title: `${fullDay(day)}: ${number(answers)}` };
      }),
    },
    table: {
      caption: vscode.l10n.t('Calendar by month'),
      columns: [vscode.l10n.t('Month'), vscode.l10n.t('Days'), vscode.l10n.t('Answers'), vscode.l10n.t('New'), vscode.l10n.t('Time')],
      rows: months.reverse().map(({ day, length }) => {
        const counts = Array.from({ length }, (_, index) => days.get(day + index)).filter((count) => count !== undefined);
        const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + of(count), 0);
        return [monthOf(day, 'long'), number(counts.length), number(sum(({ answers }) => answers)), number(sum(({ fresh }) => fresh)), time(sum(({ duration }) => duration))];
      }),
    },
  };
}

function monthStarts(days: readonly number[]): { day: number; length: number }[] {
  const months: { day: number; length: number; key: string }[] = [];
  for (const day of days) {
    const key = new Date(day * 86_400_000).toISOString().slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.length += 1;
    else months.push({ day, length: 1, key });
  }
  return months;
}

const shownDays = 30;

export function timeChart({ days, today }: ReviewStatistics): Chart {
  const shown = Array.from({ length: shownDays }, (_, index) => today - shownDays + 1 + index);
  const durations = shown.map((day) => days.get(day)?.duration ?? 0);
  return {
    id: 'time',
    title: vscode.l10n.t('Time'),
    explanation: vscode.l10n.t('Time from question to answer on each of the last days.'),
    picture: {
      type: 'columns',
      highest: time(Math.max(...durations)),
      columns: shown.map((day, index) => ({ value: durations[index] ?? 0, tick: index % 7 === 1 ? shortDay(day) : '', title: `${fullDay(day)}: ${time(durations[index] ?? 0)}` })),
    },
    table: {
      caption: vscode.l10n.t('Time'),
      columns: [vscode.l10n.t('Day'), vscode.l10n.t('Answers'), vscode.l10n.t('Time'), vscode.l10n.t('Each')],
      rows: [...shown].reverse().flatMap((day) => {
        const count = days.get(day);
        return count ? [[rowDay(day), number(count.answers), time(count.duration), time(count.duration / count.answers)]] : [];
      }),
    },
  };
}
