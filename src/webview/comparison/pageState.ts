import type { Answer } from '../../core/comparison/decide';
import type { Direction } from '../../core/comparison/sortCells';
import { isFields, isTexts } from './readMessage';

export type View = 'table' | 'figures' | 'quiz';

/** What a reload brings back. Things and rows by name: the file may have changed meanwhile. */
export interface PageState {
  readonly noteId: string;
  readonly grid: number;
  /** Chosen things in the order shown, per grid; where it lacks a grid, the first few are shown. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly filter: string;
  readonly differencesOnly: boolean;
  /** Rows sorted by a thing's cells, within their groups. An empty name sorts by criterion. */
  readonly sort: { readonly thing: string; readonly direction: Direction } | undefined;
  /** The row the columns were last sorted by. */
  readonly columnsBy: { readonly row: string; readonly direction: Direction } | undefined;
  readonly view: View;
  readonly deciding: boolean;
  readonly answers: readonly (readonly [string, Answer])[];
  readonly scroll: readonly [number, number];
}

function freshState(noteId: string): PageState {
  return { noteId, grid: 0, chosen: {}, filter: '', differencesOnly: false, sort: undefined, columnsBy: undefined, view: 'table', deciding: false, answers: [], scroll: [0, 0] };
}

/** What was kept for this note, field by field: it may come from an older version of the extension. */
export function readState(value: unknown, noteId: string): PageState {
  const fresh = freshState(noteId);
  if (!isFields(value) || value['noteId'] !== noteId) return fresh;
  const { grid, chosen, filter, differencesOnly, sort, columnsBy, view, deciding, answers, scroll } = value;
  return {
    noteId,
    grid: typeof grid === 'number' && Number.isInteger(grid) && grid >= 0 ? grid : 0,
    chosen: isFields(chosen) ? Object.fromEntries(Object.entries(chosen).flatMap(([key, names]) => (isTexts(names) ? [[key, names]] : []))) : {},
    filter: typeof filter === 'string' ? filter : '',
    differencesOnly: differencesOnly === true,
    sort: isFields(sort) && typeof sort['thing'] === 'string' && isDirection(sort['direction']) ? { thing: sort['thing'], direction: sort['direction'] } : undefined,
    columnsBy: isFields(columnsBy) && typeof columnsBy['row'] === 'string' && isDirection(columnsBy['direction']) ? { row: columnsBy['row'], direction: columnsBy['direction'] } : undefined,
    view: view === 'figures' || view === 'quiz' ? view : 'table',
    deciding: deciding === true,
    answers: Array.isArray(answers) ? answers.flatMap(readAnswer) : [],
    scroll: Array.isArray(scroll) && scroll.length === 2 && scroll.every((offset) => typeof offset === 'number' && Number.isFinite(offset)) ? [Number(scroll[0]), Number(scroll[1])] : [0, 0],
  };
}

function isDirection(value: unknown): value is Direction {
  return value === 'descending' || value === 'ascending';
}

function readAnswer(value: unknown): (readonly [string, Answer])[] {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isFields(value[1])) return [];
  const { wanted, weight } = value[1];
  if (wanted === 'no') return [[value[0], { wanted }]];
  return (wanted === 'yes' || wanted === 'must') && (weight === 1 || weight === 2 || weight === 3) ? [[value[0], { wanted, weight }]] : [];
}
