import { readInline } from '../../core/comparison/readInline';
import { historyText, markNodes, valueNodes } from './cellNodes';
import type { PageContext } from './context';
import { element, icon } from './element';
import type { ModelGroup, ModelRow } from './model';
import { styledNodes } from './styledNodes';

/** Rows lie out by themselves (see the style sheet), which takes the table's roles from its elements: they are written out. */
const cellTemplate = element('td', { role: 'gridcell', tabindex: -1 });

export function headNode({ model, strings, shown }: PageContext): HTMLElement {
  return element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, headCell(strings.criterion, -1), ...shown.map((thing) => headCell(model.things[thing] ?? '', thing))));
}

function headCell(name: string, thing: number): HTMLElement {
  return element('th', { scope: 'col', role: 'columnheader', tabindex: -1, class: thing < 0 ? 'corner' : 'thing', draggable: thing < 0 ? undefined : 'true', 'data-thing': thing }, element('span', { class: 'name' }, name), icon('sort'));
}

/** A group without its rows. */
export function groupNode(context: PageContext, group: ModelGroup): HTMLTableSectionElement {
  const body = element('tbody', { role: 'rowgroup' });
  if (group.title === '' && group.intro === '') return body;
  const label = element('div', { class: 'group-label' }, element('span', {}, group.title));
  if (group.intro !== '') label.append(element('p', {}, ...introNodes(context, context.model.groups.indexOf(group))));
  body.append(element('tr', { class: 'group', role: 'row' }, element('th', { scope: 'rowgroup', role: 'rowheader', colspan: context.shown.length + 1 }, label)));
  return body;
}

export function rowNode({ strings, shown, comparison }: PageContext, row: ModelRow): HTMLTableRowElement {
  const made = document.createElement('tr');
  made.className = 'row';
  made.setAttribute('role', 'row');
  made.dataset['row'] = String(row.index);
  made.append(element('th', { scope: 'row', role: 'rowheader', tabindex: -1 }, ...styledNodes(row.title)));
  const largest = row.figure === undefined ? 0 : Math.max(...row.figure.bars.map((bar) => Math.abs(bar.value)));
  for (const thing of shown) {
    const cell = row.cells[thing];
    if (cell === undefined) continue;
    const absent = row.markdown[thing] === null;
    const cellNode = cellTemplate.cloneNode();
    if (!(cellNode instanceof HTMLElement)) continue;
    cellNode.className = absent ? 'absent' : cell.kind;
    made.append(cellNode);
    if (absent) cellNode.append(strings.absent);
    else cellNode.append(...valueNodes(cell, strings));
    if (cell.unverified || cell.year !== undefined) cellNode.append(...markNodes(cell, comparison.staleBefore, strings));
    if (cell.kind === 'number' && largest > 0) cellNode.append(barNode(Math.abs(cell.value) / largest, cell.unverified));
    if (cell.history.length > 0) cellNode.append(element('div', { class: 'was' }, historyText(cell, strings)));
  }
  return made;
}

/** A length from zero, as in the figures. */
function barNode(part: number, unverified: boolean): HTMLElement {
  const bar = element('div', { class: unverified ? 'bar unverified' : 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${String(Math.round(part * 1000) / 10)}%`;
  return bar;
}

/** The paragraph above a table; its links open like those of cells. */
export function introNodes(context: PageContext, group: number): Node[] {
  const { comparison, model, state } = context;
  const intro = model.groups[group]?.intro ?? '';
  return styledNodes(readInline(intro), (link) => {
    context.post({ type: 'open-link', version: comparison.version, place: { of: 'intro', grid: state.grid, group }, link });
  });
}
