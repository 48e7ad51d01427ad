import * as vscode from 'vscode';
import { plainText } from './plainText';

/** One thing to choose. Numbered items answer to their number. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Typed to choose it. Where a number has two digits, digits only lead to the item and Enter takes it. */
  readonly number?: number;
}

export interface KeyButton {
  /** The letter that does the same as a click. */
  readonly key: string;
  readonly icon: string;
  readonly tooltip: string;
  /** Shown as pressed. */
  readonly isOn?: boolean;
}

export interface Question<Value> {
  readonly title: string;
  readonly prompt?: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<Value>[];
  /** The choice that Enter takes. */
  readonly suggested?: Value;
  readonly buttons: readonly KeyButton[];
  /** Several choices may be right: digits toggle, Enter answers. */
  readonly several?: boolean;
  /** What other keys do without an answer, such as scrolling the card. */
  readonly keys?: Readonly<Record<string, () => void>>;
  /** Where several may be right: those that are marked at first. */
  readonly marked?: readonly Value[];
}

export type Reply<Value> = { readonly type: 'chosen'; readonly values: readonly Value[] } | { readonly type: 'key'; readonly key: string; readonly marked: readonly Value[] } | { readonly type: 'hidden' };

/**
 * One quick pick for a whole quiz, so that nothing flickers between questions. Typing in a quick pick only filters; here one
 * character acts and is taken out again. Why a pick closed the API does not tell: any hide is reported as `hidden`.
 */
export class KeyPick implements vscode.Disposable {
  private readonly pick = vscode.window.createQuickPick();

  constructor() {
    this.pick.ignoreFocusOut = true;
    this.pick.keepScrollPosition = true;
  }

  ask<Value>(question: Question<Value>): Promise<Reply<Value>> {
    const pick = this.pick;
    const { choices } = question;
    const width = String(Math.max(0, ...choices.map(({ number = 0 }) => number))).length;
    const items = choices.map((choice) => toItem(choice, width));
    const valuesOf = (chosen: readonly vscode.QuickPickItem[]) => chosen.flatMap((item) => choices[items.indexOf(item)]?.value ?? []);
    const itemOf = (number: number) => items[choices.findIndex((choice) => choice.number === number)];
    const buttons = question.buttons.map(toButton);
    let typed = '';
    let marked: readonly vscode.QuickPickItem[] = items.filter((_, i) => question.marked?.some((value) => value === choices[i]?.value));
    let isSettingMarks = false;

    pick.title = question.title;
    pick.placeholder = question.placeholder;
    pick.prompt = question.prompt === undefined ? undefined : plainText(question.prompt);
    pick.canSelectMany = question.several ?? false;
    pick.value = '';
    pick.busy = false;
    pick.enabled = true;
    pick.buttons = buttons;
    pick.items = items;
    const active = items[Math.max(choices.findIndex((choice) => choice.value === question.suggested), 0)];
    if (active) pick.activeItems = [active];
    if (marked.length > 0) pick.selectedItems = marked;

    return new Promise((resolve) => {
      const settle = (reply: Reply<Value>) => {
        subscriptions.dispose();
        pick.busy = true;
        resolve(reply);
      };
      const choose = (chosen: readonly vscode.QuickPickItem[]) => {
        const values = valuesOf(chosen);
        if (values.length > 0) settle({ type: 'chosen', values });
      };
      /** The editor reports marks late, and those of our own as well: until it reports these, older reports do not count. */
      const mark = (item: vscode.QuickPickItem) => {
        marked = marked.includes(item) ? marked.filter((other) => other !== item) : [...marked, item];
        isSettingMarks = true;
        pick.selectedItems = marked;
      };
      /** `12` is typed as `1`, `2`: each digit leads to the best item so far. */
      const lead = (digit: string) => {
        const found = itemOf(Number(typed + digit));
        typed = found ? typed + digit : digit;
        const item = found ?? itemOf(Number(digit));
        if (item) pick.activeItems = [item];
      };
      const subscriptions = vscode.Disposable.from(
        pick.onDidAccept(() => choose(pick.canSelectMany ? marked : pick.activeItems)),
        pick.onDidChangeSelection((selected) => {
          const isOurs = selected.length === marked.length && selected.every((item) => marked.includes(item));
          if (isOurs) isSettingMarks = false;
          else if (!isSettingMarks) marked = selected;
        }),
        pick.onDidChangeValue((value) => {
          if (value === '') return;
          pick.value = '';
          const key = value.slice(-1).toLowerCase();
          const numbered = /\d/.test(key) ? itemOf(Number(key)) : undefined;
          if (question.keys?.[key]) question.keys[key]();
          else if (width > 1 && /\d/.test(key)) lead(key);
          else if (numbered && !pick.canSelectMany) choose([numbered]);
          else if (numbered) mark(numbered);
          else if (question.buttons.some((button) => button.key === key)) settle({ type: 'key', key, marked: valuesOf(marked) });
        }),
        pick.onDidTriggerButton((button) => {
          const key = question.buttons[buttons.findIndex((candidate) => candidate === button)]?.key;
          if (key) settle({ type: 'key', key, marked: valuesOf(marked) });
        }),
        pick.onDidHide(() => settle({ type: 'hidden' })),
      );
      pick.show();
    });
  }

  dispose(): void {
    this.pick.dispose();
  }
}

export function toButton({ icon, tooltip, key, isOn }: KeyButton): vscode.QuickInputButton {
  const shown = key === '' ? tooltip : `${tooltip} (${key})`;
  return { iconPath: new vscode.ThemeIcon(icon), tooltip: shown, ...(isOn !== undefined && { toggle: { checked: isOn } }) };
}

function toItem<Value>({ label, description, detail, number }: Choice<Value>, width: number): vscode.QuickPickItem {
  const shown = plainText(label);
  return {
    // Figure spaces keep one-digit numbers in line with two-digit ones.
    label: number === undefined ? shown : `${String(number).padStart(width, '\u2007')}\u2002${shown}`,
    description: description === undefined ? undefined : plainText(description),
    detail: detail === undefined ? undefined : plainText(detail),
    alwaysShow: true,
  };
}
