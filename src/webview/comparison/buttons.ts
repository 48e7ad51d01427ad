import { element, icon } from './element';

export function button(label: string, act: () => void, kind: 'primary' | 'secondary' = 'secondary'): HTMLButtonElement {
  return element('button', { type: 'button', class: `button ${kind}`, onClick: act }, label);
}

export function iconButton(name: string, label: string, act: () => void): HTMLButtonElement {
  return element('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onClick: act }, icon(name));
}
