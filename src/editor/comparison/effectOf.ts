import { rowsOf } from '../../core/comparison/comparison';
import { chartPicture } from '../../core/comparison/chartPicture';
import { comparisonAsCsv, comparisonAsMarkdown } from '../../core/comparison/exportComparison';
import { figureOf } from '../../core/comparison/figure';
import { linksOf } from '../../core/comparison/linksOf';
import { readCell } from '../../core/comparison/readCell';
import type { TextRange } from '../../core/notes/note';
import type { FromPage, Place } from '../../webview/comparison/protocol';
import { cellAt, markdownAt, type ShownComparison } from './shownComparison';

/** All that a page can bring about. Everything in it comes from the note that was shown, except the text of an edit. */
export type Effect =
  | { readonly kind: 'open-note' }
  | { readonly kind: 'reveal'; readonly range: TextRange }
  | { readonly kind: 'open-web'; readonly address: string }
  | { readonly kind: 'open-linked-note'; readonly target: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save-picture'; readonly name: string; readonly svg: string }
  | { readonly kind: 'edit'; readonly place: Place & { readonly of: 'cell' }; readonly text: string }
  | { readonly kind: 'outdated-edit' };

/** What a message asks for, checked against what was shown as `version`; `undefined` where that is nothing. */
export function effectOf(message: FromPage, shown: ShownComparison, version: number): Effect | undefined {
  if ('version' in message && message.version !== version) return message.type === 'edit' ? { kind: 'outdated-edit' } : undefined;
  const { comparison } = shown;
  switch (message.type) {
    case 'ready':
      return undefined;
    case 'open-note':
      return { kind: 'open-note' };
    case 'open-source': {
      const range = message.place.of === 'cell' ? cellAt(comparison, message.place)?.range : undefined;
      return range === undefined ? undefined : { kind: 'reveal', range };
    }
    case 'open-problem': {
      const range = shown.problems[message.problem]?.range;
      return range === undefined ? undefined : { kind: 'reveal', range };
    }
    case 'open-link': {
      const link = linksOf(markdownAt(comparison, message.place) ?? '', comparison.footnotes)[message.link];
      if (link === undefined) return undefined;
      if (link.to === 'note') return { kind: 'open-linked-note', target: link.target };
      return /^https?:\/\//i.test(link.target) ? { kind: 'open-web', address: link.target } : undefined;
    }
    case 'copy': {
      const grid = comparison.grids[message.grid];
      if (grid === undefined) return undefined;
      return { kind: 'copy', text: message.format === 'csv' ? comparisonAsCsv(grid, message) : comparisonAsMarkdown(comparison, grid, message) };
    }
    case 'save-picture': {
      const grid = comparison.grids[message.grid];
      const row = grid === undefined ? undefined : rowsOf(grid)[message.row];
      if (grid === undefined || row === undefined) return undefined;
      const figure = figureOf(grid.things.map((_, thing) => readCell(message.things.includes(thing) ? (row.cells[thing]?.markdown ?? '') : '')));
      return figure === undefined ? undefined : { kind: 'save-picture', name: row.name, svg: chartPicture(row.name, figure, grid.things) };
    }
    case 'edit': {
      const cell = message.place.thing < 0 ? undefined : cellAt(comparison, message.place);
      return cell === undefined || cell.missing ? undefined : { kind: 'edit', place: message.place, text: message.text };
    }
  }
}
