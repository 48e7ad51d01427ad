import * as vscode from 'vscode';
import { startSession } from '../../core/quiz/quizSession';
import { startQuizCommand, type QuizScope } from '../commands';
import { cardsOf, chooseScope } from './chooseScope';
import { runQuiz, type QuizTools, type Sitting } from './runQuiz';
import { cardsToAsk, describeWaiting } from './cardsToAsk';
import { showSummary } from './showSummary';

const pausedKey = 'pausedQuiz';

/** `Start quiz`, from wherever it is asked for. One quiz runs at a time; an interrupted one waits in the workspace's state. */
export function registerQuiz(tools: QuizTools, memory: vscode.Memento): vscode.Disposable {
  let running = false;
  return vscode.commands.registerCommand(startQuizCommand, async (argument?: unknown) => {
    if (running) return;
    running = true;
    try {
      await tools.library.ready;
      await tools.reviews.ready;
      const sitting = await sittingFor(argument, tools, pausedSitting(memory));
      if (sitting) await sit(sitting, tools, memory);
    } finally {
      running = false;
    }
  });
}

async function sittingFor(argument: unknown, tools: QuizTools, paused: Sitting | undefined): Promise<Sitting | undefined> {
  const { library } = tools;
  const scope = isScope(argument)
    ? argument
    : await chooseScope(library, paused?.session.queue.length ?? 0, (cards) => describeWaiting(cards, tools));
  if (scope === undefined) return undefined;
  if (scope === 'continue') return paused;
  const cards = cardsOf(scope, library);
  if (cards.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no questions here yet.'));
    return undefined;
  }
  const { ask, practice } = await cardsToAsk(cards, tools);
  return ask.length === 0 ? undefined : { session: startSession(ask, crypto.getRandomValues(new Uint32Array(1))[0] ?? 0), practice };
}

async function sit(first: Sitting, tools: QuizTools, memory: vscode.Memento): Promise<void> {
  const keep = (sitting: Sitting) => memory.update(pausedKey, sitting);
  for (let sitting: Sitting | undefined = first; sitting; ) {
    await keep(sitting);
    const after: Sitting = await runQuiz(sitting, tools, keep);
    if (after.session.queue.length > 0) {
      await keep(after);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Quiz paused: {0} questions left. Start quiz continues it.', after.session.queue.length), 8000);
      return;
    }
    await memory.update(pausedKey, undefined);
    const again = await showSummary(after.session, tools.library);
    sitting = again.length > 0 ? { session: startSession(again, after.session.seed + 1), practice: true } : undefined;
  }
}

/** What an earlier session left behind; checked, because another version may have written it. */
function pausedSitting(memory: vscode.Memento): Sitting | undefined {
  const value = memory.get<Partial<Sitting>>(pausedKey);
  const queue = value?.session?.queue;
  const answers = value?.session?.answers;
  if (!value?.session || !Array.isArray(queue) || queue.length === 0 || !Array.isArray(answers)) return undefined;
  return { session: value.session, practice: value.practice === true };
}

function isScope(value: unknown): value is QuizScope {
  if (typeof value !== 'object' || value === null) return false;
  if ('topic' in value && typeof value.topic === 'string') return true;
  if ('note' in value && typeof value.note === 'string') return true;
  return 'cards' in value && Array.isArray(value.cards) && value.cards.every((card) => typeof card === 'string');
}
