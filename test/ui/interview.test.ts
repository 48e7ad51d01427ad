import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { accessibilityFaults } from './accessibilityFaults';
import { interviewFiles } from './interviewNotes';
import { themeNames, useWorkbench, type Workbench } from './workbench';

const settings = { 'interviewStudy.starterNotes': false };

async function start(workbench: Workbench, entry = 'Six questions'): Promise<Frame> {
  await workbench.runCommand('Interview Study: Start mock interview');
  await workbench.waitForPick(entry);
  await workbench.pick(entry);
  const frame = await workbench.webviewFrame('.speech');
  await frame.waitForFunction(() => document.hasFocus());
  return frame;
}

/** Waits for a screen with this headline. */
async function headline(workbench: Workbench, text: string): Promise<Frame> {
  const frame = await workbench.webviewFrame('main h1');
  await frame.locator('main h1', { hasText: text }).waitFor();
  return frame;
}

/** Takes the file that a dialog suggests, and waits until it is open. Its path. */
async function acceptFile(workbench: Workbench, name: RegExp): Promise<string> {
  const box = workbench.page.locator('.quick-input-widget:visible input').first();
  await box.waitFor();
  await workbench.page.waitForFunction((source) => [...document.querySelectorAll('.quick-input-widget input')].some((input) => new RegExp(source).test((input as HTMLInputElement).value)), name.source);
  const path = await box.inputValue();
  await workbench.press('Enter');
  await workbench.page.locator('.tab', { hasText: path.split('/').at(-1) ?? '' }).waitFor();
  return path;
}

/** A page that has just opened takes the focus a moment later; a key before that would go elsewhere. */
async function goOn(workbench: Workbench): Promise<void> {
  await workbench.webviewFrame(':focus');
  await workbench.press('Control+Enter');
}
const ticks = (frame: Frame) => frame.locator('.points').first().locator('input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));

describe('Mock interview', () => {
  const workbench = useWorkbench({ files: interviewFiles, settings });

  it('opens with the script’s own words', async () => {
    const frame = await start(workbench());
    await frame.locator('h1', { hasText: 'Six questions' }).waitFor();
    await frame.locator('.speech', { hasText: 'Welcome. We begin with you.' }).waitFor();
  });

  it('asks six questions by keyboard, ticks what the answer says, and follows up on what was missed', async () => {
    const it = workbench();
    await goOn(it);
    await headline(it, 'What are you proud of?');
    await it.type('It was a decision of my own: I cached the nightly report, and the effect was a number, 4 times faster.');
    await it.screenshot('Mock interview/question dark');
    await goOn(it);
    let frame = await headline(it, 'What are you proud of?');
    await frame.locator('legend', { hasText: 'A good answer has' }).waitFor();
    assert.deepEqual(await ticks(frame), [true, true]);
    await goOn(it);

    frame = await headline(it, 'Why does CPython have a GIL?');
    await it.press('Alt+h');
    await frame.locator('.hint', { hasText: 'Think of reference counts' }).waitFor();
    await it.type('Reference counts would be corrupted when two threads change them, because they are not atomic.');
    await goOn(it);
    await frame.locator('legend', { hasText: 'A good answer has' }).waitFor();
    assert.deepEqual(await ticks(frame), [true, false, false]);
    await frame.locator('.note', { hasText: 'found: Reference counts' }).waitFor();
    await frame.locator('.trap', { hasText: 'interpreted' }).waitFor();
    await it.screenshot('Mock interview/points dark');
    await goOn(it);

    // Both nested questions fit a missed point; either way it is one of the note's.
    frame = await it.webviewFrame('.parent');
    await frame.locator('.parent', { hasText: 'Why does CPython have a GIL?' }).waitFor();
    await it.press('Alt+k');
    await frame.locator('.prompts li').waitFor();
    await it.press('Alt+s');

    frame = await headline(it, 'What does this print?');
    await frame.locator('.stem code', { hasText: 'range(3)' }).waitFor();
    await it.type('[0, 1, 2]');
    await goOn(it);
    await frame.locator('.model').waitFor();
    await goOn(it);
  });

  it('pauses and goes on with what was typed', async () => {
    const it = workbench();
    let frame = await headline(it, 'Is there another way');
    await it.press('Alt+s');
    await headline(it, 'How do you find a slow query?');
    await it.type('Read the execution plan');
    await it.press('Alt+p');
    frame = await headline(it, 'Paused');
    await goOn(it);
    frame = await headline(it, 'How do you find a slow query?');
    assert.equal(await frame.locator('textarea').inputValue(), 'Read the execution plan');
    await goOn(it);
    await frame.locator('.points input').nth(0).waitFor();
    assert.deepEqual(await ticks(frame), [false, true, false]);
    await frame.locator('.points input').nth(0).focus();
    await it.press('Space');
    assert.deepEqual(await ticks(frame), [true, true, false]);
    await goOn(it);
    frame = await it.webviewFrame('.parent');
    await it.press('Alt+s');
  });

  it('ends with the candidate’s questions, the closing and the result', async () => {
    const it = workbench();
    await headline(it, 'What is a transaction?');
    await it.press('Alt+s');
    await headline(it, 'What does idempotent mean?');
    await it.press('Alt+s');
    await headline(it, 'Do you have questions for us?');
    await it.type('How do you deploy?');
    await goOn(it);
    const frame = await it.webviewFrame('.speech.large');
    await frame.locator('.speech', { hasText: 'Thank you, that was all.' }).waitFor();
    await goOn(it);
    await frame.locator('table th', { hasText: 'Technical depth' }).waitFor();
    await frame.locator('.due', { hasText: 'What is a transaction?' }).waitFor();
    await it.screenshot('Mock interview/result dark');
  });

  it('makes what was missed due today', async () => {
    const events = await workbench().reviews();
    const of = (kind: string) => events.filter((event) => event.kind === kind).map(({ card }) => String(card).split('#')[1]);
    for (const card of ['gil', 'slow', 'transaction', 'idempotent']) assert.ok(of('shift').includes(card), `${card} is not due`);
    assert.ok(of('mock').includes('proud'));
    assert.ok(!of('shift').includes('proud'));
    assert.ok(events.filter(({ kind }) => kind === 'shift').every(({ interval }) => interval === 0));
  });

  it('saves the report where the user chooses, and opens it', async () => {
    const it = workbench();
    await goOn(it);
    const report = await readFile(await acceptFile(it, /six-questions-\d{4}-\d\d-\d\d\.md$/), 'utf8');
    for (const part of ['# Six questions', 'Technical depth', 'Due today', '✗ Several statements succeed or fail together', '> Read the execution plan', '> How do you deploy?', 'with a hint']) assert.ok(report.includes(part), `${part}\n${report}`);
    await it.press('Control+w');
    await (await it.webviewFrame('.evidence')).locator('h1').click();
  });

  it('reads a finished interview again beside the model points', async () => {
    const it = workbench();
    await it.runCommand('Interview Study: Replay an interview');
    await it.waitForPick('Six questions');
    await it.press('Enter');
    const frame = await it.webviewFrame('article.turn');
    await frame.locator('article', { hasText: 'How do you find a slow query?' }).first().locator('.marks', { hasText: 'Read the execution plan' }).waitFor();
    await it.screenshot('Mock interview/replay dark');
  });

  it('lists interviews, topics and what to do next', async () => {
    const it = workbench();
    await it.runCommand('Interview Study: Show interview history');
    const frame = await it.webviewFrame('.trends');
    await frame.locator('tbody th', { hasText: 'Six questions' }).waitFor();
    await frame.locator('.trends', { hasText: 'python' }).waitFor();
    await frame.locator('.next', { hasText: 'Suggested next' }).waitFor();
    await it.screenshot('Mock interview/history dark');
    await frame.locator('tbody th button').first().focus();
    await it.press('Enter');
    await headline(it, 'Six questions');
  });

  it('has recorded answers judged, and says what the author makes of them', async () => {
    const it = workbench();
    let frame = await start(it, 'Judge: Six questions');
    await frame.locator('.place', { hasText: 'recorded answers' }).waitFor();
    await goOn(it);
    frame = await headline(it, 'What are you proud of?');
    await frame.locator('.said', { hasText: 'four times faster' }).waitFor();
    await it.screenshot('Mock interview/judge dark');
    await frame.getByRole('button', { name: 'Strong' }).focus();
    await it.press('Enter');
    await frame.locator('.aside', { hasText: 'a decision and a figure' }).waitFor();
    await goOn(it);
    frame = await headline(it, 'Why does CPython have a GIL?');
    await frame.getByRole('button', { name: 'Weak' }).focus();
    await it.press('Enter');
    await frame.locator('.aside', { hasText: 'no mechanism' }).waitFor();
    await goOn(it);
    await it.webviewFrame('.speech.large');
    await goOn(it);
    await it.webviewFrame('h1');
  });
});

describe('A personality question', () => {
  const workbench = useWorkbench({ files: interviewFiles, settings });

  it('is practised into an answer in the user’s own notes', async () => {
    const it = workbench();
    await start(it);
    await goOn(it);
    await headline(it, 'What are you proud of?');
    await it.type('A decision of my own: I cached the nightly report.');
    await goOn(it);
    const frame = await it.webviewFrame('.points');
    await frame.getByRole('button', { name: 'Keep as my answer' }).focus();
    await it.press('Enter');
    const note = await readFile(await acceptFile(it, /my-answers\.md$/), 'utf8');
    assert.match(note, /## What are you proud of\?\n\nA decision of my own: I cached the nightly report\./);
  });
});

describe('Building an interview', () => {
  const workbench = useWorkbench({ files: interviewFiles, settings });

  it('takes one key where nothing is to be changed, and asks for what is', async () => {
    const it = workbench();
    await it.runCommand('Interview Study: Start mock interview');
    await it.waitForPick('Build one for me');
    await it.pick('Build one for me…');
    await it.waitForPick('Language of the interviewer');
    await it.screenshot('Mock interview/build');
    await it.pick('Minutes');
    await it.waitForPick('15');
    await it.pick('15');
    await it.waitForPick('Build an interview');
    await it.pick('Kind of questions');
    await it.waitForPick('Technical only');
    await it.pick('Technical only');
    await it.waitForPick('Build an interview');
    await it.press('Enter');
    const frame = await it.webviewFrame('.speech');
    await frame.locator('.place', { hasText: '5 questions · about 15 minutes' }).waitFor();
  });
});

describe('Building an interview from code', () => {
  const workbench = useWorkbench();

  it('asks about what the Python files of the workspace use', async () => {
    const it = workbench();
    await it.runCommand('Interview Study: Start mock interview');
    await it.waitForPick('Scripts');
    await it.screenshot('Mock interview/choose');
    await it.pick('Build one for me…');
    await it.waitForPick('Build an interview');
    await it.pick('Topics');
    await it.waitForPick('Names in this workspace’s code');
    await it.page.locator('.quick-input-widget:visible .label-name', { hasText: 'Names in this workspace’s code' }).click();
    await it.press('Enter');
    await it.waitForPick('Build an interview');
    assert.equal((await it.quickPickItems()).find(({ label }) => label === 'Topics')?.description, 'this workspace’s code');
    await it.press('Enter');
    const frame = await it.webviewFrame('.speech');
    await frame.locator('h1', { hasText: 'your code' }).waitFor();
    await frame.locator('.place', { hasText: '10 questions' }).waitFor();
    await goOn(it);
    await it.webviewFrame('textarea');
  });

  it('plays the recorded interview of the starter notes', async () => {
    const it = workbench();
    await it.runCommand('Interview Study: Start mock interview');
    await it.waitForPick('Judge: Middle Python back-end interview');
    await it.pick('Judge: Middle Python back-end interview');
    const frame = await it.webviewFrame('.speech');
    await frame.locator('.place', { hasText: '11 questions' }).waitFor();
    await goOn(it);
    await frame.locator('.said', { hasText: 'roughly three years' }).waitFor();
    await frame.getByRole('button', { name: 'Fair' }).focus();
    await it.press('Enter');
    await frame.locator('.aside', { hasText: 'there is no result and no number' }).waitFor();
    await it.screenshot('Mock interview/judged');
  });
});

describe('Mock interview in every theme', () => {
  const workbench = useWorkbench({ files: interviewFiles, settings });

  for (const theme of themeNames) {
    it(`has no accessibility fault in the ${theme} theme`, async () => {
      const it = workbench();
      await it.theme(theme);
      const check = async (what: string, selector: string) => {
        const frame = await it.webviewFrame(selector);
        await it.screenshot(`Mock interview/${theme} ${what}`);
        assert.deepEqual(await accessibilityFaults(frame), [], what);
      };
      await start(it);
      await check('opening', '.speech');
      await goOn(it);
      await headline(it, 'What are you proud of?');
      await it.press('Alt+s');
      let frame = await headline(it, 'Why does CPython have a GIL?');
      await it.press('Alt+h');
      await frame.locator('.hint').waitFor();
      await it.press('Alt+k');
      await frame.locator('.prompts li').waitFor();
      await it.type('Reference counts would be corrupted when two threads change them, because an increment is not atomic.');
      await check('question', 'textarea');
      await goOn(it);
      await frame.locator('.points').first().waitFor();
      await check('points', '.points');
      await it.press('Alt+p');
      await check('paused', '.calm');
      frame = await it.webviewFrame('.calm');
      await frame.getByRole('button', { name: 'End the interview' }).focus();
      await it.press('Enter');
      await check('result', '.evidence');
      frame = await it.webviewFrame('.evidence');
      await frame.getByRole('button', { name: 'Read it again' }).focus();
      await it.press('Enter');
      await check('replay', 'article');
      await it.runCommand('Interview Study: Show interview history');
      await check('history', '.trends');
    });
  }
});

describe('A mock interview whose extension host is killed', () => {
  const workbench = useWorkbench({ files: interviewFiles, settings });
  const kills = process.env['INTERVIEW_STUDY_LONG'] === '1' ? 50 : 3;

  it(`goes on at the same question with the typed answer, ${kills} times`, async function () {
    this.timeout(kills * 40_000);
    const it = workbench();
    await start(it);
    await goOn(it);
    let frame = await headline(it, 'What are you proud of?');
    let typed = '';
    for (let kill = 1; kill <= kills; kill++) {
      const more = `Reason number ${kill}. `;
      // Letter by letter into the box itself: after a crash the workbench moves the focus about, and keys would go astray.
      await frame.locator('textarea').evaluate((box, letters) => {
        for (const letter of letters) {
          (box as HTMLTextAreaElement).value += letter;
          box.dispatchEvent(new Event('input'));
        }
      }, more);
      typed += more;
      // Right after the last letter: what the extension writes is under way, or not begun.
      assert.ok((await it.killExtensionHosts()) > 0);
      await it.reload();
      await it.openSideBar();
      await it.runCommand('Interview Study: Start mock interview');
      await it.waitForPick('Continue: Six questions');
      await it.page.locator('.quick-input-widget:visible .label-name', { hasText: 'Continue: Six questions' }).click();
      // A pick that closes gives the focus back to where it was.
      await it.waitForNoPick();
      frame = await headline(it, 'What are you proud of?');
      await frame.waitForFunction((text) => document.querySelector('textarea')?.value === text, typed);
    }
  });
});

describe('A mock interview where VS Code has a language model', () => {
  const workbench = useWorkbench({ files: interviewFiles, beside: [join(process.cwd(), 'test', 'ui', 'model')], settings: { ...settings, 'chat.disableAIFeatures': false } });
  const dialog = () => workbench().page.locator('.monaco-dialog-box', { hasText: 'Let Made model comment on this interview?' });

  /** A modal dialog stands in the way of everything else, so it is gone before the page goes on. */
  async function answer(label: string): Promise<void> {
    await dialog().waitFor();
    await workbench().screenshot('Mock interview/consent');
    await dialog().getByRole('button', { name: label }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  it('sends nothing without consent, asks once for an interview, and shows the comment as text apart from the points', async () => {
    let frame = await start(workbench());
    await goOn(workbench());
    await headline(workbench(), 'What are you proud of?');
    await workbench().type('It was a decision of my own: I cached the nightly report, and the effect was a number, 4 times faster.');
    await goOn(workbench());
    frame = await headline(workbench(), 'What are you proud of?');
    const comment = frame.getByRole('button', { name: 'Ask a language model…' });
    await comment.waitFor();
    const before = await ticks(frame);
    assert.deepEqual(before, [true, true]);

    await comment.click();
    await answer('Cancel');
    assert.equal(await frame.locator('.comment').count(), 0);

    await comment.click();
    await answer('Allow for this interview');
    frame = await workbench().webviewFrame('.comment');
    // The refused request was never sent: this is the first.
    assert.equal(await frame.locator('.comment p').innerText(), '<b>Request 1</b>, with your answer.');
    assert.match(await frame.locator('.comment h2').innerText(), /Made model/);
    assert.deepEqual(await ticks(frame), before);
    await workbench().screenshot('Mock interview/comment');

    await goOn(workbench());
    await headline(workbench(), 'Why does CPython have a GIL?');
    await workbench().type('Reference counts.');
    await goOn(workbench());
    frame = await workbench().webviewFrame('.points');
    await frame.getByRole('button', { name: 'Ask a language model…' }).click();
    await frame.locator('.comment p', { hasText: '<b>Request 2</b>, without your answer.' }).waitFor();
    assert.equal(await dialog().count(), 0);
  });
});
