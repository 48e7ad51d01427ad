import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FromPage, Press, ToPage, View } from '../../src/webview/interview/protocol';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

/** Six questions, the second with a follow-up for what is missed in it. */
const cards = `---
title: Interview ground
topic: interviewed
---
# Interview ground

## First question? <!-- ^first -->

Answer.

> [!POINTS]
> - Counting bananas matters

## Second question? <!-- ^second -->

Answer.

> [!POINTS]
> - Green apples are counted
> - Yellow lemons are weighed

### How heavy are the lemons? <!-- ^lemons -->

Answer.

> [!POINTS]
> - Lemons weigh ninety grams

${['third', 'fourth', 'fifth', 'sixth'].map((name) => `## The ${name} question? <!-- ^${name} -->\n\nAnswer.\n\n> [!POINTS]\n> - Point of the ${name} kind\n`).join('\n')}`;
const script = `---\ntitle: Six in the editor\ntopic: interviews\nkind: interview\nminutes: 18\nlanguage: en\n---\n# Six in the editor\n\n${['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((name, i) => `${i + 1}. [${name}](interview-ground.md#^${name})`).join('\n')}\n`;

type Shown = Extract<ToPage, { type: 'show' }>;

/** What the page shows after a message of the page. */
async function send(message: FromPage): Promise<Shown> {
  const shown = await vscode.commands.executeCommand<ToPage | undefined>('interviewStudy.interviewMessage', message);
  assert.equal(shown?.type, 'show');
  return shown as Shown;
}

describe('Mock interview', () => {
  const ground = inProject('study', 'interview-ground.md');
  const six = inProject('study', 'six-questions.md');
  let shown: Shown;
  const press = async (key: Press) => (shown = await send({ type: 'press', interview: shown.interview, turn: 'turn' in shown.view ? shown.view.turn : -1, key }));
  const type = async (text: string) => {
    const view = on('question');
    await send({ type: 'typed', interview: shown.interview, turn: view.turn, revision: view.revision + 1, text });
  };
  const on = <Screen extends View['screen']>(screen: Screen) => {
    assert.equal(shown.view.screen, screen);
    return shown.view as Extract<View, { screen: Screen }>;
  };

  before(async () => {
    const study = await interviewStudy();
    await writeNote(ground, cards);
    await writeNote(six, script);
    await onceInLibrary(study, () => study.library.noteAt(six)?.kind === 'interview' && study.library.noteAt(ground)?.cards.length === 7);
    await vscode.commands.executeCommand('interviewStudy.startInterview', study.library.noteAt(six)?.id);
    shown = await send({ type: 'ready' });
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(ground);
    await vscode.workspace.fs.delete(six);
  });

  it('plays a script of six questions, ticks what is said, and asks on about what was missed', async () => {
    assert.equal(on('opening').facts[0], '6 questions');
    await press('start');
    await type('Counting the bananas matters most.');
    await press('done');
    assert.deepEqual(on('review').points.map((point) => point.on), [true]);
    await press('next');
    assert.equal(on('question').front, 'Is there another way, and when would you choose it?');
    await press('skip');
    await type('The green apples are counted.');
    await press('done');
    assert.deepEqual(on('review').points.map((point) => [point.on, ...point.words]), [[true, 'green', 'apples', 'counted'], [false]]);
    await press('next');
    assert.equal(on('question').front, 'How heavy are the lemons?');
    assert.equal(on('question').parent, 'Second question?');
    await press('unknown');
    assert.equal(on('question').prompts.length, 1);
    await press('skip');
    for (const name of ['third', 'fourth', 'fifth', 'sixth']) {
      assert.equal(on('question').front, `The ${name} question?`);
      await press('skip');
    }
    await press('next');
    on('closing');
    await press('next');
    assert.deepEqual(on('report').due.items.map(({ text }) => text), ['Second question?', 'How heavy are the lemons?', 'The third question?', 'The fourth question?', 'The fifth question?', 'The sixth question?']);
  });

  it('has every card due whose points were missed, and no other', async () => {
    const { library, reviews } = await interviewStudy();
    const note = library.noteAt(ground);
    assert.deepEqual(note?.cards.filter(({ id }) => reviews.isDue(id)).map(({ anchor }) => anchor), ['second', 'lemons', 'third', 'fourth', 'fifth', 'sixth']);
    assert.deepEqual(note?.cards.map(({ id }) => reviews.history(id).filter(({ event }) => event.kind === 'mock').length), [1, 1, 1, 1, 1, 1, 1]);
  });

  it('answers a key that comes late with what is there now', async () => {
    const before = shown;
    assert.deepEqual((await send({ type: 'press', interview: shown.interview, turn: 0, key: 'skip' })).view, before.view);
    assert.deepEqual((await send({ type: 'press', interview: 'another', turn: 0, key: 'skip' })).view, before.view);
  });

  it('lists the interview with its topics, and reads it again', async () => {
    await vscode.commands.executeCommand('interviewStudy.interviewHistory');
    shown = await send({ type: 'ready' });
    const { interviews, trends } = on('history');
    assert.equal(interviews.rows.filter(({ cells }) => cells[0] === 'Six in the editor').length, 1);
    assert.ok(trends.items.some(({ topic }) => topic === 'interviewed'));
    shown = await send({ type: 'open', interview: interviews.rows[0]?.interview ?? '' });
    on('report');
    await press('replay');
    assert.equal(on('replay').turns[0]?.said, 'Counting the bananas matters most.');
  });

  it('keeps the answer when the tab is closed, and continues there', async () => {
    const study = await interviewStudy();
    await vscode.commands.executeCommand('interviewStudy.startInterview', study.library.noteAt(six)?.id);
    shown = await send({ type: 'ready' });
    await press('start');
    await type('Half an answer');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    void vscode.commands.executeCommand('interviewStudy.startInterview');
    // Its first entry continues: accepted as soon as the list is there.
    for (;;) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const now = await vscode.commands.executeCommand<ToPage | undefined>('interviewStudy.interviewMessage', { type: 'ready' });
      if (now?.type !== 'show') continue;
      shown = now;
      break;
    }
    assert.equal(on('question').text, 'Half an answer');
  });

  it('shows no button for a language model where VS Code has none', async () => {
    assert.deepEqual(await vscode.lm.selectChatModels(), []);
    await press('done');
    assert.equal(on('review').canComment, false);
  });

  it('does nothing with a message that is none', async () => {
    const before = shown.view;
    for (const message of [undefined, { type: 'press', key: 'quit' }, { type: 'openLink', href: 'command:workbench.action.quit' }]) {
      assert.deepEqual((await vscode.commands.executeCommand<Shown>('interviewStudy.interviewMessage', message)).view, before);
    }
  });
});
