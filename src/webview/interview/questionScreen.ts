import type { Context, Screen } from './context';
import { altButton, answerBox, button, primaryButton } from './controls';
import { element, rich } from './element';
import type { ViewOf } from './protocol';

/** The question, large, and one place to answer. What else can be done stands small below. */
export function questionScreen(view: ViewOf<'question'>, context: Context, present?: HTMLTextAreaElement): Screen {
  const { words, press } = context;
  const timer = element('span', { class: 'timer', role: 'timer', 'aria-label': words.spent });
  const shownAt = performance.now();
  const tick = () => { timer.textContent = clock(view.spent + performance.now() - shownAt); };
  tick();
  const judging = view.recordedHtml !== undefined;
  const box = judging ? undefined : (present ?? newBox(view, context));
  const main = element(
    'main',
    { class: 'column' },
    element('header', { class: 'top' }, element('span', { class: 'place' }, view.place), timer),
    view.parent === undefined ? undefined : element('p', { class: 'parent' }, view.parent),
    element('h1', {}, view.front),
    view.stemHtml === '' ? undefined : rich('stem', view.stemHtml),
    element(
      'div',
      { 'aria-live': 'polite' },
      view.hintHtml === undefined ? undefined : element('section', { class: 'aside hint', 'aria-label': words.hint }, rich('', view.hintHtml)),
      view.prompts.length === 0 ? undefined : element('ul', { class: 'aside prompts' }, ...view.prompts.map((prompt) => element('li', {}, prompt))),
    ),
    judging ? element('section', { class: 'said' }, element('h2', {}, words.candidate), rich('', view.recordedHtml ?? '')) : box,
    judging ? judgement(view, context) : answering(view, context),
  );
  return {
    root: main,
    ...(box && { focus: box, primary: () => { press('done'); } }),
    altKeys: {
      KeyS: () => { press('skip'); },
      KeyP: () => { press('pause'); },
      ...(judging ? {} : { KeyK: () => { press('unknown'); } }),
      ...(view.canHint && !judging ? { KeyH: () => { press('hint'); } } : {}),
    },
    tick,
  };
}

function newBox(view: ViewOf<'question'>, { interview, words, post, keep, kept }: Context): HTMLTextAreaElement {
  const mine = kept();
  const isLater = mine?.interview === interview && mine.turn === view.turn && mine.revision > view.revision;
  return answerBox({
    label: words.answer,
    placeholder: words.answerPlace,
    text: isLater ? mine.text : view.text,
    revision: isLater ? mine.revision : view.revision,
    typed: (text, revision) => {
      const typed = { interview, turn: view.turn, revision, text };
      keep(typed);
      post({ type: 'typed', ...typed });
    },
  });
}

function answering(view: ViewOf<'question'>, { words, press }: Context): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    primaryButton(words.done, () => { press('done'); }),
    element(
      'div',
      { class: 'others' },
      view.canHint ? altButton(words.hint, 'H', () => { press('hint'); }) : undefined,
      altButton(view.lastPrompt ? words.noIdea : words.unknown, 'K', () => { press('unknown'); }),
      altButton(words.skip, 'S', () => { press('skip'); }),
      altButton(words.pause, 'P', () => { press('pause'); }),
    ),
  );
}

function judgement(view: ViewOf<'question'>, { interview, words, post, press }: Context): HTMLElement {
  const verdict = (value: 'strong' | 'fair' | 'weak') => button(words[value], () => { post({ type: 'judge', interview, turn: view.turn, verdict: value }); }, { kind: 'secondary' });
  return element(
    'div',
    { class: 'actions', role: 'group', 'aria-label': words.verdict },
    element('span', { class: 'ask' }, words.verdict),
    verdict('strong'),
    verdict('fair'),
    verdict('weak'),
    element('div', { class: 'others' }, altButton(words.skip, 'S', () => { press('skip'); }), altButton(words.pause, 'P', () => { press('pause'); })),
  );
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
