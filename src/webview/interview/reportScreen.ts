import type { Context, Screen } from './context';
import { button, primaryButton } from './controls';
import { element, rich } from './element';
import type { View, ViewOf } from './protocol';
import { commentSection } from './reviewScreen';

/** What came of the interview, in short. The whole of it is in the Markdown report. */
export function reportScreen(view: ViewOf<'report'>, { title, words, press }: Context): Screen {
  const save = primaryButton(words.saveReport, () => { press('saveReport'); });
  const root = element(
    'main',
    { class: 'column' },
    element('p', { class: 'place' }, view.facts.join(' · ')),
    element('h1', { tabindex: -1 }, title),
    element('div', { class: 'actions' }, save, element('div', { class: 'others' }, button(words.replay, () => { press('replay'); }), view.canComment ? button(words.comment, () => { press('comment'); }) : undefined, button(words.history, () => { press('history'); }), button(words.again, () => { press('again'); }))),
    view.judge ? undefined : tableOf(view.scores),
    view.judge ? undefined : element('section', { class: 'due' }, element('h2', {}, view.due.title), element('ul', {}, ...view.due.items.map(({ text, points }) => element('li', {}, text, points.length === 0 ? undefined : element('ul', {}, ...points.map((point) => element('li', {}, point))))))),
    ...view.evidence.map(({ title: dimension, items }) =>
      element('section', { class: 'evidence' }, element('h2', {}, dimension), element('ul', {}, ...items.map(({ good, about, text }) => element('li', { class: good ? 'good' : 'bad' }, mark(good, good ? words.named : words.missed), element('span', {}, text, element('span', { class: 'note' }, about)))))),
    ),
    commentSection(view.comment),
  );
  return { root, focus: root.querySelector<HTMLElement>('h1') ?? save, primary: () => { press('saveReport'); } };
}

/** A finished interview: what was said beside what a good answer has. */
export function replayScreen(view: ViewOf<'replay'>, { title, words, press }: Context): Screen {
  const root = element(
    'main',
    { class: 'column wide' },
    element('p', { class: 'place' }, view.facts.join(' · ')),
    element('h1', { tabindex: -1 }, title),
    element('div', { class: 'actions' }, element('div', { class: 'others' }, button(words.showReport, () => { press('showReport'); }), button(words.history, () => { press('history'); }))),
    ...view.turns.map(({ place, front, said, points, answerHtml }) =>
      element(
        'article',
        { class: 'turn' },
        element('p', { class: 'place' }, place),
        element('h2', { class: 'front' }, front),
        element(
          'div',
          { class: 'sides' },
          element('section', {}, element('h3', {}, words.yourAnswer), element('p', { class: said === '' ? 'typed quiet' : 'typed' }, said === '' ? words.nothingTyped : said)),
          element(
            'section',
            {},
            element('h3', {}, words.points),
            element('ul', { class: 'marks' }, ...points.map(({ text, on }) => element('li', { class: on ? 'good' : 'bad' }, mark(on, on ? words.named : words.missed), element('span', {}, text)))),
            answerHtml === '' ? undefined : rich('model', answerHtml),
          ),
        ),
      ),
    ),
  );
  return { root, focus: root.querySelector<HTMLElement>('h1') ?? root };
}

export function historyScreen(view: ViewOf<'history'>, { title, words, post, press }: Context): Screen {
  const { interviews, trends, suggestion } = view;
  const begin = () => {
    if (suggestion === undefined) press('again');
    else post({ type: 'suggested' });
  };
  const start = primaryButton(suggestion === undefined ? words.again : words.start, begin);
  const root = element(
    'main',
    { class: 'column wide' },
    element('h1', { tabindex: -1 }, title),
    view.empty === undefined ? undefined : element('p', { class: 'quiet' }, view.empty),
    element('section', { class: 'aside next' }, suggestion === undefined ? undefined : element('p', {}, `${words.suggested} ${suggestion}`), element('div', { class: 'actions' }, start)),
    interviews.rows.length === 0
      ? undefined
      : element(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': interviews.caption },
          element(
            'table',
            {},
            element('caption', {}, interviews.caption),
            element('thead', {}, element('tr', {}, ...interviews.head.map((name) => element('th', { scope: 'col' }, name)))),
            element(
              'tbody',
              {},
              ...interviews.rows.map(({ interview, cells: [first = '', ...others] }) =>
                element('tr', {}, element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link', onClick: () => { post({ type: 'open', interview }); } }, first)), ...others.map((cell) => element('td', {}, cell))),
              ),
            ),
          ),
        ),
    trends.items.length === 0
      ? undefined
      : element('section', { class: 'trends' }, element('h2', {}, trends.title), element('ul', {}, ...trends.items.map(({ topic, text, shares }) => element('li', {}, element('span', { class: 'topic' }, topic), bars(shares), element('span', { class: 'quiet' }, text))))),
  );
  return { root, focus: root.querySelector<HTMLElement>('h1') ?? start, primary: begin };
}

function tableOf({ caption, head, rows }: Extract<View, { screen: 'report' }>['scores']): HTMLElement {
  return element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, caption),
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows.map(([first = '', ...others]) => element('tr', {}, element('th', { scope: 'row' }, first), ...others.map((cell) => element('td', {}, cell))))),
  );
}

function mark(good: boolean, label: string): HTMLElement {
  return element('span', { class: 'mark', role: 'img', 'aria-label': label }, good ? '✓' : '✗');
}

/** The last eight shares as small bars; the text beside them says the same. */
function bars(shares: readonly number[]): Element {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shown = shares.slice(-8);
  svg.setAttribute('width', '64');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  shown.forEach((share, i) => {
    const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const height = Math.max(1, Math.round(share * 16));
    for (const [name, value] of Object.entries({ x: i * 8, y: 16 - height, width: 6, height })) bar.setAttribute(name, String(value));
    svg.append(bar);
  });
  return svg;
}
