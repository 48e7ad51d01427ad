import type { Model } from './model';
import type { PageState } from './pageState';
import type { FromPage, PageComparison, PageStrings } from './protocol';

/** What every part of the page may ask for. */
export interface PageContext {
  readonly comparison: PageComparison;
  readonly strings: PageStrings;
  readonly model: Model;
  readonly state: PageState;
  /** Indexes of the things shown, in their order. */
  readonly shown: readonly number[];
  readonly change: (part: Partial<PageState>) => void;
  readonly post: (message: FromPage) => void;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
  /** Opens the details of a cell, to be edited where `edit` is true; `thing` -1 is the criterion. */
  readonly showDetails: (row: number, thing: number, edit?: boolean) => void;
  /** Shows the table with the focus on a cell. */
  readonly goToCell: (row: number, thing: number) => void;
  readonly goToFigure: (row: number) => void;
  readonly choose: (things: readonly string[]) => void;
  readonly sortColumns: (row: number) => void;
}
