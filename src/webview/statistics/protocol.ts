/** The conversation between the statistics panel and its page. The page owns it; it gets finished words and plain numbers. */
export type ToStatistics = StatisticsMessage;

export type FromStatistics = { readonly type: 'ready' };

export interface StatisticsMessage {
  readonly type: 'show';
  readonly title: string;
  /** A few numbers in front: "Today", "12 answers". */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** In place of everything while there is nothing to count. */
  readonly empty?: string;
  readonly charts: readonly Chart[];
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  /** One sentence: what is counted, and how. */
  readonly explanation: string;
  readonly picture: Picture;
  readonly table: Table;
}

export type Picture =
  /** Upright bars in the order of time. */
  | { readonly type: 'columns'; readonly columns: readonly Column[]; readonly highest: string }
  /** Lying bars from 0 to 1, with a tick where something else was expected. */
  | { readonly type: 'bars'; readonly bars: readonly Bar[] }
  /** Weeks as columns, days as squares; weeks begin on the first of `weekdays`. */
  | { readonly type: 'calendar'; readonly days: readonly CalendarDay[]; readonly months: readonly { readonly week: number; readonly label: string }[]; readonly weekdays: readonly string[] };

export interface Column {
  readonly value: number;
  /** Below the column; empty for most. */
  readonly tick: string;
  /** "4 December: 12 questions". */
  readonly title: string;
}

export interface Bar {
  readonly label: string;
  /** 0-1; absent where nothing is known. */
  readonly share?: number;
  readonly expected?: number;
  readonly text: string;
}

export interface CalendarDay {
  /** Column and row, from 0. */
  readonly week: number;
  readonly weekday: number;
  /** 0 nothing - 4 most. */
  readonly strength: number;
  readonly title: string;
}

export interface Table {
  /** What the picture shows, for who reads the table instead. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

export function isFromStatistics(message: unknown): message is FromStatistics {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

export function isToStatistics(message: unknown): message is ToStatistics {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'show' && 'charts' in message && Array.isArray(message.charts);
}
