import type { Context, Screen } from './context';
import { element } from './element';
import { closingScreen, goneScreen, openingScreen, pausedScreen, yourQuestionsScreen } from './plainScreens';
import { readKept, readToPage, type FromPage, type Kept, type Press, type ToPage } from './protocol';
import { questionScreen } from './questionScreen';
import { historyScreen, replayScreen, reportScreen } from './reportScreen';
import { reviewScreen } from './reviewScreen';

/** What VS Code keeps for this page over a reload: which interview it shows, and what was typed last. */
interface State {
  readonly interview: string;
  readonly kept?: Kept;
}

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: State): void; getState(): unknown };

const editor = acquireVsCodeApi();
/**
 * VS Code forgets a page's state when the extension host dies; the page's own storage keeps each letter at once. It holds the
 * last answer only.
 */
const keyHere = 'interviewStudy.typed';
const status = element('div', { class: 'status', role: 'status' });
let kept = latest(keptIn(editor.getState()), keptHere());
let shown: Extract<ToPage, { type: 'show' }> | undefined;
let screen: Screen | undefined;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message?.type === 'show') show(message);
  else if (message?.type === 'saved') say(message.saved ? '' : (shown?.words.notSaved ?? ''));
  else if (message?.type === 'busy') say(message.text);
});

// Before VS Code's own listener on the window, which would hand the keys to the workbench as well.
document.addEventListener('keydown', (event) => {
  const act = actionOf(event);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) act();
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  if (/^https?:/i.test(link.href)) editor.postMessage({ type: 'openLink', href: link.href });
});

// A page that comes back after a reload may not take the focus from where the person types.
window.addEventListener('focus', takeFocus);

setInterval(() => { screen?.tick?.(); }, 1000);
editor.postMessage({ type: 'ready', kept });

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  if (event.isComposing) return undefined;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return screen?.primary;
  const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return isAlt ? screen?.altKeys?.[event.code] : undefined;
}

function show(message: Extract<ToPage, { type: 'show' }>): void {
  const before = shown;
  const focused = document.activeElement;
  const isSame = before !== undefined && before.interview === message.interview && placeOf(before) === placeOf(message);
  const box = isSame ? document.querySelector('textarea') : null;
  const scroll = window.scrollY;
  shown = message;
  editor.setState({ interview: message.interview, kept });
  screen = screenFor(message, contextOf(message), box ?? undefined);
  document.body.replaceChildren(screen.root, status);
  say('');
  if (box) growing(box);
  else document.querySelectorAll('textarea').forEach(growing);
  if (isSame && focused === box) box?.focus();
  else takeFocus();
  window.scrollTo({ top: isSame ? scroll : 0 });
}

function takeFocus(): void {
  if (document.hasFocus() && (document.activeElement === null || document.activeElement === document.body)) screen?.focus?.focus({ preventScroll: true });
}

/** What is typed may not be lost to a message that only brings a hint. */
function placeOf({ view }: Extract<ToPage, { type: 'show' }>): string {
  return 'turn' in view ? `${view.screen} ${view.turn}` : view.screen;
}

function screenFor({ view }: Extract<ToPage, { type: 'show' }>, context: Context, box: HTMLTextAreaElement | undefined): Screen {
  switch (view.screen) {
    case 'opening':
      return openingScreen(view, context);
    case 'question':
      return questionScreen(view, context, box);
    case 'review':
      return reviewScreen(view, context);
    case 'paused':
      return pausedScreen(view, context);
    case 'yourQuestions':
      return yourQuestionsScreen(view, context, box);
    case 'closing':
      return closingScreen(view, context);
    case 'report':
      return reportScreen(view, context);
    case 'replay':
      return replayScreen(view, context);
    case 'history':
      return historyScreen(view, context);
    case 'gone':
      return goneScreen(view);
  }
}

function contextOf({ interview, title, words, view }: Extract<ToPage, { type: 'show' }>): Context {
  const turn = 'turn' in view ? view.turn : -1;
  return {
    interview,
    title,
    words,
    post: (message) => { editor.postMessage(message); },
    keep: (typed) => {
      kept = typed;
      editor.setState({ interview, kept });
      keepHere(typed);
    },
    kept: () => kept,
    press: (key: Press) => { editor.postMessage({ type: 'press', interview, turn, key }); },
  };
}

function growing(box: HTMLTextAreaElement): void {
  const fit = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  if (box.dataset['grows'] === undefined) box.addEventListener('input', fit);
  box.dataset['grows'] = '';
  fit();
}

function say(text: string): void {
  status.textContent = text;
}

function keptIn(state: unknown): Kept | undefined {
  return typeof state === 'object' && state !== null && 'kept' in state ? readKept(state.kept) : undefined;
}

function keepHere(typed: Kept): void {
  try {
    localStorage.setItem(keyHere, JSON.stringify(typed));
  } catch {
    // Blocked or full: then the extension's file is what is left.
  }
}

function keptHere(): Kept | undefined {
  try {
    return readKept(JSON.parse(localStorage.getItem(keyHere) ?? ''));
  } catch {
    return undefined;
  }
}

function latest(one: Kept | undefined, other: Kept | undefined): Kept | undefined {
  if (one?.interview !== other?.interview) return one ?? other;
  return (one?.turn ?? -1) > (other?.turn ?? -1) || (one?.revision ?? 0) > (other?.revision ?? 0) ? one : other;
}
