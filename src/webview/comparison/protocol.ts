/**
 * What the comparison page and the extension say to each other. The page owns this contract; the extension imports its types only.
 * No text travels back but the one the person typed into a cell: rows, things and links go by their number.
 */
import type { Footnote } from '../../core/comparison/comparison';
import type { Need } from '../../core/comparison/needs';

export interface PageRow {
  /** Markdown of the first column. */
  readonly title: string;
  /** Markdown per thing; `null` where the row's table does not have the thing. */
  readonly cells: readonly (string | null)[];
}

export interface PageGroup {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly PageRow[];
}

export interface PageGrid {
  readonly things: readonly string[];
  readonly groups: readonly PageGroup[];
}

export interface PageComparison {
  /** Counts the texts that were sent; messages about a row name the one they mean. */
  readonly version: number;
  readonly noteId: string;
  readonly title: string;
  /** BCP 47, for sorting and numbers. */
  readonly language: string;
  readonly editable: boolean;
  /** A cell is stale when its year is before this one. */
  readonly staleBefore: number;
  readonly grids: readonly PageGrid[];
  readonly footnotes: readonly Footnote[];
  readonly needs: readonly Need[];
  /** Sentences for the note's author. */
  readonly problems: readonly string[];
}

export const pageStringKeys = [
  'table', 'figures', 'quiz', 'views', 'compare', 'things', 'allThings', 'fewThings', 'filter', 'differencesOnly', 'rowsShown', 'rowsUnclear', 'noRows', 'noTable', 'decide',
  'copyMarkdown', 'copyCsv', 'copied', 'openNote', 'criterion', 'yes', 'partly', 'no', 'unknown', 'absent', 'missing', 'unverified', 'stale', 'was', 'details', 'close', 'sources', 'before', 'openSource', 'edit',
  'editLabel', 'save', 'cancel', 'sortColumns', 'sortColumnsDone', 'sortedDescending', 'sortedAscending', 'sortedNot', 'moved', 'hidden', 'showChart', 'problems',
  'decideIntro', 'decideNothing', 'decideNone', 'answerNo', 'answerYes', 'answerMust', 'weight', 'weight1', 'weight2', 'weight3', 'ranking', 'fits', 'tied', 'noneFits', 'noneMust', 'fails', 'unknownRows', 'decidedBy', 'speaksFor',
  'flips', 'flipAnswer', 'flipCell', 'noFlip', 'showTop', 'clear', 'figuresNone', 'figuresIntro', 'thing', 'value', 'year', 'savePicture', 'chartLabel',
  'quizIntro', 'quizNone', 'quizStart', 'quizProgress', 'quizWhichYes', 'quizWhichNo', 'quizWhichSays', 'quizWhatOf', 'quizHighest', 'quizLowest', 'quizRight', 'quizWrong', 'quizNext', 'quizAgain', 'quizScore', 'quizShow', 'scrollHint',
] as const;
export type PageStringKey = (typeof pageStringKeys)[number];
export type PageStrings = Readonly<Record<PageStringKey, string>>;

export type ToPage =
  | { readonly type: 'show'; readonly strings: PageStrings; readonly comparison: PageComparison; readonly only?: readonly string[] }
  /** Chooses columns in the panel that is already open. */
  | { readonly type: 'choose'; readonly things: readonly string[] }
  /** The note cannot be shown; `message` says why. */
  | { readonly type: 'gone'; readonly message: string }
  | { readonly type: 'copied' }
  /** The cell was not changed; `message` says why. */
  | { readonly type: 'not-saved'; readonly message: string };

/** A text of the note. `thing` -1 is the first column. */
export type Place =
  | { readonly of: 'cell'; readonly grid: number; readonly row: number; readonly thing: number }
  | { readonly of: 'intro'; readonly grid: number; readonly group: number };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'open-note' }
  | { readonly type: 'open-source'; readonly version: number; readonly place: Place }
  | { readonly type: 'open-problem'; readonly version: number; readonly problem: number }
  | { readonly type: 'open-link'; readonly version: number; readonly place: Place; readonly link: number }
  | { readonly type: 'copy'; readonly version: number; readonly format: 'markdown' | 'csv'; readonly grid: number; readonly rows: readonly number[]; readonly things: readonly number[] }
  | { readonly type: 'save-picture'; readonly version: number; readonly grid: number; readonly row: number; readonly things: readonly number[] }
  | { readonly type: 'edit'; readonly version: number; readonly place: Place & { readonly of: 'cell' }; readonly text: string };
