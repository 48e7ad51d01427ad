import { element } from './element';

const isMac = /mac/i.test(navigator.platform);

/** The keys as people of this system write them. */
const keyNames = { primary: isMac ? '⌘⏎' : 'Ctrl+Enter', alt: (letter: string) => (isMac ? `⌥${letter}` : `Alt+${letter}`) };

export function button(label: string, act: () => void, options: { readonly kind?: 'primary' | 'secondary' | 'quiet'; readonly keys?: string; readonly shortcut?: string } = {}): HTMLButtonElement {
  const { kind = 'quiet', keys, shortcut } = options;
  return element(
    'button',
    { type: 'button', class: `button ${kind}`, onClick: act, 'aria-keyshortcuts': shortcut, title: keys === undefined ? undefined : `${label} (${keys})` },
    label,
    keys === undefined ? undefined : element('kbd', { 'aria-hidden': 'true' }, keys),
  );
}

export function primaryButton(label: string, act: () => void): HTMLButtonElement {
  return button(label, act, { kind: 'primary', keys: keyNames.primary, shortcut: isMac ? 'Meta+Enter' : 'Control+Enter' });
}

export function altButton(label: string, letter: string, act: () => void): HTMLButtonElement {
  return button(label, act, { keys: keyNames.alt(letter), shortcut: `Alt+${letter}` });
}

/** A tick with its text, and below it what it rests on. */
export function tick(label: string, on: boolean, change: (on: boolean) => void, note?: string): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: on });
  box.addEventListener('change', () => { change(box.checked); });
  return element('label', { class: 'tick' }, box, element('span', {}, label, note === undefined ? undefined : element('span', { class: 'note' }, note)));
}

/** A place to type that grows with its text. `typed` hears each change with its number. */
export function answerBox(options: { readonly label: string; readonly placeholder: string; readonly text: string; readonly revision: number; readonly typed: (text: string, revision: number) => void }): HTMLTextAreaElement {
  const box = element('textarea', { class: 'answer', 'aria-label': options.label, placeholder: options.placeholder, rows: 5, maxlength: 20_000, spellcheck: 'false' });
  box.value = options.text;
  let { revision } = options;
  box.addEventListener('input', () => {
    revision += 1;
    options.typed(box.value, revision);
  });
  return box;
}
