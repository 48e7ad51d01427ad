import { element, labelled, rich, text } from './nodes';
import type { NumberedCode, ShownAnswer, ShownDifference, ShownOption } from './protocol';

export function options(shown: readonly ShownOption[]): HTMLElement {
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

/** The numbers stand in a column of their own behind the code, as tall as its lines, so that a marked line is marked over the whole width. */
export function numberedCode({ html, lines, marks }: NumberedCode): HTMLElement {
  const box = element('div', 'numbered');
  const numbers = element('div', 'numbers');
  numbers.setAttribute('aria-hidden', 'true');
  for (let line = 1; line <= lines; line++) {
    const mark = marks.find((each) => each.line === line);
    numbers.append(text('span', mark ? (mark.correct ? 'right' : 'wrong') : '', String(line)));
  }
  const code = element('div', 'code');
  code.append(numbers, rich('div', '', html));
  box.append(code, ...marks.map(({ correct, label }) => text('p', `mark ${correct ? 'right' : 'wrong'}`, label)));
  return box;
}

export function answer(shown: ShownAnswer): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (shown.difference) parts.push(difference(shown.difference));
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

function difference({ label, isRight, isCode, pieces, kinds }: ShownDifference): HTMLElement {
  const section = element('section', `difference ${isRight ? 'right' : 'wrong'}`);
  const typed = element(isCode ? 'pre' : 'p', 'typed');
  if (isCode) typed.tabIndex = 0;
  for (const piece of pieces) {
    if (piece.kind === 'same') typed.append(piece.text);
    else {
      const changed = element(piece.kind === 'missing' ? 'ins' : 'del', '');
      changed.append(text('span', 'spoken', `${kinds[piece.kind]}: `), piece.text);
      typed.append(changed);
    }
  }
  section.append(text('h2', 'label', label), typed);
  return section;
}
