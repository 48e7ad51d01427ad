type Child = Node | string | undefined;
type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/**
 * Builds an element. Text stays text: nothing here reads HTML. `onClick`-like properties listen; `true` sets an empty attribute;
 * `undefined` and `false` leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), properties, children);
}

export function svgElement<K extends keyof SVGElementTagNameMap>(tag: K, properties: Properties = {}, ...children: readonly Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);
}

function fill<E extends Element>(made: E, properties: Properties, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** An icon is a shape of the style sheet, silent for screen readers. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `icon icon-${name}`, 'aria-hidden': 'true' });
}

/** `{0}` and `{1}` in a localised text. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
