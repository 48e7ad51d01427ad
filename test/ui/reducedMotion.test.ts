import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { interviewFiles } from './interviewNotes';
import { useWorkbench } from './workbench';

const queues = '---\ntitle: Queues\ntopic: mine\nkind: comparison\nneeds:\n  - {id: a, ask: Is Redis there?, weight: 2, rows: [{row: Redis, prefers: "yes"}]}\n---\n# Queues\n\n| | Celery | RQ |\n|-|-|-|\n| Redis | yes | yes |\n| Chains | yes | no |\n| First request | 30 ms (2024) | 12 ms (2024) |\n';

/** Elements, with what stands before and behind them, that have an animation or take time to change. */
function moving(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const takesTime = (durations: string) => durations.split(',').some((duration) => Number.parseFloat(duration) > 0);
    const found = [...document.querySelectorAll('body, body *')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
        return animationName !== 'none' || takesTime(transitionDuration) || scrollBehavior === 'smooth' ? [`${element.tagName}.${element.className}${part}`] : [];
      }),
    );
    return [...found, ...document.getAnimations().map((animation) => `running: ${animation.id}`)];
  });
}

describe('Reduced motion', () => {
  // VS Code would tell our pages by a class of its own; here only the system does.
  const workbench = useWorkbench({ files: { ...interviewFiles, 'queues.md': queues }, settings: { 'interviewStudy.starterNotes': false, 'workbench.reduceMotion': 'off' } });
  const reduce = (reducedMotion: 'reduce' | 'no-preference') => workbench().page.emulateMedia({ reducedMotion });

  it('stills the comparison, which else moves', async () => {
    await reduce('no-preference');
    await workbench().runCommand('Interview Study: Compare frameworks');
    const frame = await workbench().webviewFrame('h1:text-is("Queues")');
    await frame.getByRole('button', { name: 'Which one should I pick?' }).click();
    await frame.locator('fieldset').first().getByText('Yes', { exact: true }).click();
    await frame.locator('.meter > div').first().waitFor({ state: 'attached' });
    assert.ok((await moving(frame)).length > 0, 'nothing moves, so this test tells nothing');
    await reduce('reduce');
    assert.deepEqual(await moving(frame), []);
    await frame.locator('td').nth(1).click();
    await frame.locator('.details:visible').waitFor();
    assert.deepEqual(await moving(frame), []);
    await frame.getByRole('tab', { name: 'Figures' }).click();
    await frame.locator('figure').first().waitFor();
    assert.deepEqual(await moving(frame), []);
  });

  it('stills the mock interview', async () => {
    await workbench().runCommand('Interview Study: Start mock interview');
    await workbench().waitForPick('Six questions');
    await workbench().pick('Six questions');
    const frame = await workbench().webviewFrame('.speech');
    assert.deepEqual(await moving(frame), []);
    await workbench().webviewFrame(':focus');
    await workbench().press('Control+Enter');
    await frame.locator('main h1', { hasText: 'What are you proud of?' }).waitFor();
    // The page puts the focus into the box for the answer, and would close a pick that opens before that.
    await frame.locator('textarea:focus').waitFor();
    assert.deepEqual(await moving(frame), []);
  });

  it('stills the card of a quiz and the statistics', async () => {
    await workbench().runCommand('Interview Study: Start quiz');
    await workbench().waitForPick('All topics');
    await workbench().press('Enter');
    await workbench().waitForPick('5 questions');
    await workbench().type('1');
    const card = await workbench().webviewFrame('main.card');
    assert.deepEqual(await moving(card), []);
    await workbench().waitForPick('1 of');
    await workbench().press('Escape');
    await workbench().waitForNoPick();
    await workbench().runCommand('Interview Study: Show statistics');
    assert.deepEqual(await moving(await workbench().webviewFrame('main .empty, main section')), []);
  });
});
