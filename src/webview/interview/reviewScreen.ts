import type { Context, Screen } from './context';
import { altButton, button, primaryButton, tick } from './controls';
import { element, format, rich } from './element';
import type { ViewOf } from './protocol';

/** What a good answer has, with what was found in this one ticked already. */
export function reviewScreen(view: ViewOf<'review'>, context: Context): Screen {
  const { interview, words, post, press } = context;
  const { turn } = view;
  const next = primaryButton(words.next, () => { press('next'); });
  const points = view.points.map(({ point, text, on, words: found }) =>
    tick(text, on, (checked) => { post({ type: 'point', interview, turn, point, on: checked }); }, found.length === 0 ? undefined : format(words.found, found.join(', '))),
  );
  const { trap } = view;
  const root = element(
    'main',
    { class: 'column' },
    element('header', { class: 'top' }, element('span', { class: 'place' }, view.place)),
    element('h1', { class: 'smaller', tabindex: -1 }, view.front),
    view.judged === undefined ? undefined : element('p', { class: 'judged' }, view.judged),
    view.verdictHtml === undefined ? undefined : element('section', { class: 'aside' }, element('h2', {}, words.author), rich('', view.verdictHtml)),
    element('section', { class: 'said' }, element('h2', {}, words.yourAnswer), element('p', { class: view.said === '' ? 'typed quiet' : 'typed' }, view.said === '' ? words.nothingTyped : view.said)),
    points.length === 0 ? undefined : element('fieldset', { class: 'points' }, element('legend', {}, words.points), ...points),
    trap === undefined ? undefined : element('section', { class: 'trap' }, element('h2', {}, words.trap), rich('', trap.html), tick(words.fell, trap.on, (on) => { post({ type: 'trap', interview, turn, on }); })),
    view.signals.length === 0 ? undefined : element(
      'fieldset',
      { class: 'points' },
      element('legend', {}, words.manner),
      ...view.signals.map(({ signal, label, on }) => tick(label, on, (checked) => { post({ type: 'signal', interview, turn, signal, on: checked }); })),
    ),
    view.answerHtml === '' ? undefined : element('section', { class: 'model' }, element('h2', {}, words.model), rich('', view.answerHtml)),
    commentSection(view.comment),
    element(
      'div',
      { class: 'actions sticky' },
      next,
      element(
        'div',
        { class: 'others' },
        view.canKeep ? button(words.keepAnswer, () => { press('keepAnswer'); }) : undefined,
        view.canComment ? button(words.comment, () => { press('comment'); }) : undefined,
        button(words.openNote, () => { press('openNote'); }),
        altButton(words.pause, 'P', () => { press('pause'); }),
      ),
    ),
  );
  return { root, focus: root.querySelector<HTMLElement>('h1') ?? next, primary: () => { press('next'); }, altKeys: { KeyP: () => { press('pause'); } } };
}

/** A language model's words, as text, apart from everything that counts. */
export function commentSection(comment: { readonly title: string; readonly text: string } | undefined): HTMLElement | undefined {
  return comment === undefined ? undefined : element('section', { class: 'aside comment', 'aria-live': 'polite' }, element('h2', {}, comment.title), element('p', { class: 'typed' }, comment.text));
}
