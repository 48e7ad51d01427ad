import { type Locator, type Page } from 'playwright-core';

/** One row of a tree, as a person sees it. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the outermost rows. */
  readonly level: number;
  /** Absent on a row without children. */
  readonly expanded?: boolean;
}

/** Opens our view container, whichever is open now. */
export async function openSideBar(page: Page): Promise<void> {
  const ours = page.locator('.sidebar[data-active-composite$=".interviewStudy"] .pane').first();
  // A window that is still restoring its state may open the view under our click, which then closes it again: hence more than one try.
  for (let tries = 0; tries < 5 && !(await ours.isVisible()); tries += 1) {
    await page.locator('.activitybar .action-label[aria-label^="Interview Study"]').click();
    await ours.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await ours.waitFor();
}

/** A view of the side bar by its title; without one, the first. */
function view(page: Page, title?: string): Locator {
  const panes = page.locator('.sidebar .pane');
  return title === undefined ? panes.first() : panes.filter({ has: page.locator('.pane-header .title', { hasText: new RegExp(`^${title}$`, 'i') }) });
}

/** The rows that are rendered (what fits into the view), from the top. */
export function treeRows(page: Page, title?: string): Promise<readonly TreeRow[]> {
  return view(page, title)
    .locator('[role=treeitem]')
    .evaluateAll((rows) =>
      rows
        .sort((one, other) => Number(one.getAttribute('data-index')) - Number(other.getAttribute('data-index')))
        .map((row) => {
          const expanded = row.getAttribute('aria-expanded');
          return {
            label: row.querySelector('.label-name')?.textContent ?? '',
            description: row.querySelector('.label-description')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            ...(expanded === null ? {} : { expanded: expanded === 'true' }),
          };
        }),
    );
}

/** A row by its exact label; waits for nothing. */
export function row(page: Page, label: string, title?: string): Locator {
  const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  return view(page, title).locator('[role=treeitem]').filter({ has: page.locator('.label-name', { hasText: exact }) }).first();
}

export async function clickRow(page: Page, label: string, title?: string): Promise<void> {
  await row(page, label, title).locator('.label-name').click();
}

/** Opens each row of a path in turn: `['python', 'concurrency']`. Rows that are open stay so. */
export async function expandRows(page: Page, labels: readonly string[], title?: string): Promise<void> {
  for (const label of labels) {
    const found = row(page, label, title);
    await found.waitFor();
    if ((await found.getAttribute('aria-expanded')) === 'false') await found.locator('.monaco-tl-twistie').click();
    await found.and(page.locator('[aria-expanded=true]')).waitFor();
    const [index, level] = [Number(await found.getAttribute('data-index')), Number(await found.getAttribute('aria-level'))];
    await view(page, title).locator(`[role=treeitem][data-index="${index + 1}"][aria-level="${level + 1}"]`).waitFor();
  }
}

/** Clicks a button that shows when the pointer is on a row, by its tooltip. */
export async function clickRowAction(page: Page, label: string, tooltip: string, title?: string): Promise<void> {
  const found = row(page, label, title);
  await found.hover();
  await found.locator(`.action-label[aria-label^="${tooltip}"]`).click();
}

/** Opens a row's context menu and clicks an entry. */
export async function chooseInRowMenu(page: Page, label: string, entry: string, title?: string): Promise<void> {
  await row(page, label, title).locator('.label-name').click({ button: 'right' });
  await page.locator('.monaco-menu .action-menu-item', { hasText: entry }).first().click();
}

/** Clicks a button in the title of a view, by its tooltip. */
export async function clickViewAction(page: Page, tooltip: string, title?: string): Promise<void> {
  await view(page, title).hover();
  await page.locator(`.sidebar .action-label[aria-label^="${tooltip}"]:visible`).first().click();
}
