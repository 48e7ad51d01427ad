import { type Locator, type Page } from 'playwright-core';

/** One line of a pick, as a person reads it. */
export interface PickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly focused: boolean;
}

/** The pick (or input box) that is open: its words around the list. */
export interface PickTexts {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  /** The line under the box: prompt, validation message. */
  readonly message: string;
  readonly buttons: readonly string[];
}

const widget = (page: Page): Locator => page.locator('.quick-input-widget:visible');

/** Waits until a pick is open; with `text`, until one shows that text anywhere. */
export async function waitForPick(page: Page, text?: string): Promise<void> {
  await (text === undefined ? widget(page) : widget(page).filter({ hasText: text })).waitFor();
}

export async function waitForNoPick(page: Page): Promise<void> {
  await widget(page).waitFor({ state: 'hidden' });
}

/** The items that are rendered: about the first twenty of a long list. */
export function quickPickItems(page: Page): Promise<readonly PickItem[]> {
  return widget(page)
    .locator('.quick-input-list [role=option]')
    .evaluateAll((rows) =>
      rows
        .sort((one, other) => Number(one.getAttribute('data-index')) - Number(other.getAttribute('data-index')))
        .map((row) => {
          const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
          return {
            label: text('.label-name'),
            description: text('.label-description'),
            detail: text('.quick-input-list-label-meta .label-name'),
            focused: row.classList.contains('focused'),
          };
        }),
    );
}

export function quickPickTexts(page: Page): Promise<PickTexts> {
  return widget(page).evaluate((root) => {
    const text = (selector: string) => root.querySelector(selector)?.textContent ?? '';
    const input = root.querySelector<HTMLInputElement>('.quick-input-box input');
    const buttons = [...root.querySelectorAll('.quick-input-titlebar .action-label, .quick-input-inline-action-bar .action-label')];
    return {
      title: text('.quick-input-title'),
      placeholder: input?.placeholder ?? '',
      value: input?.value ?? '',
      message: text('.quick-input-message'),
      buttons: buttons.map((button) => button.getAttribute('aria-label') ?? ''),
    };
  });
}

/** Clicks the item with exactly this label. */
export async function pick(page: Page, label: string): Promise<void> {
  const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
  const name = page.locator('.quick-input-list-row:first-child .label-name').filter({ hasText: exact });
  await widget(page).locator('[role=option]').filter({ has: name }).first().click();
}

/** Clicks a button in the title of the pick, by its tooltip. */
export async function pressPickButton(page: Page, tooltip: string): Promise<void> {
  await widget(page).locator(`.action-label[aria-label="${tooltip}"]`).click();
}

/** Opens the command palette and types. */
export async function typeInPalette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input[aria-label*="command" i]').waitFor();
  await page.keyboard.type(text);
}

/** Runs a command by its whole title, `Interview Study: Start quiz`, as a person does: palette, type, choose. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await typeInPalette(page, title);
  await pick(page, title);
}
