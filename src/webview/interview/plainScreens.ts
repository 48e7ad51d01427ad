import type { Context, Screen } from './context';
import { altButton, answerBox, button, primaryButton } from './controls';
import { element, rich } from './element';
import { ownQuestionsTurn } from '../../core/interview/interview';
import type { ViewOf } from './protocol';

export function openingScreen(view: ViewOf<'opening'>, { title, words, press }: Context): Screen {
  const start = primaryButton(words.start, () => { press('start'); });
  const root = element(
    'main',
    { class: 'column calm' },
    element('p', { class: 'place' }, view.facts.join(' · ')),
    element('h1', {}, title),
    rich('speech', view.html),
    element('p', { class: 'quiet' }, words.keys),
    element('div', { class: 'actions' }, start),
  );
  return { root, focus: start, primary: () => { press('start'); } };
}

export function pausedScreen(view: ViewOf<'paused'>, { words, press }: Context): Screen {
  const resume = primaryButton(words.resume, () => { press('resume'); });
  const root = element(
    'main',
    { class: 'column calm' },
    element('p', { class: 'place' }, view.place),
    element('h1', {}, words.paused),
    element('p', { class: 'quiet' }, words.pausedText),
    element('div', { class: 'actions' }, resume, element('div', { class: 'others' }, button(words.end, () => { press('end'); }))),
  );
  return { root, focus: resume, primary: () => { press('resume'); }, altKeys: { KeyP: () => { press('resume'); } } };
}

export function yourQuestionsScreen(view: ViewOf<'yourQuestions'>, { interview, words, press, post, keep, kept }: Context, present?: HTMLTextAreaElement): Screen {
  const mine = kept();
  const isLater = mine?.interview === interview && mine.turn === ownQuestionsTurn && mine.revision > view.revision;
  const box =
    present ??
    answerBox({
      label: view.front,
      placeholder: words.answerPlace,
      text: isLater ? mine.text : view.text,
      revision: isLater ? mine.revision : view.revision,
      typed: (text, revision) => {
        const typed = { interview, turn: ownQuestionsTurn, revision, text };
        keep(typed);
        post({ type: 'typed', ...typed });
      },
    });
  const root = element(
    'main',
    { class: 'column' },
    element('h1', {}, view.front),
    box,
    element('div', { class: 'actions' }, primaryButton(words.done, () => { press('next'); }), element('div', { class: 'others' }, altButton(words.pause, 'P', () => { press('pause'); }))),
  );
  return { root, focus: box, primary: () => { press('next'); }, altKeys: { KeyP: () => { press('pause'); } } };
}

export function closingScreen(view: ViewOf<'closing'>, { title, words, press }: Context): Screen {
  const report = primaryButton(words.showReport, () => { press('next'); });
  const root = element('main', { class: 'column calm' }, element('p', { class: 'place' }, title), element('h1', { class: 'visually-hidden' }, title), rich('speech large', view.html), element('div', { class: 'actions' }, report));
  return { root, focus: report, primary: () => { press('next'); } };
}

export function goneScreen(view: ViewOf<'gone'>): Screen {
  return { root: element('main', { class: 'column calm' }, element('p', { class: 'quiet' }, view.text)) };
}
