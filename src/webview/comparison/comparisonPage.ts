import { sortedIndexes } from '../../core/comparison/sortCells';
import { ChromeView } from './chromeView';
import type { PageContext } from './context';
import { DecideView } from './decideView';
import { DetailsView } from './detailsView';
import { element, format } from './element';
import { FiguresView } from './figuresView';
import { modelOf, type Model } from './model';
import { readState, type PageState } from './pageState';
import type { FromPage, PageComparison, PageStrings, ToPage } from './protocol';
import { QuizView } from './quizView';
import { TableView } from './tableView';

/** What the page needs of VS Code. */
export interface PageHost {
  readonly post: (message: FromPage) => void;
  readonly keep: (state: PageState) => void;
  readonly kept: () => unknown;
}

interface Views {
  readonly chrome: ChromeView;
  readonly table: TableView;
  readonly details: DetailsView;
  readonly decide: DecideView;
  readonly figures: FiguresView;
  readonly quiz: QuizView;
}

/** With more things than this, the page opens with the first few: two to four side by side read best. */
const mostAtOnce = 5;
const firstFew = 3;

/** The page: takes the extension's messages, keeps the state, and tells its parts to show it. */
export class ComparisonPage {
  readonly #host: PageHost;
  readonly #status = element('div', { class: 'visually-hidden', role: 'status' });
  #comparison: PageComparison | undefined;
  #strings: PageStrings | undefined;
  #model: Model = { things: [], groups: [], rows: [] };
  #state: PageState = readState(undefined, '');
  #views: Views | undefined;

  constructor(host: PageHost) {
    this.#host = host;
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case 'show':
        this.#show(message);
        return;
      case 'choose':
        this.#choose(message.things);
        return;
      case 'gone':
        this.#views = undefined;
        document.body.replaceChildren(element('p', { class: 'empty' }, message.message));
        return;
      case 'copied':
        this.#announce(this.#strings?.copied ?? '');
        this.#views?.chrome.confirmCopy();
        return;
      case 'not-saved':
        this.#views?.details.notSaved(message.message);
        return;
    }
  }

  #show({ comparison, strings, only }: ToPage & { readonly type: 'show' }): void {
    if (this.#comparison?.noteId !== comparison.noteId) this.#state = readState(this.#host.kept(), comparison.noteId);
    this.#comparison = comparison;
    this.#strings = strings;
    if (this.#state.grid >= comparison.grids.length) this.#state = { ...this.#state, grid: 0 };
    this.#model = modelOf(comparison, this.#state.grid);
    const isFirst = this.#views === undefined;
    const views = this.#views ?? this.#build();
    if (only !== undefined) this.#choose(only);
    this.#refresh(views, true);
    if (isFirst) views.table.restoreScroll();
    this.#host.keep(this.#state);
  }

  #build(): Views {
    const context = this.#context();
    const details: DetailsView = new DetailsView(context, () => {
      this.#views?.table.markDetails(undefined, -1);
      this.#focusBack();
    });
    const decide = new DecideView(context, () => {
      this.#change({ deciding: false });
      this.#views?.chrome.focusDecide();
    });
    const views: Views = { chrome: new ChromeView(context), table: new TableView(context), details, decide, figures: new FiguresView(), quiz: new QuizView() };
    this.#views = views;
    const help = element('p', { id: 'grid-help', hidden: true }, context.strings.scrollHint);
    const stage = element('div', { class: 'stage' }, views.table.root, views.figures.root, views.quiz.root, details.root);
    stage.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.isOpen) return;
      event.preventDefault();
      details.close();
    });
    const main = element('main', { class: 'main' }, stage, decide.root);
    document.body.replaceChildren(views.chrome.root, main, help, this.#status);
    return views;
  }

  #refresh(views: Views, dataChanged: boolean): void {
    const context = this.#context();
    views.table.root.hidden = context.state.view !== 'table';
    views.table.update(context, dataChanged);
    views.chrome.update(context, views.table.visible);
    views.details.update(context);
    views.decide.update(context);
    views.figures.update(context);
    views.quiz.update(context);
  }

  #change(part: Partial<PageState>): void {
    const gridChanges = part.grid !== undefined && part.grid !== this.#state.grid;
    this.#state = { ...this.#state, ...part, ...(gridChanges ? { sort: undefined, columnsBy: undefined } : {}) };
    this.#host.keep(this.#state);
    if (this.#views === undefined || this.#comparison === undefined || (part.scroll !== undefined && Object.keys(part).length === 1)) return;
    if (gridChanges) {
      this.#model = modelOf(this.#comparison, this.#state.grid);
      this.#views.details.close();
    }
    if (part.view !== undefined && part.view !== 'table') this.#views.details.close();
    this.#refresh(this.#views, gridChanges);
    if (part.deciding === true) this.#views.decide.focus();
  }

  /** Names of the note only; a grid that has none of them stays as it is. Another grid is opened where it has more of them. */
  #choose(names: readonly string[]): void {
    const { grids = [] } = this.#comparison ?? {};
    const counts = grids.map((grid) => names.filter((name) => grid.things.includes(name)).length);
    const most = Math.max(0, ...counts);
    const grid = (counts[this.#state.grid] ?? 0) === most ? this.#state.grid : counts.indexOf(most);
    const known = names.filter((name, index) => grids[grid]?.things.includes(name) === true && names.indexOf(name) === index);
    if (known.length > 0) this.#change({ grid, chosen: { ...this.#state.chosen, [grid]: known }, columnsBy: undefined });
  }

  #shown(): readonly number[] {
    const { things } = this.#model;
    const chosen = this.#state.chosen[String(this.#state.grid)]?.map((name) => things.indexOf(name)).filter((thing) => thing >= 0) ?? [];
    return chosen.length > 0 ? chosen : things.map((_, thing) => thing).slice(0, things.length > mostAtOnce ? firstFew : mostAtOnce);
  }

  #sortColumns(rowIndex: number): void {
    const row = this.#model.rows[rowIndex];
    if (row === undefined || this.#strings === undefined) return;
    const shown = this.#shown();
    const direction = this.#state.columnsBy?.row === row.name && this.#state.columnsBy.direction === 'descending' ? 'ascending' : 'descending';
    const order = sortedIndexes(shown.flatMap((thing) => row.cells[thing] ?? []), direction, this.#comparison?.language ?? 'en').flatMap((index) => shown[index] ?? []);
    this.#choose(order.map((thing) => this.#model.things[thing] ?? ''));
    this.#change({ columnsBy: { row: row.name, direction } });
    this.#announce(format(this.#strings.sortColumnsDone, row.name));
  }

  #focusBack(): void {
    this.#views?.table.root.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  #announce(text: string): void {
    this.#status.textContent = text;
  }

  #context(): PageContext {
    if (this.#comparison === undefined || this.#strings === undefined) throw new Error('The page has nothing to show yet.');
    return {
      comparison: this.#comparison,
      strings: this.#strings,
      model: this.#model,
      state: this.#state,
      shown: this.#shown(),
      change: (part) => { this.#change(part); },
      post: this.#host.post,
      announce: (text) => { this.#announce(text); },
      showDetails: (row, thing, edit) => {
        this.#views?.details.show(this.#context(), row, thing, edit);
        this.#views?.table.markDetails(row, thing);
      },
      goToCell: (row, thing) => {
        this.#change({ view: 'table', filter: '', differencesOnly: false });
        this.#views?.table.focusCell(row, thing);
      },
      goToFigure: (row) => {
        this.#change({ view: 'figures' });
        this.#views?.figures.reveal(row);
      },
      choose: (things) => { this.#choose(things); },
      sortColumns: (row) => { this.#sortColumns(row); },
    };
  }
}
