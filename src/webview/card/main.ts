import { answer, numberedCode, options } from './answerNodes';
import { element, labelled, rich, text } from './nodes';
import { isToCard, type FromCard, type ShowCard } from './protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromCard): void };

const editor = acquireVsCodeApi();
const page = document.body;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToCard(data)) return;
  switch (data.type) {
    case 'clear':
      page.replaceChildren();
      break;
    case 'scroll':
      scrollOn();
      break;
    case 'show':
      show(data);
  }
});

/** A page further, without what the quick pick covers; from the end back to the top. */
function scrollOn(): void {
  const root = document.documentElement;
  const isAtEnd = root.scrollTop + root.clientHeight >= root.scrollHeight - 2;
  const covered = parseFloat(page.style.getPropertyValue('--covered')) || 0;
  if (isAtEnd) window.scrollTo({ top: 0 });
  else window.scrollBy({ top: Math.max(80, root.clientHeight - covered - 48) });
}

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
  main.append(text('p', 'context', card.parent ? `${card.context} › ${card.parent}` : card.context));
  main.append(card.clozeHtml === undefined ? text('h1', 'front', card.front) : cloze(card.clozeHtml));
  if (card.stemHtml) main.append(rich('div', 'stem', card.stemHtml));
  if (card.code) main.append(numberedCode(card.code));
  if (card.hint) main.append(labelled('hint', card.hint));
  if (card.options.length > 0) main.append(options(card.options));
  if (card.typed) main.append(typedLines(card.typed));
  if (card.answer) main.append(...answer(card.answer));
  page.replaceChildren(main);
  if (card.answer) main.querySelector('.difference, .mark, .answer, .chosen')?.scrollIntoView({ block: 'nearest' });
  else window.scrollTo({ top: 0 });
}

/** May have several paragraphs, which an `h1` must not have. */
function cloze(html: string): HTMLElement {
  const front = rich('div', 'front cloze', withGaps(html));
  front.setAttribute('role', 'heading');
  front.setAttribute('aria-level', '1');
  return front;
}

/** The marks of `core/quiz/clozeText` become elements before everything is sanitised. */
function withGaps(html: string): string {
  return html.replace(/\ue000/g, '<mark class="gap">').replace(/\ue001/g, '</mark>');
}

function typedLines({ label, lines }: { readonly label: string; readonly lines: readonly string[] }): HTMLElement {
  const section = element('section', 'typed-lines');
  section.append(text('h2', 'label', label), text('pre', '', lines.join('\n')));
  return section;
}
