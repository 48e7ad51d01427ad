import { type Page } from 'playwright-core';
import { pick, waitForPick } from './quickPick';

/** Opens a file of the project by its path, as with Go to file; `line` is 1-based. */
export async function openFile(page: Page, path: string, line = 1): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await waitForPick(page);
  await page.keyboard.type(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  await pick(page, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .view-line').first().waitFor();
  if (line > 1) await goToLine(page, line);
}

async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await waitForPick(page);
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
}

/** Names of the open tabs, left to right, all groups. */
export function openTabs(page: Page): Promise<readonly string[]> {
  return page.locator('.tabs-container .tab').evaluateAll((tabs) => tabs.map((tab) => tab.querySelector('.monaco-icon-name-container')?.textContent ?? ''));
}

/** The rendered lines of the active editor, from the top. */
export function visibleLines(page: Page): Promise<readonly string[]> {
  return page.locator('.editor-group-container.active .view-lines').first().evaluate((lines) =>
    [...lines.querySelectorAll<HTMLElement>('.view-line')]
      .sort((one, other) => Number.parseFloat(one.style.top) - Number.parseFloat(other.style.top))
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')),
  );
}

/**
 * Moves the pointer onto a word of the active editor and returns what the hover says, one text per part (VS Code stacks the hovers of
 * all extensions). The word must be on the screen; `occurrence` counts from 1. Rejects when no hover appears.
 */
export async function hoverWord(page: Page, word: string, occurrence = 1): Promise<readonly string[]> {
  const place = await page.locator('.editor-group-container.active .view-lines').first().evaluate(findWord, { word, occurrence });
  if (place === undefined) throw new Error(`"${word}" (occurrence ${occurrence}) is not on the screen`);
  await page.keyboard.press('Escape');
  // Two moves: the first takes the pointer off any hover that is still open.
  await page.mouse.move(place.x, place.y - 60);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  const parts = page.locator('.monaco-hover:visible .hover-row .hover-contents:visible, .monaco-hover:visible .hover-row .rendered-markdown:visible');
  await parts.filter({ hasNotText: 'Loading...' }).first().waitFor();
  return page.locator('.monaco-hover:visible .hover-row').evaluateAll((rows) => rows.map((part) => (part as HTMLElement).innerText.trim()));
}

/** Clicks a link of the hover that is open, by its text. */
export async function clickInHover(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-hover:visible a', { hasText: text }).first().click();
}

/** Runs in the page: the middle of a whole word, in pixels. Words that something covers (sticky lines, a widget) do not count. */
function findWord(lines: Element, { word, occurrence }: { word: string; occurrence: number }): { x: number; y: number } | undefined {
  const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  const middleOf = (line: Element, at: number) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (at < before + length) {
        const range = document.createRange();
        range.setStart(node, at - before);
        range.setEnd(node, at - before + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      before += length;
    }
    return undefined;
  };
  const places = [...lines.querySelectorAll<HTMLElement>('.view-line')]
    .sort((one, other) => Number.parseFloat(one.style.top) - Number.parseFloat(other.style.top))
    .flatMap((line) => {
      const text = line.textContent ?? '';
      const starts = [...text.matchAll(new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map((found) => found.index);
      return starts
        .filter((at) => !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + word.length]))
        .map((at) => middleOf(line, at + Math.floor(word.length / 2)))
        .filter((place) => place !== undefined && line.contains(document.elementFromPoint(place.x, place.y)));
    });
  return places[occurrence - 1];
}
