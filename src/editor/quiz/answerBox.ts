import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { toButton, type KeyButton } from '../keyPick';

export interface TypedQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** What stands in the box at first. */
  readonly value: string;
  /** Letters belong to the answer here, so buttons are for the mouse and the Tab key. */
  readonly buttons: readonly KeyButton[];
}

/** `value` is what stood in the box. */
export type TypedReply = { readonly type: 'typed'; readonly value: string } | { readonly type: 'hidden'; readonly value: string } | { readonly type: 'key'; readonly key: string; readonly value: string };

/** Asks for a line of text. An empty line is an answer, too: show me. */
export function askToType(question: TypedQuestion): Promise<TypedReply> {
  const box = vscode.window.createInputBox();
  const buttons = question.buttons.map((button) => toButton({ ...button, key: '' }));
  box.ignoreFocusOut = true;
  box.title = question.title;
  box.prompt = plainText(question.prompt);
  box.placeholder = question.placeholder;
  box.value = question.value;
  box.valueSelection = [question.value.length, question.value.length];
  box.buttons = buttons;
  return new Promise((resolve) => {
    const settle = (reply: TypedReply) => {
      subscriptions.dispose();
      resolve(reply);
      // The next pick takes its place; hidden first, it would flicker.
      setTimeout(() => box.dispose(), 0);
    };
    const subscriptions = vscode.Disposable.from(
      box.onDidAccept(() => settle({ type: 'typed', value: box.value })),
      box.onDidHide(() => settle({ type: 'hidden', value: box.value })),
      box.onDidTriggerButton((button) => {
        const key = question.buttons[buttons.findIndex((candidate) => candidate === button)]?.key;
        if (key) settle({ type: 'key', key, value: box.value });
      }),
    );
    box.show();
  });
}
