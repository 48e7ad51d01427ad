import type { Cell, Value } from '../../core/comparison/readCell';
import { element } from './element';
import type { PageStrings } from './protocol';
import { styledNodes, type OpenLink } from './styledNodes';

/** A value as sign and words. The sign carries the verdict for screen readers where the words do not. */
export function valueNodes(value: Value, strings: PageStrings, openLink?: OpenLink): Node[] {
  switch (value.kind) {
    case 'yes':
    case 'partly':
    case 'no': {
      const word = strings[value.kind];
      if (value.shown.text === '') return [element('span', { class: `icon icon-${value.kind}`, 'aria-hidden': 'true' }), document.createTextNode(word)];
      return [element('span', { class: `icon icon-${value.kind}`, role: 'img', 'aria-label': word }), ...styledNodes(value.shown, openLink)];
    }
    case 'unknown':
      return [element('span', { class: 'icon icon-unknown', 'aria-hidden': 'true' }), ...(value.shown.text === '' ? [document.createTextNode(strings.unknown)] : styledNodes(value.shown, openLink))];
    case 'number':
    case 'text':
      return styledNodes(value.shown, openLink);
  }
}

export function isStale(value: Value, staleBefore: number): boolean {
  return value.kind !== 'unknown' && value.year !== undefined && value.year < staleBefore;
}

/** Small words beside a value that the reader should not miss: old, unverified. */
export function markNodes(value: Value, staleBefore: number, strings: PageStrings): Node[] {
  return [
    ...(value.unverified ? [element('span', { class: 'mark unverified' }, strings.unverified)] : []),
    ...(isStale(value, staleBefore) ? [element('span', { class: 'mark stale', title: strings.stale.replace('{0}', String(value.year)) }, String(value.year))] : []),
  ];
}

/** What the value was before, in the author's words. */
export function historyText(cell: Cell, strings: PageStrings): string {
  return cell.history.map((past) => strings.was.replace('{0}', () => past.written.text)).join('; ');
}
