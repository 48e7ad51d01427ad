import DOMPurify from 'dompurify';
import type { LabelledHtml } from './protocol';

export function element(tag: string, className: string): HTMLElement {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}

export function text(tag: string, className: string, content: string): HTMLElement {
  const node = element(tag, className);
  node.textContent = content;
  return node;
}

/** Rendered Markdown, sanitised: text, code, tables and web links; no images, styles or forms. */
export function rich(tag: string, className: string, html: string): HTMLElement {
  const holder = element(tag, className);
  holder.append(
    DOMPurify.sanitize(html, {
      RETURN_DOM_FRAGMENT: true,
      ALLOWED_URI_REGEXP: /^(https?:|#)/i,
      FORBID_TAGS: ['style', 'img', 'video', 'audio', 'svg', 'math', 'form', 'input', 'button', 'textarea', 'select', 'iframe', 'details', 'dialog'],
      FORBID_ATTR: ['style', 'id', 'name', 'target'],
    }),
  );
  // A wide block of code or table scrolls, also without a mouse.
  for (const block of holder.querySelectorAll('pre')) block.tabIndex = 0;
  return holder;
}

export function labelled(className: string, { label, html }: LabelledHtml): HTMLElement {
  const section = element('section', className);
  section.append(text('h2', 'label', label), rich('div', '', html));
  return section;
}
