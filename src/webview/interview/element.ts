import DOMPurify from 'dompurify';

type Child = Node | string | undefined;
type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Builds an element. Text stays text. `onClick`-like properties listen; `true` sets an empty attribute; `undefined` and `false` leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** Rendered Markdown, sanitised: text, code, tables and web links; no images, styles or forms. Code that scrolls can be reached by keyboard. */
export function rich(className: string, html: string): HTMLElement {
  const holder = element('div', { class: `rich ${className}` });
  holder.append(
    DOMPurify.sanitize(html, {
      RETURN_DOM_FRAGMENT: true,
      ALLOWED_URI_REGEXP: /^(https?:|#)/i,
      FORBID_TAGS: ['style', 'img', 'video', 'audio', 'svg', 'math', 'form', 'input', 'button', 'textarea', 'select', 'iframe', 'details', 'dialog', 'h1'],
      FORBID_ATTR: ['style', 'id', 'name', 'target', 'tabindex'],
    }),
  );
  for (const code of holder.querySelectorAll('pre')) code.tabIndex = 0;
  return holder;
}

/** `{0}` and `{1}` in a localised text. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
