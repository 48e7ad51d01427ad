import { differences } from '../../core/comparison/differences';
import { readInline } from '../../core/comparison/readInline';
import { compareTexts, sortedIndexes } from '../../core/comparison/sortCells';
import { historyText, markNodes, valueNodes } from './cellNodes';
import type { PageContext } from './context';
import { element, format, icon } from './element';
import { GridFocus } from './gridFocus';
import type { ModelRow } from './model';
import { styledNodes } from './styledNodes';

/** Rows lie out by themselves (see the style sheet), which takes the table's roles from its elements: they are written out. */
const cellTemplate = element('td', { role: 'gridcell', tabindex: -1 });

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
      move: (column, by) => { this.#move(column, by); },
      hide: (column) => { this.#hide(column); },
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
    this.#focus.focus(this.#rows.get(row), thing < 0 ? 0 : this.#context.shown.indexOf(thing) + 1);
  }

  markDetails(row: number | undefined, thing: number): void {
    this.#table.querySelector('.selected')?.classList.remove('selected');
    if (row !== undefined) this.#rows.get(row)?.cells[thing < 0 ? 0 : this.#context.shown.indexOf(thing) + 1]?.classList.add('selected');
  }

  #build(): void {
    const { model, strings, shown, comparison } = this.#context;
    const place = this.#focus.place();
    this.#rows.clear();
    this.#groups.length = 0;
    const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, this.#headCell(strings.criterion, -1), ...shown.map((thing) => this.#headCell(model.things[thing] ?? '', thing))));
    this.#table.setAttribute('aria-label', comparison.title);
    this.#table.style.setProperty('--things', String(shown.length));
    this.#table.replaceChildren(head);
    model.groups.forEach((group) => {
      const body = element('tbody', { role: 'rowgroup' });
      if (group.title !== '' || group.intro !== '') {
        const label = element('div', { class: 'group-label' }, element('span', {}, group.title));
        if (group.intro !== '') label.append(element('p', {}, ...introNodes(this.#context, model.groups.indexOf(group))));
        body.append(element('tr', { class: 'group', role: 'row' }, element('th', { scope: 'rowgroup', role: 'rowheader', colspan: shown.length + 1 }, label)));
      }
      for (const row of group.rows) if (row.index < rowsAtFirst) body.append(this.#row(row));
      this.#groups.push(body);
    });
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
    for (const row of rows) this.#groups[row.group]?.append(this.#row(row));
    this.#arrange();
  }

  #headCell(name: string, thing: number): HTMLElement {
    return element('th', { scope: 'col', role: 'columnheader', tabindex: -1, class: thing < 0 ? 'corner' : 'thing', draggable: thing < 0 ? undefined : 'true', 'data-thing': thing }, element('span', { class: 'name' }, name), icon('sort'));
  }

  #row(row: ModelRow): HTMLTableRowElement {
    const { strings, shown, comparison } = this.#context;
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
    this.#rows.set(row.index, made);
    return made;
  }

  /** Sorts within the groups and hides what is not asked for. */
  #arrange(): void {
    const { model, state, shown, strings, comparison } = this.#context;
    const words = state.filter.toLowerCase().normalize('NFC').split(/\s+/).filter((word) => word !== '');
    const differing = state.differencesOnly ? new Set(differences(model.rows.map((row) => row.cells), shown)) : undefined;
    const visible: number[] = [];
    model.groups.forEach((group, index) => {
      const body = this.#groups[index];
      if (body === undefined) return;
      let last: Element | null = body.querySelector(':scope > .group');
      let some = false;
      for (const row of this.#sorted(group.rows)) {
        const matches = words.every((word) => row.haystack.includes(word)) && differing?.has(row.index) !== false;
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

  #sorted(rows: readonly ModelRow[]): readonly ModelRow[] {
    const { sort } = this.#context.state;
    const { model, comparison } = this.#context;
    if (sort === undefined) return rows;
    if (sort.thing === '') {
      const turn = sort.direction === 'ascending' ? 1 : -1;
      return [...rows].sort((one, other) => turn * compareTexts(one.name, other.name, comparison.language));
    }
    const thing = model.things.indexOf(sort.thing);
    if (thing < 0) return rows;
    return sortedIndexes(rows.flatMap((row) => row.cells[thing] ?? []), sort.direction, comparison.language).flatMap((index) => rows[index] ?? []);
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
    let dragged: number | undefined;
    const thingOf = (event: Event) => {
      const head = event.target instanceof Element ? event.target.closest<HTMLElement>('th.thing') : null;
      return head === null ? undefined : Number(head.dataset['thing']);
    };
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
    this.#table.addEventListener('dragstart', (event) => {
      dragged = thingOf(event);
      event.dataTransfer?.setData('text/plain', '');
    });
    this.#table.addEventListener('dragover', (event) => {
      if (dragged !== undefined && thingOf(event) !== undefined) event.preventDefault();
    });
    this.#table.addEventListener('drop', (event) => {
      const target = thingOf(event);
      if (dragged === undefined || target === undefined) return;
      event.preventDefault();
      this.#reorder(dragged, this.#context.shown.indexOf(target));
      dragged = undefined;
    });
  }

  #thingAt(column: number): number {
    return column === 0 ? -1 : (this.#context.shown[column - 1] ?? -1);
  }

  #activate(row: number | undefined, column: number): void {
    const { model, state } = this.#context;
    const thing = this.#thingAt(column);
    if (row !== undefined) {
      this.#context.showDetails(row, thing);
      return;
    }
    const name = thing < 0 ? '' : (model.things[thing] ?? '');
    const first = thing < 0 ? 'ascending' : 'descending';
    const second = thing < 0 ? 'descending' : 'ascending';
    const sort = state.sort?.thing !== name ? { thing: name, direction: first } as const : state.sort.direction === first ? { thing: name, direction: second } as const : undefined;
    this.#context.change({ sort });
    const { strings } = this.#context;
    const label = name === '' ? strings.criterion : name;
    this.#context.announce(sort === undefined ? strings.sortedNot : format(sort.direction === 'ascending' ? strings.sortedAscending : strings.sortedDescending, label));
  }

  #move(column: number, by: -1 | 1): void {
    const thing = this.#context.shown[column - 1];
    if (thing !== undefined) this.#reorder(thing, column - 1 + by);
  }

  #reorder(thing: number, to: number): void {
    const { shown, model, strings } = this.#context;
    if (to < 0 || to >= shown.length) return;
    const order = shown.filter((other) => other !== thing);
    order.splice(to, 0, thing);
    this.#context.choose(order.map((other) => model.things[other] ?? ''));
    this.#focus.focusHead(to + 1);
    this.#context.announce(format(strings.moved, model.things[thing] ?? '', to + 1, order.length));
  }

  #hide(column: number): void {
    const { shown, model, strings } = this.#context;
    const thing = shown[column - 1];
    if (thing === undefined || shown.length < 2) return;
    this.#context.choose(shown.filter((other) => other !== thing).map((other) => model.things[other] ?? ''));
    this.#context.announce(format(strings.hidden, model.things[thing] ?? ''));
  }

  #keepScroll(): void {
    this.#context.change({ scroll: [this.root.scrollTop, this.root.scrollLeft] });
  }
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
