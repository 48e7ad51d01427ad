import type { Cell } from '../../core/comparison/readCell';
import { linksOf } from '../../core/comparison/linksOf';
import { readInline } from '../../core/comparison/readInline';
import { isStale, valueNodes } from './cellNodes';
import type { PageContext } from './context';
import { button, iconButton } from './buttons';
import { element, format } from './element';
import type { ModelRow } from './model';
import type { Place } from './protocol';
import { styledNodes } from './styledNodes';

/** One cell in full, below the table: value, year, what it was before, sources, and the way to its line. */
export class DetailsView {
  readonly root = element('section', { class: 'details', hidden: true, tabindex: -1 });
  #context: PageContext;
  #at: { readonly row: string; readonly thing: string | undefined } | undefined;
  /** The version whose text is being edited, and whether the new text is on its way. */
  #editing: { readonly version: number; saving: boolean } | undefined;
  readonly #onClose: () => void;

  constructor(context: PageContext, onClose: () => void) {
    this.#context = context;
    this.#onClose = onClose;
  }

  get isOpen(): boolean {
    return this.#at !== undefined;
  }

  show(context: PageContext, row: number, thing: number, edit = false): void {
    const found = context.model.rows[row];
    if (found === undefined) return;
    this.#at = { row: found.name, thing: thing < 0 ? undefined : context.model.things[thing] };
    this.#editing = undefined;
    this.#render(context, found, thing);
    if (edit && thing >= 0 && context.comparison.editable && found.markdown[thing] !== null) this.#edit(found, thing);
  }

  /** After the note has changed: the same cell by its names, or nothing. A text being typed is left alone. */
  update(context: PageContext): void {
    this.#context = context;
    if (this.#editing?.saving === true && this.#editing.version !== context.comparison.version) this.#editing = undefined;
    if (this.#at === undefined || this.#editing !== undefined) return;
    const { row, thing } = this.#at;
    const found = context.model.rows.find((candidate) => candidate.name === row);
    const index = thing === undefined ? -1 : context.model.things.indexOf(thing);
    if (found === undefined || (thing !== undefined && index < 0)) this.close();
    else this.#render(context, found, index);
  }

  close(): void {
    if (this.#at === undefined) return;
    this.#at = undefined;
    this.#editing = undefined;
    this.root.hidden = true;
    this.#onClose();
  }

  notSaved(message: string): void {
    if (this.#editing !== undefined) this.#editing.saving = false;
    const note = this.root.querySelector('.edit-problem');
    if (note !== null) note.textContent = message;
  }

  #render(context: PageContext, row: ModelRow, thing: number): void {
    this.#context = context;
    const { strings, model } = context;
    const title = thing < 0 ? row.name : `${model.things[thing] ?? ''} · ${row.name}`;
    this.root.hidden = false;
    this.root.setAttribute('aria-label', format(strings.details, title));
    this.root.replaceChildren(
      element('div', { class: 'details-head' }, element('h2', {}, title), iconButton('close', strings.close, () => { this.close(); })),
      ...(thing < 0 ? this.#criterion(row) : this.#cell(row, thing)),
    );
  }

  #criterion(row: ModelRow): HTMLElement[] {
    const { strings } = this.#context;
    return [
      element('p', { class: 'details-value' }, ...styledNodes(row.title, (link) => { this.#openLink(row, -1, link); })),
      ...this.#footnotes(row, -1, row.title.footnotes),
      element(
        'div',
        { class: 'button-row' },
        button(strings.sortColumns, () => { this.#context.sortColumns(row.index); }),
        row.figure === undefined ? undefined : button(strings.showChart, () => { this.#context.goToFigure(row.index); }),
        button(strings.openSource, () => { this.#openSource(row, -1); }),
      ),
    ];
  }

  #cell(row: ModelRow, thing: number): HTMLElement[] {
    const { strings, comparison } = this.#context;
    const cell = row.cells[thing];
    if (cell === undefined) return [];
    const absent = row.markdown[thing] === null;
    const facts = [
      cell.year === undefined ? undefined : isStale(cell, comparison.staleBefore) ? format(strings.stale, cell.year) : String(cell.year),
      cell.unverified ? strings.unverified : undefined,
    ].filter((fact) => fact !== undefined);
    const past = this.#past(cell);
    return [
      element('p', { class: `details-value ${cell.kind}` }, ...(absent ? [strings.missing] : valueNodes(cell, strings, (link) => { this.#openLink(row, thing, link); }))),
      ...(facts.length === 0 ? [] : [element('p', { class: 'facts' }, facts.join(' · '))]),
      ...(past === undefined ? [] : [past]),
      ...this.#footnotes(row, thing, readInline(row.markdown[thing] ?? '').footnotes),
      element(
        'div',
        { class: 'button-row' },
        comparison.editable && !absent ? button(strings.edit, () => { this.#edit(row, thing); }) : undefined,
        absent ? undefined : button(strings.openSource, () => { this.#openSource(row, thing); }),
      ),
    ];
  }

  #past(cell: Cell): HTMLElement | undefined {
    if (cell.history.length === 0) return undefined;
    const entries = cell.history.map((value) => element('li', {}, ...styledNodes(value.written)));
    return element('div', { class: 'past' }, element('h3', {}, this.#context.strings.before), element('ul', {}, ...entries));
  }

  #footnotes(row: ModelRow, thing: number, labels: readonly string[]): HTMLElement[] {
    const { strings, comparison } = this.#context;
    const markdown = thing < 0 ? this.#titleMarkdown(row) : (row.markdown[thing] ?? '');
    const notes = [...new Set(labels)].flatMap((label) => comparison.footnotes.find((footnote) => footnote.label === label) ?? []);
    if (notes.length === 0) return [];
    let link = linksOf(markdown, []).length;
    const items = notes.map((note) => {
      const inline = readInline(note.markdown.replace(/\[\^[^\]\s]{1,100}\]/g, ''));
      const from = link;
      link += inline.spans.filter((span) => span.style === 'link').length;
      return element('li', {}, ...styledNodes(inline, (index) => { this.#openLink(row, thing, index); }, from));
    });
    return [element('div', { class: 'sources' }, element('h3', {}, strings.sources), element('ul', {}, ...items))];
  }

  #titleMarkdown(row: ModelRow): string {
    const { comparison, state } = this.#context;
    return comparison.grids[state.grid]?.groups.flatMap((group) => group.rows)[row.index]?.title ?? '';
  }

  #place(row: ModelRow, thing: number): Place & { readonly of: 'cell' } {
    return { of: 'cell', grid: this.#context.state.grid, row: row.index, thing };
  }

  #openLink(row: ModelRow, thing: number, link: number): void {
    this.#context.post({ type: 'open-link', version: this.#context.comparison.version, place: this.#place(row, thing), link });
  }

  #openSource(row: ModelRow, thing: number): void {
    this.#context.post({ type: 'open-source', version: this.#context.comparison.version, place: this.#place(row, thing) });
  }

  /** The version is that of the text which the person saw when the edit began. */
  #edit(row: ModelRow, thing: number): void {
    const { strings, comparison } = this.#context;
    const editing = { version: comparison.version, saving: false };
    this.#editing = editing;
    const place = this.#place(row, thing);
    const input = element('textarea', { id: 'cell-text', rows: 2, maxlength: 10_000, spellcheck: 'false' });
    input.value = row.markdown[thing] ?? '';
    const cancel = () => { this.show(this.#context, row.index, thing); };
    const save = () => {
      this.#editing = undefined;
      this.#context.post({ type: 'edit', version: comparison.version, place, text: input.value });
    };
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      save();
    });
        this.root.querySelector('.button-row')?.replaceWith(
      element('div', { class: 'edit' }, element('label', { for: 'cell-text' }, strings.editLabel), input, element('p', { class: 'edit-problem', role: 'alert' }),
        element('div', { class: 'button-row' }, button(strings.save, save, 'primary'), button(strings.cancel, cancel))),
    );
    input.focus();
  }
}
