import * as vscode from 'vscode';
import { plainText } from '../plainText';

/** One thing to choose. Numbered items answer to their digit. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly numbered?: boolean;
}

export interface KeyButton {
  /** The letter that does the same as a click. */
  readonly key: string;
  readonly icon: string;
  readonly tooltip: string;
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
}

export type Reply<Value> = { readonly type: 'chosen'; readonly values: readonly Value[] } | { readonly type: 'key'; readonly key: string } | { readonly type: 'hidden' };

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
    const items = question.choices.map((choice, i) => toItem(choice, i));
    const valueOf = (item: vscode.QuickPickItem) => question.choices[items.indexOf(item)]?.value;
    const buttons = question.buttons.map((button) => ({ iconPath: new vscode.ThemeIcon(button.icon), tooltip: `${button.tooltip} (${button.key})`, key: button.key }));

    pick.title = question.title;
    pick.placeholder = question.placeholder;
    pick.prompt = question.prompt === undefined ? undefined : plainText(question.prompt);
    pick.canSelectMany = question.several ?? false;
    pick.value = '';
    pick.busy = false;
    pick.enabled = true;
    pick.buttons = buttons;
    pick.items = items;
    const suggested = question.choices.findIndex((choice) => choice.value === question.suggested);
    const active = items[Math.max(suggested, 0)];
    if (active) pick.activeItems = [active];

    return new Promise((resolve) => {
      const settle = (reply: Reply<Value>) => {
        subscriptions.dispose();
        pick.busy = true;
        resolve(reply);
      };
      const choose = (chosen: readonly vscode.QuickPickItem[]) => {
        const values = chosen.flatMap((item) => valueOf(item) ?? []);
        if (values.length > 0) settle({ type: 'chosen', values });
      };
      const subscriptions = vscode.Disposable.from(
        pick.onDidAccept(() => choose(pick.canSelectMany ? pick.selectedItems : pick.activeItems)),
        pick.onDidChangeValue((value) => {
          if (value === '') return;
          pick.value = '';
          const key = value.slice(-1).toLowerCase();
          const digit = items[Number(key) - 1];
          if (digit && question.choices[Number(key) - 1]?.numbered) {
            if (!pick.canSelectMany) choose([digit]);
            else pick.selectedItems = pick.selectedItems.includes(digit) ? pick.selectedItems.filter((item) => item !== digit) : [...pick.selectedItems, digit];
          } else if (question.buttons.some((button) => button.key === key)) {
            settle({ type: 'key', key });
          }
        }),
        pick.onDidTriggerButton((button) => {
          const key = buttons.find((candidate) => candidate === button)?.key;
          if (key) settle({ type: 'key', key });
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

function toItem<Value>(choice: Choice<Value>, index: number): vscode.QuickPickItem {
  const label = plainText(choice.label);
  return {
    label: choice.numbered ? `${index + 1}\u2002${label}` : label,
    description: choice.description === undefined ? undefined : plainText(choice.description),
    detail: choice.detail === undefined ? undefined : plainText(choice.detail),
    alwaysShow: true,
  };
}
