import assert from 'node:assert/strict';
import { useWorkbench } from './workbench';

/** A note whose answers are known, so that a test can be wrong on purpose. */
const sums = `---
title: Sums
topic: sums
---
# Sums

## What is one and one?

- [x] Two
  As every child knows.
- [ ] Three
  That is one too many.
- [ ] Eleven
  That is text.

## What is two and two?

> [!HINT]
> Less than five.

Four, since \`2 + 2\` is four.

> [!POINTS]
> - says four

## What does this print?

\`\`\`python
print(sum(range(4)))
\`\`\`

\`\`\`output
6
\`\`\`
`;

describe('Quiz', () => {
  const workbench = useWorkbench({
    files: { 'study/sums.md': sums },
    settings: { 'interviewStudy.starterNotes': false },
  });
  const items = async () => (await workbench().quickPickItems()).map(({ label }) => label.replace(/\s+/g, ' ').trim());

  /** Reads the question that is open, whatever the order. */
  async function stem(): Promise<string> {
    return (await workbench().quickPickTexts()).message;
  }

  it('asks what to be quizzed on, then the first question', async () => {
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('All topics');
    await workbench().press('Enter');
    await workbench().waitForPick('1 of 3');
    await workbench().webviewFrame('main.card');
  });

  it('takes one key for each answer, explains, and shows when each question comes back', async () => {
    for (let question = 1; question <= 3; question++) {
      await workbench().waitForPick(`${question} of 3`);
      const asked = await stem();
      const card = await workbench().webviewFrame('main.card');
      await card.locator('h1', { hasText: asked }).waitFor();
      if (asked.includes('one and one')) {
        const right = (await items()).findIndex((item) => item.endsWith('Two'));
        await workbench().screenshot('Quiz/multiple choice');
        await workbench().type(String(right + 1));
        await workbench().waitForPick('Again');
        assert.match(await stem(), /Right\. As every child knows/);
        await card.locator('.option.right.chosen').waitFor();
        await card.locator('text=That is one too many').waitFor();
      } else {
        await workbench().screenshot(`Quiz/reveal ${question}`);
        if (asked.includes('two and two')) {
          await workbench().type('h');
          await card.locator('.hint', { hasText: 'Less than five' }).waitFor();
        } else {
          await card.locator('.stem code', { hasText: 'print(sum(range(4)))' }).waitFor();
          assert.equal(await card.locator('text=output').count(), 0, 'the output gives the answer away');
        }
        await workbench().press('Enter');
        await workbench().waitForPick('Again');
      }
      assert.deepEqual(
        (await items()).map((item) => item.replace(/^\d /, '')),
        ['Again', 'Hard', 'Good', 'Easy'],
      );
      const back = (await workbench().quickPickItems()).map(({ description }) => description);
      assert.ok(back.every((interval) => /\d/.test(interval)), `no dates in ${back.join(', ')}`);
      await workbench().screenshot(`Quiz/answer ${question}`);
      await workbench().type('3');
    }
  });

  it('sums up, with every answer on disk, and closes what it opened', async () => {
    await workbench().waitForPick('Quiz finished: 3 of 3');
    const reviews = (await workbench().reviews()).filter(({ kind }) => kind === 'review');
    assert.deepEqual(reviews.map(({ rating }) => rating), [3, 3, 3]);
    assert.deepEqual(new Set(reviews.map(({ card }) => String(card).split('#')[0])), new Set(['shop:study/sums']));
    await workbench().screenshot('Quiz/summary');
    await workbench().press('Enter');
    await workbench().waitForNoPick();
    assert.deepEqual(await workbench().openTabs(), []);
  });
});

describe('A quiz that is interrupted', () => {
  const workbench = useWorkbench({ files: { 'study/sums.md': sums }, settings: { 'interviewStudy.starterNotes': false } });

  async function answerOne(grade: string): Promise<void> {
    const multiple = (await workbench().quickPickItems()).length === 3;
    if (multiple) await workbench().type('1');
    else await workbench().press('Enter');
    await workbench().waitForPick('Easy');
    await workbench().type(grade);
  }

  it('waits after Esc and goes on where it was', async () => {
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('All topics');
    await workbench().press('Enter');
    await workbench().waitForPick('1 of 3');
    await answerOne('4');
    await workbench().waitForPick('2 of 3');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('Continue the paused quiz');
    await workbench().press('Enter');
    await workbench().waitForPick('2 of 3');
  });

  it('takes an answer back with u', async () => {
    await workbench().type('u');
    await workbench().waitForPick('1 of 3');
    assert.ok((await workbench().reviews()).some(({ kind }) => kind === 'undo'));
    await answerOne('4');
    await workbench().waitForPick('2 of 3');
  });

  it('has every answer on disk before the next question, also when the extension host is killed', async () => {
    await answerOne('3');
    await workbench().waitForPick('3 of 3');
    assert.equal(await workbench().killExtensionHosts() > 0, true);
    const ratings = (await workbench().reviews()).filter(({ kind }) => kind === 'review').map(({ rating }) => rating);
    assert.deepEqual(ratings, [4, 4, 3]);
    await workbench().reload();
    await workbench().openSideBar();
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('Continue the paused quiz');
    await workbench().press('Enter');
    await workbench().waitForPick('3 of 3');
  });
});
