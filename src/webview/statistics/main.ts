import { element } from './nodes';
import { picture } from './pictures';
import { isToStatistics, type Chart, type FromStatistics, type StatisticsMessage, type Table } from './protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromStatistics): void; setState(state: object): void };

const editor = acquireVsCodeApi();
editor.setState({});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isToStatistics(data)) show(data);
});

editor.postMessage({ type: 'ready' });

function show({ title, facts, empty, charts }: StatisticsMessage): void {
  // What is scrolled stays where it was when new numbers come.
  const scrolled = new Map([...document.querySelectorAll<HTMLElement>('.scroll')].map((each) => [each.dataset['id'], each.scrollTop]));
  const main = element('main', {}, element('h1', {}, title));
  if (facts.length > 0) main.append(element('dl', { class: 'facts' }, ...facts.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value)))));
  if (empty !== undefined) main.append(element('p', { class: 'empty' }, empty));
  main.append(...charts.map(section));
  document.body.replaceChildren(main);
  for (const each of document.querySelectorAll<HTMLElement>('.scroll')) each.scrollTop = scrolled.get(each.dataset['id']) ?? 0;
}

function section({ id, title, explanation, picture: shown, table: rows }: Chart): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, title),
    element('p', { class: 'explanation' }, explanation),
    element('div', { class: 'pair' }, element('div', { class: 'picture' }, picture(shown)), table(id, rows)),
  );
}

/** A long table scrolls beside its picture, also by keyboard. */
function table(id: string, { caption, columns, rows }: Table): HTMLElement {
  const [first = '', ...others] = columns;
  const head = element('tr', {}, element('th', { scope: 'col' }, first), ...others.map((name) => element('th', { scope: 'col', class: 'number' }, name)));
  const body = rows.map(([name = '', ...cells]) => element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))));
  const shown = element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body));
  return element('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption, 'data-id': id }, shown);
}
