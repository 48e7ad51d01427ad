import * as vscode from 'vscode';
import { caughtUp, leftIn, startSession, type Rating } from '../../core/quiz/quizSession';
import type { StudyCard } from '../../core/review/dueCards';
import { chosenReviewFolder } from '../library/reviewFolder';
import type { Reviews } from '../library/reviews';
import { cardsToAsk, cardsToPractise, newSeed, type CardsToAsk } from './cardsToAsk';
import { chooseLength } from './chooseLength';
import { chooseScope, questions } from './chooseScope';
import { pausedSitting } from './pausedSitting';
import { cardsOf, isScope, type WiderScope } from './quizScope';
import { runQuiz, type QuizTools, type Sitting } from './runQuiz';
import { showSummary } from './showSummary';

const pausedKey = 'pausedQuiz';
const saidWhereKey = 'saidWhereReviewsAre';

/** Where an unfinished quiz is kept, and what was said once. */
export interface QuizMemory {
  readonly workspace: vscode.Memento;
  readonly everywhere: vscode.Memento;
}

/** `Start quiz` and `Cram`, from wherever they are asked for. One quiz runs at a time; an interrupted one waits in the workspace's state. */
export interface Quizzes {
  start(argument: unknown, cram: boolean): Promise<void>;
}

export function quizzes(tools: QuizTools, memory: QuizMemory): Quizzes {
  let running = false;
  const start = async (argument: unknown, cram: boolean) => {
    if (running) return;
    running = true;
    let sitting: Sitting | 'interview' | undefined;
    try {
      await tools.library.ready;
      await tools.reviews.ready;
      sitting = await sittingFor(argument, tools, cram, pausedSitting(memory.workspace.get(pausedKey)));
      if (sitting && sitting !== 'interview') await sit(sitting, tools, memory);
    } finally {
      running = false;
    }
    if (sitting === 'interview') await vscode.commands.executeCommand('interviewStudy.studyForInterview');
  };
  return { start };
}

async function sittingFor(argument: unknown, tools: QuizTools, cram: boolean, paused: Sitting | undefined): Promise<Sitting | 'interview' | undefined> {
  const { library, reviews } = tools;
  const scope = isScope(argument) ? argument : await chooseScope(library, reviews, paused ? leftIn(paused.session) : 0, cram);
  if (scope === 'continue') return paused && { ...paused, session: caughtUp(paused.session, (card) => ratingSince(paused.began, card, reviews)) };
  if (scope === 'interview') return scope;
  if (scope === 'cram') return await sittingFor(undefined, tools, true, undefined);
  return scope === undefined ? undefined : await newSitting(scope, tools, cram);
}

function ratingSince(began: number, card: string, reviews: Reviews): Rating | undefined {
  const last = reviews.history(card).filter(({ event, effective, active }) => active && effective >= began && (event.kind === 'review' || event.kind === 'cram')).at(-1)?.event;
  return last?.kind === 'review' || last?.kind === 'cram' ? last.rating : undefined;
}

async function newSitting(scope: WiderScope, { library, reviews, now }: QuizTools, cram: boolean): Promise<Sitting | undefined> {
  const cards = cardsOf(scope, library, reviews);
  if (cards.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no questions here yet.'));
    return undefined;
  }
  const { ask, practice } = await askedOf(cards, scope, reviews, cram);
  if (ask.length === 0) return undefined;
  // Who asks for certain cards has chosen how many.
  const length = scope.cards ? { questions: ask.length } : await chooseLength(ask.length, practice ? vscode.l10n.t('Practise') : vscode.l10n.t('Start quiz'));
  if (!length) return undefined;
  const session = 'questions' in length ? startSession(ask.slice(0, length.questions), newSeed()) : startSession(ask, newSeed(), length.milliseconds);
  return { session, practice, scope, began: now() };
}

async function askedOf(cards: readonly StudyCard[], { planned }: WiderScope, reviews: Reviews, cram: boolean): Promise<CardsToAsk> {
  if (cram) return { ask: cardsToPractise(cards, reviews), practice: true };
  return planned ? { ask: cards.map(({ id }) => id), practice: false } : await cardsToAsk(cards, reviews);
}

/** Said for some seconds, unless the quiz goes on before. */
let pausedMessage: vscode.Disposable | undefined;

async function sit(first: Sitting, tools: QuizTools, memory: QuizMemory): Promise<void> {
  const keep = (sitting: Sitting) => memory.workspace.update(pausedKey, sitting);
  for (let sitting: Sitting | undefined = first; sitting; ) {
    await keep(sitting);
    pausedMessage?.dispose();
    const after: Sitting = await runQuiz(sitting, tools, keep);
    if (leftIn(after.session) > 0) {
      await keep(after);
      pausedMessage = vscode.window.setStatusBarMessage(vscode.l10n.t('Quiz paused: {0} left. Start quiz continues it.', questions(leftIn(after.session))), 8000);
      return;
    }
    await memory.workspace.update(pausedKey, undefined);
    if (after.session.answers.length === 0) return;
    const next = await showSummary(after, tools, await saysWhere(memory));
    if (next.type === 'again') sitting = { session: startSession(next.cards, after.session.seed + 1), practice: true, scope: after.scope, began: tools.now() };
    else sitting = next.type === 'more' ? await newSitting(after.scope, tools, false) : undefined;
  }
}

/** True once, as long as reviews are where VS Code deletes them. */
async function saysWhere({ everywhere }: QuizMemory): Promise<boolean> {
  if (chosenReviewFolder() || everywhere.get(saidWhereKey) === true) return false;
  await everywhere.update(saidWhereKey, true);
  return true;
}
