import type { Figure } from '../../core/comparison/figure';
import { isStale } from './cellNodes';
import { iconButton } from './buttons';
import type { PageContext } from './context';
import { element, format, svgElement } from './element';
import type { ModelRow } from './model';
import { styledNodes } from './styledNodes';
import { introNodes } from './tableNodes';

const width = 520;
const labelWidth = 130;
const valueWidth = 90;
const lineHeight = 26;

/** Every numeric row as bars from zero, with the same numbers as a table beside it. */
export class FiguresView {
  readonly root = element('section', { class: 'figures', hidden: true });
  #shown = '';

  update(context: PageContext): void {
    this.root.hidden = context.state.view !== 'figures';
    if (this.root.hidden) return;
    const { strings, comparison, state } = context;
    const shown = JSON.stringify([comparison.version, state.grid, context.shown]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.root.setAttribute('aria-label', strings.figures);
    const rows = context.model.rows.filter((row) => row.figure !== undefined);
    this.root.replaceChildren(
      ...(rows.length === 0 ? [element('p', { class: 'empty' }, strings.figuresNone)] : [element('p', { class: 'hint' }, strings.figuresIntro)]),
      ...rows.flatMap((row, index) => this.#figure(context, row, row.group !== rows[index - 1]?.group)),
    );
  }

  reveal(row: number): void {
    const figure = this.root.querySelector<HTMLElement>(`[data-row="${String(row)}"]`);
    figure?.scrollIntoView({ block: 'start' });
    figure?.focus();
  }

  #figure(context: PageContext, row: ModelRow, startsGroup: boolean): HTMLElement[] {
    const { strings, model, comparison } = context;
    const { figure } = row;
    if (figure === undefined) return [];
    const group = model.groups[row.group];
    const number = new Intl.NumberFormat(comparison.language);
    const lines = figure.bars.map((bar) => {
      const cell = row.cells[bar.thing];
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, model.things[bar.thing] ?? ''),
        element('td', { class: 'number' }, [number.format(bar.value), figure.unit].filter((part) => part !== '').join(' ')),
        element('td', { class: cell !== undefined && isStale(cell, comparison.staleBefore) ? 'stale' : undefined }, [bar.year === undefined ? undefined : String(bar.year), bar.context].filter((part) => part !== undefined).join(', ')),
        element('td', {}, bar.unverified ? strings.unverified : ''),
      );
    });
    const head = startsGroup && group !== undefined && group.title !== '' ? [element('div', { class: 'figure-group' }, element('h2', {}, group.title), group.intro === '' ? undefined : element('p', { class: 'hint' }, ...introNodes(context, row.group)))] : [];
    return [
      ...head,
      element(
        'figure',
        { 'data-row': row.index, tabindex: -1 },
        element('figcaption', {}, element('span', {}, ...styledNodes(row.title)), saveButton(context, row, figure)),
        element(
          'div',
          { class: 'figure-body' },
          chart(figure, model.things, number, format(strings.chartLabel, row.name)),
          element('table', {}, element('thead', {}, element('tr', {}, ...[strings.thing, strings.value, strings.year].map((label) => element('th', { scope: 'col' }, label)), element('td'))), element('tbody', {}, ...lines)),
        ),
      ),
    ];
  }
}

function saveButton({ strings, comparison, state, post }: PageContext, row: ModelRow, figure: Figure): HTMLElement {
  const things = figure.bars.map((bar) => bar.thing);
  return iconButton('save', `${strings.savePicture}: ${row.name}`, () => { post({ type: 'save-picture', version: comparison.version, grid: state.grid, row: row.index, things }); });
}

function chart(figure: Figure, things: readonly string[], number: Intl.NumberFormat, label: string): SVGElement {
  const height = figure.bars.length * lineHeight + 24;
  const low = figure.ticks[0] ?? 0;
  const high = figure.ticks.at(-1) ?? 1;
  const span = high - low || 1;
  const x = (value: number) => labelWidth + ((value - low) / span) * (width - labelWidth - valueWidth);
  const tickText = high >= 10_000 ? new Intl.NumberFormat(number.resolvedOptions().locale, { notation: 'compact' }) : number;
  const ticks = figure.ticks.flatMap((tick) => [
    svgElement('line', { class: tick === 0 ? 'axis' : 'tick', x1: x(tick), x2: x(tick), y1: 0, y2: height - 20 }),
    svgElement('text', { class: 'tick-label', x: x(tick), y: height - 6, 'text-anchor': 'middle' }, tickText.format(tick)),
  ]);
  const bars = figure.bars.flatMap((bar, index) => {
    const y = index * lineHeight + 5;
    const [from, to] = [Math.min(x(0), x(bar.value)), Math.max(x(0), x(bar.value))];
    return [
      svgElement('text', { class: 'bar-label', x: labelWidth - 8, y: y + 12, 'text-anchor': 'end' }, shorten(things[bar.thing] ?? '')),
      svgElement('rect', { class: bar.unverified ? 'bar unverified' : 'bar', x: from, y, width: Math.max(1, to - from), height: lineHeight - 10, rx: 2 }),
      svgElement('text', { class: 'bar-value', x: to + 6, y: y + 12 }, number.format(bar.value)),
    ];
  });
  return svgElement('svg', { role: 'img', 'aria-label': label, viewBox: `0 0 ${String(width)} ${String(height)}` }, ...ticks, ...bars);
}

function shorten(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
