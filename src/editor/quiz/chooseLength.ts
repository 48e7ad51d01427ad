import * as vscode from 'vscode';
import { KeyPick } from '../keyPick';
import { questions } from './chooseScope';

/** How long a quiz goes on: a number of questions, or milliseconds of answering. */
export type QuizLength = { readonly questions: number } | { readonly milliseconds: number };

/** From this number of questions on it is worth asking. */
const shortest = 5;
const lengths = [5, 10, 20];

/** Asks how long, unless so few questions wait that there is nothing to choose. `undefined`: the user left. */
export async function chooseLength(waiting: number, title: string): Promise<QuizLength | undefined> {
  if (waiting <= shortest) return { questions: waiting };
  const usual = Math.min(vscode.workspace.getConfiguration('interviewStudy').get('quizLength', 20), waiting);
  const counts = [...new Set([...lengths, usual])].filter((count) => count < waiting).sort((one, other) => one - other);
  const choices: { value: QuizLength; label: string }[] = [
    ...counts.map((count) => ({ value: { questions: count }, label: questions(count) })),
    { value: { questions: waiting }, label: vscode.l10n.t('All {0} questions', waiting) },
    ...lengths.map((minutes) => ({ value: { milliseconds: minutes * 60_000 }, label: vscode.l10n.t('{0} minutes', minutes) })),
  ];
  const suggested = choices.find(({ value }) => 'questions' in value && value.questions === usual)?.value;
  const pick = new KeyPick();
  try {
    const reply = await pick.ask<QuizLength>({
      title,
      placeholder: vscode.l10n.t('How long? Press a number, or choose'),
      choices: choices.map((choice, i) => ({ ...choice, number: i + 1 })),
      suggested,
      buttons: [],
    });
    return reply.type === 'chosen' ? reply.values[0] : undefined;
  } finally {
    pick.dispose();
  }
}
