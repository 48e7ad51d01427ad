import * as vscode from 'vscode';

/** What the settings say about the interview. */
export interface InterviewDate {
  /** Number of the day since 1 January 1970, as study days are counted. */
  readonly day: number;
  /** Topic paths; empty: all. */
  readonly topics: readonly string[];
  /** Cards a day, new ones included. */
  readonly perDay: number;
}

const milliseconds = 86_400_000;

/** Reads `YYYY-MM-DD`. `undefined` for anything else, also for days that no calendar has. */
export function dayOf(date: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.trim())?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day ? time / milliseconds : undefined;
}

/** `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * milliseconds).toISOString().slice(0, 10);
}

/** "Friday, 4 December 2026" in the editor's language. */
export function describeDay(day: number, dateStyle: 'full' | 'medium' = 'full'): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle, timeZone: 'UTC' }).format(day * milliseconds);
}

/** `undefined` where no date is set, or none that can be read. */
export function interviewDate(): InterviewDate | undefined {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  const day = dayOf(settings.get('interviewDate', ''));
  const topics = settings.get<unknown>('interviewTopics', []);
  const perDay = settings.get('interviewCardsPerDay', 40);
  return day === undefined ? undefined : { day, topics: Array.isArray(topics) ? topics.filter((topic): topic is string => typeof topic === 'string') : [], perDay };
}
