interface GridActions {
  /** `row` is `undefined` in the header. Column 0 is the criterion. */
  readonly activate: (row: number | undefined, column: number) => void;
  readonly edit: (row: number, column: number) => void;
  readonly move: (column: number, by: -1 | 1) => void;
  readonly hide: (column: number) => void;
}

export interface GridPlace {
  readonly row: number | undefined;
  readonly column: number;
  readonly focused: boolean;
}

/** The keyboard in the table (ARIA grid pattern): one tab stop, arrows from cell to cell. */
export class GridFocus {
  readonly #table: HTMLTableElement;
  readonly #actions: GridActions;
  #current: HTMLTableCellElement | undefined;

  constructor(table: HTMLTableElement, actions: GridActions) {
    this.#table = table;
    this.#actions = actions;
    table.addEventListener('keydown', (event) => {
      if (event.target instanceof HTMLTableCellElement && this.#press(event, event.target)) event.preventDefault();
    });
    table.addEventListener('focusin', (event) => {
      if (event.target instanceof HTMLTableCellElement) this.#remember(event.target);
    });
  }

  focus(row: HTMLTableRowElement | undefined, column: number): void {
    const cell = row?.cells[Math.max(0, column)];
    if (cell !== undefined) this.focusElement(cell);
  }

  focusHead(column: number): void {
    this.focus(this.#table.tHead?.rows[0], column);
  }

  focusElement(cell: HTMLTableCellElement): void {
    this.#remember(cell);
    cell.focus({ preventScroll: true });
    this.#reveal(cell);
  }

  activate(cell: HTMLTableCellElement): void {
    this.#actions.activate(rowOf(cell), cell.cellIndex);
  }

  place(): GridPlace | undefined {
    if (this.#current === undefined) return undefined;
    return { row: rowOf(this.#current), column: this.#current.cellIndex, focused: this.#current === document.activeElement };
  }

  restore(place: GridPlace | undefined): void {
    this.#current = undefined;
    const row = place?.row === undefined ? this.#table.tHead?.rows[0] : this.#table.querySelector<HTMLTableRowElement>(`tr[data-row="${String(place.row)}"]`);
    const cell = row?.cells[Math.min(place?.column ?? 0, row.cells.length - 1)];
    if (cell === undefined) return;
    this.#remember(cell);
    if (place?.focused === true) cell.focus({ preventScroll: true });
  }

  /** A filter may hide the cell that Tab leads to. */
  keepReachable(): void {
    const head = this.#table.tHead?.rows[0]?.cells[0];
    if ((this.#current === undefined || this.#current.closest('[hidden]') !== null) && head !== undefined) this.#remember(head);
  }

  #remember(cell: HTMLTableCellElement): void {
    if (this.#current !== undefined) this.#current.tabIndex = -1;
    cell.tabIndex = 0;
    this.#current = cell;
  }

  #press(event: KeyboardEvent, cell: HTMLTableCellElement): boolean {
    const inHead = rowOf(cell) === undefined;
    const column = cell.cellIndex;
    if (event.altKey && inHead && column > 0 && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      this.#actions.move(column, event.key === 'ArrowLeft' ? -1 : 1);
      return true;
    }
    if (event.altKey || event.metaKey) return false;
    const rows = this.#visibleRows();
    const at = rows.findIndex((row) => row === cell.parentElement);
    const to = (row: number, target: number) => {
      const found = rows[Math.max(0, Math.min(rows.length - 1, row))];
      this.focus(found, Math.max(0, Math.min((found?.cells.length ?? 1) - 1, target)));
      return true;
    };
    switch (event.key) {
      case 'ArrowUp':
        return to(at - 1, column);
      case 'ArrowDown':
        return to(at + 1, column);
      case 'ArrowLeft':
        return to(at, column - 1);
      case 'ArrowRight':
        return to(at, column + 1);
      case 'PageUp':
        return to(at - 10, column);
      case 'PageDown':
        return to(at + 10, column);
      case 'Home':
        return to(event.ctrlKey ? 0 : at, 0);
      case 'End':
        return to(event.ctrlKey ? rows.length : at, Number.MAX_SAFE_INTEGER);
      case 'Enter':
      case ' ':
        this.activate(cell);
        return true;
      case 'F2': {
        const row = rowOf(cell);
        if (row !== undefined) this.#actions.edit(row, column);
        return true;
      }
      case 'Delete':
        if (!inHead || column === 0) return false;
        this.#actions.hide(column);
        return true;
      default:
        return false;
    }
  }

  #visibleRows(): HTMLTableRowElement[] {
    return [...this.#table.rows].filter((row) => !row.hidden && !row.classList.contains('group') && row.parentElement?.hidden !== true);
  }

  /** Sticky header and first column cover what the browser itself takes for visible. */
  #reveal(cell: HTMLTableCellElement): void {
    const scroller = this.#table.parentElement;
    if (scroller === null) return;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const bounds = scroller.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const head = this.#table.tHead?.getBoundingClientRect().height ?? 0;
    const first = this.#table.tHead?.rows[0]?.cells[0]?.getBoundingClientRect().width ?? 0;
    if (rowOf(cell) !== undefined && box.top < bounds.top + head) scroller.scrollTop -= bounds.top + head - box.top;
    if (cell.cellIndex > 0 && box.left < bounds.left + first) scroller.scrollLeft -= bounds.left + first - box.left;
  }
}

function rowOf(cell: HTMLTableCellElement): number | undefined {
  const row = cell.parentElement?.dataset['row'];
  return row === undefined ? undefined : Number(row);
}
