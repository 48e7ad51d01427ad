import * as vscode from 'vscode';
import { startQuizCommand } from '../commands';
import { registerEditCard } from './editCard';
import type { QuizMemory, Quizzes } from './quizzes';
import type { QuizTools } from './runQuiz';
import { registerSuspendedCards } from './suspendedCards';

/** `Start quiz`, `Cram` and what can be done with a card outside a quiz. What asks is loaded with the first quiz. */
export function registerQuiz(tools: QuizTools, memory: QuizMemory): vscode.Disposable {
  let opened: Promise<Quizzes> | undefined;
  const start = async (argument: unknown, cram: boolean) => (await (opened ??= import('./quizzes').then(({ quizzes }) => quizzes(tools, memory)))).start(argument, cram);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(startQuizCommand, (argument?: unknown) => start(argument, false)),
    vscode.commands.registerCommand('interviewStudy.cram', (argument?: unknown) => start(argument, true)),
    registerEditCard(tools.library),
    registerSuspendedCards(tools.library, tools.reviews),
  );
}
