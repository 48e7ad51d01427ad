// A language model that is none: it says how often it was asked and what it was sent, so that a test can tell.
import * as vscode from 'vscode';

const model = { id: 'made', name: 'Made model', family: 'made', version: '1', maxInputTokens: 100_000, maxOutputTokens: 1000, capabilities: {} };
let asked = 0;

export function activate(context) {
  const provider = {
    provideLanguageModelChatInformation: () => [model],
    async provideLanguageModelChatResponse(_model, messages, _options, progress) {
      asked += 1;
      const text = messages.flatMap(({ content }) => content.map((part) => part.value ?? '')).join('\n');
      progress.report(new vscode.LanguageModelTextPart(`<b>Request ${asked}</b>, `));
      progress.report(new vscode.LanguageModelTextPart(text.includes('cached the nightly report') ? 'with your answer.' : 'without your answer.'));
    },
    provideTokenCount: async () => 1,
  };
  context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider('made', provider));
}
