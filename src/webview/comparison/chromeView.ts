import { compareRow } from '../../core/comparison/differences';
import { button, iconButton } from './buttons';
import type { PageContext } from './context';
import { element, format, icon } from './element';
import type { View } from './pageState';

const views: readonly View[] = ['table', 'figures', 'quiz'];

/** Everything above the table: title, views, filter, and which things are shown. */
export class ChromeView {
  readonly root = element('header', { class: 'chrome' });
  readonly #title = element('h1');
  readonly #decide: HTMLButtonElement;
  readonly #tabs = element('div', { class: 'tabs', role: 'tablist' });
  readonly #filter = element('input', { type: 'text', class: 'filter', spellcheck: 'false' });
  readonly #differences = element('button', { type: 'button', class: 'toggle' });
  readonly #count = element('span', { class: 'count' });
  readonly #tools = element('div', { class: 'tools' });
  readonly #gridPicker = element('select', { class: 'grid-picker' });
  readonly #things = element('div', { class: 'things', role: 'group' });
  readonly #problems = element('details', { class: 'problems' });
  #context: PageContext;
  #rows: readonly number[] = [];
  #problemsShown = -1;
  #thingsShown = '';

  constructor(context: PageContext) {
    this.#context = context;
    const { strings } = context;
    this.#decide = button(strings.decide, () => { this.#context.change({ deciding: !this.#context.state.deciding, view: 'table' }); });
    this.#filter.placeholder = strings.filter;
    this.#filter.setAttribute('aria-label', strings.filter);
    this.#filter.addEventListener('input', () => { this.#context.change({ filter: this.#filter.value }); });
    this.#differences.textContent = strings.differencesOnly;
    this.#differences.addEventListener('click', () => { this.#context.change({ differencesOnly: !this.#context.state.differencesOnly }); });
    this.#gridPicker.setAttribute('aria-label', strings.compare);
    this.#gridPicker.addEventListener('change', () => { this.#context.change({ grid: Number(this.#gridPicker.value) }); });
    this.#tabs.setAttribute('aria-label', strings.views);
    this.#tabs.append(...views.map((view) => this.#tab(view)));
    this.#things.setAttribute('aria-label', strings.things);
    this.#things.addEventListener('keydown', (event) => { this.#walk(event); });
    this.#tools.append(
      iconButton('copy', strings.copyMarkdown, () => { this.#copy('markdown'); }),
      iconButton('csv', strings.copyCsv, () => { this.#copy('csv'); }),
      iconButton('file', strings.openNote, () => { this.#context.post({ type: 'open-note' }); }),
    );
    this.root.append(
      element('div', { class: 'title-row' }, this.#title, this.#decide),
      element('div', { class: 'tab-row' }, this.#tabs, this.#gridPicker, this.#tools),
      element('div', { class: 'filter-row' }, this.#filter, this.#differences, this.#count),
      this.#things,
      this.#problems,
    );
  }

  update(context: PageContext, rows: readonly number[]): void {
    this.#context = context;
    this.#rows = rows;
    const { comparison, strings, state, model, shown } = context;
    this.#title.textContent = comparison.title;
    const hasNeeds = comparison.needs.some((need) => need.rows.some((needRow) => model.rows.some((row) => row.name === needRow.row)));
    this.#decide.hidden = !hasNeeds;
    this.#decide.setAttribute('aria-expanded', String(state.deciding));
    for (const tab of this.#tabs.querySelectorAll<HTMLElement>('[role=tab]')) {
      const selected = tab.dataset['view'] === state.view;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    if (this.#filter.value !== state.filter) this.#filter.value = state.filter;
    this.#differences.setAttribute('aria-pressed', String(state.differencesOnly));
    this.root.classList.toggle('not-table', state.view !== 'table');
    const unclear = state.differencesOnly ? model.rows.filter((row) => compareRow(shown.flatMap((thing) => row.cells[thing] ?? [])) === 'unclear').length : 0;
    this.#count.textContent = [format(strings.rowsShown, rows.length, model.rows.length), ...(unclear > 0 ? [format(strings.rowsUnclear, unclear)] : [])].join(' · ');
    this.#showGrids();
    this.#showThings();
    this.#showProblems();
  }

  focusDecide(): void {
    this.#decide.focus();
  }

  confirmCopy(): void {
    this.#count.textContent = this.#context.strings.copied;
  }

  #tab(view: View): HTMLElement {
    return element(
      'button',
      {
        type: 'button',
        role: 'tab',
        'data-view': view,
        onClick: () => { this.#context.change({ view, ...(view === 'table' ? {} : { deciding: false }) }); },
        onKeydown: (event) => {
          if (!(event instanceof KeyboardEvent) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
          const next = views[(views.indexOf(view) + (event.key === 'ArrowRight' ? 1 : views.length - 1)) % views.length] ?? view;
          this.#context.change({ view: next, ...(next === 'table' ? {} : { deciding: false }) });
          this.#tabs.querySelector<HTMLElement>(`[data-view=${next}]`)?.focus();
        },
      },
      this.#context.strings[view],
    );
  }

  #showGrids(): void {
    const { comparison, state } = this.#context;
    this.#gridPicker.hidden = comparison.grids.length < 2;
    if (this.#gridPicker.options.length !== comparison.grids.length || this.#gridPicker.hidden) {
      this.#gridPicker.replaceChildren();
    }
    comparison.grids.forEach((grid, index) => {
      const names = grid.things.slice(0, 3).join(', ');
      const label = grid.things.length > 3 ? `${names} … (${String(grid.things.length)})` : names;
      const option = this.#gridPicker.options[index];
      if (option === undefined) this.#gridPicker.append(element('option', { value: index }, label));
      else if (option.textContent !== label) option.textContent = label;
    });
    this.#gridPicker.value = String(state.grid);
  }

  #showThings(): void {
    const { model, shown, strings } = this.#context;
    const state = JSON.stringify([model.things, shown]);
    if (state === this.#thingsShown) return;
    this.#thingsShown = state;
    const focused = document.activeElement instanceof HTMLElement && this.#things.contains(document.activeElement) ? document.activeElement.dataset['name'] : undefined;
    this.#things.hidden = model.things.length < 3;
    const chips = model.things.map((name, thing) =>
      element('button', { type: 'button', class: 'chip', 'data-name': name, 'aria-pressed': String(shown.includes(thing)), tabindex: -1, onClick: () => { this.#toggle(thing); } }, icon('check'), name),
    );
    const isWhole = shown.length === model.things.length;
    const all = element('button', { type: 'button', class: 'link', 'data-name': ' all', tabindex: -1, hidden: isWhole && model.things.length <= 3, onClick: () => { this.#context.choose(isWhole ? model.things.slice(0, 3) : model.things); } }, isWhole ? strings.fewThings : strings.allThings);
    this.#things.replaceChildren(...chips, all);
    const reachable = [...chips, all].find((chip) => chip.dataset['name'] === focused && !chip.hidden) ?? chips[0];
    if (reachable !== undefined) reachable.tabIndex = 0;
    if (focused !== undefined) reachable?.focus();
  }

  #toggle(thing: number): void {
    const { model, shown } = this.#context;
    const next = shown.includes(thing) ? shown.filter((other) => other !== thing) : [...shown, thing];
    if (next.length > 0) this.#context.choose(next.map((other) => model.things[other] ?? ''));
  }

  #walk(event: KeyboardEvent): void {
    const chips = [...this.#things.querySelectorAll<HTMLElement>('button:not([hidden])')];
    const at = chips.findIndex((chip) => chip === document.activeElement);
    const to = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? chips.length - 1 : -1;
    const next = chips[to];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    for (const chip of chips) chip.tabIndex = chip === next ? 0 : -1;
    next.focus();
  }

  #showProblems(): void {
    const { comparison, strings } = this.#context;
    if (this.#problemsShown === comparison.version) return;
    this.#problemsShown = comparison.version;
    this.#problems.hidden = comparison.problems.length === 0;
    const items = comparison.problems.map((problem, index) =>
      element('li', {}, element('button', { type: 'button', class: 'link', onClick: () => { this.#context.post({ type: 'open-problem', version: comparison.version, problem: index }); } }, problem)),
    );
    this.#problems.replaceChildren(element('summary', {}, icon('warning'), format(strings.problems, comparison.problems.length)), element('ul', {}, ...items));
  }

  #copy(what: 'markdown' | 'csv'): void {
    const { comparison, state, shown } = this.#context;
    this.#context.post({ type: 'copy', version: comparison.version, format: what, grid: state.grid, rows: this.#rows, things: shown });
  }
}
