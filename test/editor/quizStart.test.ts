import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { threadTime } from '../bench/threadTime';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

const long = process.env.INTERVIEW_STUDY_LONG === '1';
/** Full size: 50,000 questions in 500 notes. */
const [noteCount, questionCount] = long ? [500, 100] : [10, 10];

function aNote(number: number): string {
  const questions = Array.from({ length: questionCount }, (_, i) => `## What about ${i} in ${number}? <!-- ^q${i} -->\n\nWhat one would say to it in a sentence or two.\n`);
  return `---\ntopic: many/part${number % 20}\n---\n# Part ${number}\n\n${questions.join('\n')}`;
}

describe('Start of a quiz', function () {
  this.timeout(long ? 300_000 : 30_000);

  it(`on ${noteCount * questionCount} questions asks the first one`, async () => {
    const study = await interviewStudy();
    const isOurs = (topic: readonly string[]) => topic[0] === 'many';
    const cards = () => study.library.index.notes().flatMap((note) => (isOurs(note.topic) ? note.cards.map(({ id }) => id) : []));
    for (let number = 0; number < noteCount; number++) await writeNote(inProject('many', `part${number}.md`), aNote(number));
    await onceInLibrary(study, () => cards().length === noteCount * questionCount);
    const ids = cards();
    const settings = vscode.workspace.getConfiguration('interviewStudy');
    // Of so few the quiz does not ask how many it shall be.
    await settings.update('newCardsPerDay', 5, vscode.ConfigurationTarget.Global);

    const [times, processor]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round++) {
      const [begin, before, asked] = [performance.now(), threadTime(), onceAsked(study.library)];
      const quiz = vscode.commands.executeCommand('interviewStudy.startQuiz', { topic: 'many' });
      const { card, at } = await asked;
      processor.push(Math.round(threadTime() - before));
      times.push(Math.round(at - begin));
      assert.ok(ids.includes(card), card);
      await onceTab('Quiz', true);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await quiz;
      await onceTab('Quiz', false);
    }
    console.log(`      ms from the command to the data of the first of ${ids.length} questions: ${times.join(', ')}; of the processor: ${processor.join(', ')}`);

    await settings.update('newCardsPerDay', undefined, vscode.ConfigurationTarget.Global);

    await vscode.workspace.fs.delete(inProject('many'), { recursive: true });
    await onceInLibrary(study, () => cards().length === 0);
  });
});

/** The card whose content the quiz asks the library for next, and when it has it. */
function onceAsked(library: { contentOf(card: string): Promise<unknown> }): Promise<{ readonly card: string; readonly at: number }> {
  const { contentOf } = library;
  return new Promise((resolve) => {
    library.contentOf = async (card) => {
      library.contentOf = contentOf;
      const content = await contentOf.call(library, card);
      resolve({ card, at: performance.now() });
      return content;
    };
  });
}

function onceTab(label: string, isOpen: boolean): Promise<void> {
  const holds = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label)) === isOpen;
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}
