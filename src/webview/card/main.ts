import DOMPurify from 'dompurify';
import { isToCard, type FromCard, type LabelledHtml, type ShowCard, type ShownAnswer, type ShownOption } from './protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromCard): void };

const editor = acquireVsCodeApi();
const page = document.body;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToCard(data)) return;
  if (data.type === 'clear') page.replaceChildren();
  else show(data);
});

page.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  editor.postMessage({ type: 'openLink', href: link.href });
});

editor.postMessage({ type: 'ready' });

function show(card: ShowCard): void {
  page.style.setProperty('--covered', `${card.covered}px`);
  const main = element('main', 'card');
  main.setAttribute('aria-live', 'polite');
  if (card.parent) main.append(text('p', 'parent', card.parent));
  main.append(text('h1', 'front', card.front));
  if (card.stemHtml) main.append(rich('div', 'stem', card.stemHtml));
  if (card.hint) main.append(labelled('hint', card.hint));
  if (card.options.length > 0) main.append(options(card.options));
  if (card.answer) main.append(...answer(card.answer));
  page.replaceChildren(main);
  if (card.answer) main.querySelector('.answer, .chosen')?.scrollIntoView({ block: 'nearest' });
  else window.scrollTo({ top: 0 });
}

function options(shown: readonly ShownOption[]): HTMLElement {
  const list = element('ol', 'options');
  for (const { key, html, verdict } of shown) {
    const item = element('li', verdict ? `option ${verdict.correct ? 'right' : 'wrong'}${verdict.chosen ? ' chosen' : ''}` : 'option');
    item.append(text('span', 'key', key));
    const body = element('div', 'body');
    body.append(rich('div', 'text', html));
    if (verdict && (verdict.chosen || verdict.correct || verdict.reasonHtml)) {
      const reason = rich('div', 'reason', verdict.reasonHtml);
      reason.prepend(text('strong', 'label', `${verdict.label} `));
      body.append(reason);
    }
    item.append(body);
    list.append(item);
  }
  return list;
}

function answer(shown: ShownAnswer): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (shown.html) parts.push(rich('section', 'answer', shown.html));
  if (shown.points) {
    const points = element('section', 'points');
    const list = element('ul', '');
    list.append(...shown.points.items.map((item) => text('li', '', item)));
    points.append(text('h2', 'label', shown.points.label), list);
    parts.push(points);
  }
  if (shown.trap) parts.push(labelled('trap', shown.trap));
  return parts;
}

function labelled(className: string, { label, html }: LabelledHtml): HTMLElement {
  const section = element('section', className);
  section.append(text('h2', 'label', label), rich('div', '', html));
  return section;
}

/** Rendered Markdown, sanitised: text, code, tables and web links; no images, styles or forms. */
function rich(tag: string, className: string, html: string): HTMLElement {
  const holder = element(tag, className);
  holder.append(
    DOMPurify.sanitize(html, {
      RETURN_DOM_FRAGMENT: true,
      ALLOWED_URI_REGEXP: /^(https?:|#)/i,
      FORBID_TAGS: ['style', 'img', 'video', 'audio', 'svg', 'math', 'form', 'input', 'button', 'textarea', 'select', 'iframe', 'details', 'dialog'],
      FORBID_ATTR: ['style', 'id', 'name', 'target'],
    }),
  );
  return holder;
}

function text(tag: string, className: string, content: string): HTMLElement {
  const node = element(tag, className);
  node.textContent = content;
  return node;
}

function element(tag: string, className: string): HTMLElement {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}
