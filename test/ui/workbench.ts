import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Frame, type Page } from 'playwright-core';
import { openSession, type Session, type SessionOptions } from '../harness/session.mjs';
import * as quickPick from './quickPick';
import * as sideBar from './sideBar';
import * as textEditor from './textEditor';

const themes = {
  dark: ['Dark Modern', 'vs-dark'],
  light: ['Light Modern', 'vs'],
  'high contrast': ['Default High Contrast', 'hc-black'],
  'high contrast light': ['Default High Contrast Light', 'hc-light'],
} as const;
export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

/** Where the pictures are, for people. */
const screenshotFolder = join(process.cwd(), 'out', 'screenshots');

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

/** Opens the real workbench in a real browser with the extension loaded, on a copy of the sample project and a new profile. */
export async function openWorkbench(options: SessionOptions = {}) {
  const session = await openSession(options);
  try {
    await ready(session.page);
  } catch (error) {
    await mkdir(screenshotFolder, { recursive: true });
    await session.page.screenshot({ path: join(screenshotFolder, 'workbench-did-not-open.png') });
    await session.close();
    throw error;
  }
  return { ...inWordsOfAPerson(session), close: session.close };
}

/** The workbench is there when our icon is: the extension's manifest has been read by then. */
async function ready(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.locator('.activitybar .action-label[aria-label^="Interview Study"]').waitFor({ timeout: 60_000 });
}

function inWordsOfAPerson(session: Session) {
  const { page } = session;
  return {
    page,
    folder: session.folder,
    profile: session.profile,
    changeSettings: session.changeSettings,
    killExtensionHosts: session.killExtensionHosts,

    openSideBar: () => sideBar.openSideBar(page),
    treeRows: (view?: string) => sideBar.treeRows(page, view),
    row: (label: string, view?: string) => sideBar.row(page, label, view),
    clickRow: (label: string, view?: string) => sideBar.clickRow(page, label, view),
    expandRows: (labels: readonly string[], view?: string) => sideBar.expandRows(page, labels, view),
    clickRowAction: (label: string, tooltip: string, view?: string) => sideBar.clickRowAction(page, label, tooltip, view),
    chooseInRowMenu: (label: string, entry: string, view?: string) => sideBar.chooseInRowMenu(page, label, entry, view),
    clickViewAction: (tooltip: string, view?: string) => sideBar.clickViewAction(page, tooltip, view),

    typeInPalette: (text: string) => quickPick.typeInPalette(page, text),
    runCommand: (title: string) => quickPick.runCommand(page, title),
    waitForPick: (text?: string) => quickPick.waitForPick(page, text),
    waitForNoPick: () => quickPick.waitForNoPick(page),
    quickPickItems: () => quickPick.quickPickItems(page),
    quickPickTexts: () => quickPick.quickPickTexts(page),
    pick: (label: string) => quickPick.pick(page, label),
    pressPickButton: (tooltip: string) => quickPick.pressPickButton(page, tooltip),
    type: (text: string) => page.keyboard.type(text),
    press: (key: string) => page.keyboard.press(key),

    openFile: (path: string, line?: number) => textEditor.openFile(page, path, line),
    openTabs: () => textEditor.openTabs(page),
    visibleLines: () => textEditor.visibleLines(page),
    hoverWord: (word: string, occurrence?: number) => textEditor.hoverWord(page, word, occurrence),
    clickInHover: (text: string) => textEditor.clickInHover(page, text),

    webviewFrame: (selector?: string) => webviewFrame(page, selector),
    notifications: () => page.locator('.notification-list-item-message').allInnerTexts(),
    /** Resolves when the extension shows what there is to study: before, a hover has nothing to say. */
    notesAreRead: () => page.locator('.statusbar-item[id$="interviewStudy.due"]').waitFor(),
    statusBar: () => page.locator('.statusbar-item').allInnerTexts(),

    /** Reloads the window, as `Developer: Reload Window` does. */
    async reload(): Promise<void> {
      await page.reload();
      await ready(page);
    },
    async theme(name: ThemeName): Promise<void> {
      const [label, className] = themes[name];
      await session.changeSettings({ 'workbench.colorTheme': label });
      await page.locator(`.monaco-workbench.${className}`).waitFor();
    },
    /** `name` may hold folders: `quiz/first question`. */
    async screenshot(name: string): Promise<void> {
      await page.screenshot({ path: join(screenshotFolder, `${name.replace(/[^\p{L}\p{N}/ _-]/gu, '')}.png`) });
    },
    /** Every line of every review file in the profile, parsed. */
    async reviews(): Promise<readonly Record<string, unknown>[]> {
      const folder = join(session.profile, 'data', 'User', 'globalStorage');
      const files = await readdir(folder, { recursive: true }).catch(() => []);
      const texts = await Promise.all(files.filter((file) => file.endsWith('.jsonl')).map((file) => readFile(join(folder, file), 'utf8')));
      return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

/** The document inside the visible webview (panel, preview) that holds `selector`; waits until there is one. */
async function webviewFrame(page: Page, selector = 'body *'): Promise<Frame> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    for (const frame of page.frames().filter((candidate) => candidate.url().includes('fake.html'))) {
      const shown = await frame.parentFrame()?.frameElement().then((element) => element.isVisible()).catch(() => false);
      if (shown && (await frame.locator(selector).count().catch(() => 0)) > 0) return frame;
    }
    // The next picture that the browser draws: whatever changes in a page shows in one.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`no visible webview holds "${selector}"`);
}

/**
 * For a `describe`: one workbench for its tests, opened before and closed after; after each test a picture of how it ended
 * (`out/screenshots/<describe>/<test>.png`). Call the result inside the tests.
 */
export function useWorkbench(options?: SessionOptions): () => Workbench {
  let workbench: Workbench | undefined;
  before(async () => {
    workbench = await openWorkbench(options);
  });
  afterEach(async function () {
    const titles = this.currentTest?.titlePath() ?? [];
    const state = this.currentTest?.state === 'failed' ? ' (failed)' : '';
    await workbench?.screenshot(titles.join('/') + state);
  });
  after(() => workbench?.close());
  return () => {
    if (workbench === undefined) throw new Error('the workbench opens in a before hook: call this inside a test');
    return workbench;
  };
}
