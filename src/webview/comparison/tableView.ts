import { hideColumn, listenToDrags, moveColumn, sortByColumn } from './columns';
import type { PageContext } from './context';
import { element } from './element';
import { GridFocus } from './gridFocus';
import type { ModelRow } from './model';
import { rowMatcher, sortedRows } from './rowOrder';
import { groupNode, headNode, rowNode } from './tableNodes';

/** More than a tall window shows. */
const rowsAtFirst = 40;

/** The table itself. Sorting and filtering move and hide rows that are there; only other columns or another text build it anew. */
export class TableView {
  readonly root: HTMLElement;
  readonly #table = element('table', { role: 'grid', 'aria-describedby': 'grid-help' });
  readonly #empty = element('p', { class: 'empty', hidden: true });
  readonly #focus: GridFocus;
  readonly #rows = new Map<number, HTMLTableRowElement>();
  readonly #groups: HTMLTableSectionElement[] = [];
  #context: PageContext;
  #built = '';
  /** Rows that are made after the first ones have been painted. */
  #pending: readonly ModelRow[] = [];
  /** Numbers of the rows to be seen, in their order. */
  visible: readonly number[] = [];

  constructor(context: PageContext) {
    this.#context = context;
    this.#focus = new GridFocus(this.#table, {
      activate: (row, column) => { this.#activate(row, column); },
      edit: (row, column) => { this.#context.showDetails(row, this.#thingAt(column), true); },
      move: (column, by) => { this.#move(this.#thingAt(column), column - 1 + by); },
      hide: (column) => { hideColumn(this.#context, this.#thingAt(column)); },
    });
    this.root = element('div', { class: 'table-scroll', onScroll: () => { this.#keepScroll(); } }, this.#table, this.#empty);
    this.#listen();
  }

  update(context: PageContext, dataChanged: boolean): void {
    this.#context = context;
    const columns = context.shown.join();
    if (dataChanged || columns !== this.#built) this.#build();
    this.#built = columns;
    this.#arrange();
  }

  restoreScroll(): void {
    if (this.#context.state.scroll.some((offset) => offset > 0)) this.#makePending();
    [this.root.scrollTop, this.root.scrollLeft] = this.#context.state.scroll;
  }

  focusCell(row: number, thing: number): void {
    this.#makePending();
    this.#focus.focus(this.#rows.get(row), this.#columnOf(thing));
  }

  markDetails(row: number | undefined, thing: number): void {
    this.#table.querySelector('.selected')?.classList.remove('selected');
    if (row !== undefined) this.#rows.get(row)?.cells[this.#columnOf(thing)]?.classList.add('selected');
  }

  #build(): void {
    const { model, shown, comparison } = this.#context;
    const place = this.#focus.place();
    this.#rows.clear();
    this.#groups.length = 0;
    this.#table.setAttribute('aria-label', comparison.title);
    this.#table.style.setProperty('--things', String(shown.length));
    this.#table.replaceChildren(headNode(this.#context));
    for (const group of model.groups) {
      const body = groupNode(this.#context, group);
      for (const row of group.rows) if (row.index < rowsAtFirst) body.append(this.#made(row));
      this.#groups.push(body);
    }
    this.#table.append(...this.#groups);
    this.#pending = model.rows.slice(rowsAtFirst);
    if (this.#pending.length > 0) requestAnimationFrame(() => setTimeout(() => { this.#makePending(); }));
    if (place?.row !== undefined && place.row >= rowsAtFirst) this.#makePending();
    this.#focus.restore(place);
  }

  #makePending(): void {
    const rows = this.#pending;
    if (rows.length === 0) return;
    this.#pending = [];
    for (const row of rows) this.#groups[row.group]?.append(this.#made(row));
    this.#arrange();
  }

  #made(row: ModelRow): HTMLTableRowElement {
    const made = rowNode(this.#context, row);
    this.#rows.set(row.index, made);
    return made;
  }

  /** Sorts within the groups and hides what is not asked for. */
  #arrange(): void {
    const { model, strings, comparison } = this.#context;
    const isAskedFor = rowMatcher(this.#context);
    const visible: number[] = [];
    model.groups.forEach((group, index) => {
      const body = this.#groups[index];
      if (body === undefined) return;
      let last: Element | null = body.querySelector(':scope > .group');
      let some = false;
      for (const row of sortedRows(group.rows, this.#context)) {
        const matches = isAskedFor(row);
        if (matches) visible.push(row.index);
        some ||= matches;
        const made = this.#rows.get(row.index);
        if (made === undefined) continue;
        const next = last === null ? body.firstElementChild : last.nextElementSibling;
        if (next !== made) body.insertBefore(made, next);
        last = made;
        if (made.hidden === matches) made.hidden = !matches;
      }
      if (body.hidden === some) body.hidden = !some;
    });
    this.visible = visible;
    this.#table.hidden = visible.length === 0;
    this.#empty.hidden = visible.length > 0;
    this.#empty.textContent = comparison.grids.length === 0 ? strings.noTable : strings.noRows;
    this.#markSort();
    this.#focus.keepReachable();
  }

  #markSort(): void {
    const { sort, columnsBy } = this.#context.state;
    for (const head of this.#table.querySelectorAll<HTMLElement>('thead th')) {
      const thing = Number(head.dataset['thing']);
      const sorted = sort !== undefined && sort.thing === (thing < 0 ? '' : this.#context.model.things[thing]);
      if (sorted) head.setAttribute('aria-sort', sort.direction);
      else head.removeAttribute('aria-sort');
    }
    this.#table.querySelector('.columns-by')?.classList.remove('columns-by');
    const row = columnsBy === undefined ? undefined : this.#context.model.rows.find((candidate) => candidate.name === columnsBy.row);
    if (row !== undefined) this.#rows.get(row.index)?.cells[0]?.classList.add('columns-by');
  }

  #listen(): void {
    this.#table.addEventListener('click', (event) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
      if (cell === null || cell.scope === 'rowgroup' || String(getSelection()) !== '') return;
      this.#focus.focusElement(cell);
      this.#focus.activate(cell);
    });
    this.#table.addEventListener('dblclick', (event) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('tr.row > td') : null;
      if (cell !== null) this.#context.showDetails(Number(cell.parentElement?.dataset['row']), this.#thingAt(cell.cellIndex), true);
    });
    listenToDrags(this.#table, (thing, target) => { this.#move(thing, this.#context.shown.indexOf(target)); });
  }

  /** -1: the criterion. */
  #thingAt(column: number): number {
    return column === 0 ? -1 : (this.#context.shown[column - 1] ?? -1);
  }

  #columnOf(thing: number): number {
    return thing < 0 ? 0 : this.#context.shown.indexOf(thing) + 1;
  }

  #activate(row: number | undefined, column: number): void {
    const thing = this.#thingAt(column);
    if (row === undefined) sortByColumn(this.#context, thing);
    else this.#context.showDetails(row, thing);
  }

  #move(thing: number, to: number): void {
    if (thing >= 0) moveColumn(this.#context, thing, to, () => { this.#focus.focusHead(to + 1); });
  }

  #keepScroll(): void {
    this.#context.change({ scroll: [this.root.scrollTop, this.root.scrollLeft] });
  }
}
