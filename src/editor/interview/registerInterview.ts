import * as vscode from 'vscode';
import { isNoteArgument } from '../commands';
import { pageOptions } from '../pageHtml';
import { plainText } from '../plainText';
import { chooseInterview, interviewNotes, scriptChoice, type Chosen, type ChooserTools } from './chooseInterview';
import { InterviewPanel, type PanelTools, type Shown } from './interviewPanel';
import { Interviews } from './interviews';
import type { InterviewTools } from './interviewTools';
import { dateOf } from './interviewView';

const panelType = 'interviewStudy.interview';
const startInterviewCommand = 'interviewStudy.startInterview';

/** Mock interviews: one panel, brought back after a reload where it was. */
export function registerInterview(given: InterviewTools): vscode.Disposable {
  const tools: ChooserTools = { ...given, remembered: {} };
  const interviews = new Interviews(tools);
  let panel: InterviewPanel | undefined;

  const ready = () => Promise.all([tools.library.ready, tools.reviews.ready, interviews.load()]);
  /** Argument: an interview note's id, or its row in a tree. */
  const start = async (argument?: unknown) => {
    await ready();
    const wanted = isNoteArgument(argument) ? argument.note.id : argument;
    const note = interviewNotes(tools).find(({ id }) => id === wanted);
    const chosen = note ? await scriptChoice(note, tools, 'candidate') : await chooseInterview(tools, interviews.past(), interviews.open());
    if (chosen) await begin(chosen);
  };
  const begin = async (chosen: Chosen) => {
    if (chosen.type === 'script') {
      await show({ kind: 'interview', id: await interviews.begin(chosen.script, chosen.mode) });
      return;
    }
    await interviews.act(chosen.id, { type: 'back' });
    await interviews.act(chosen.id, { type: 'resume' });
    await show({ kind: 'interview', id: chosen.id });
  };
  const panelTools: PanelTools = { ...tools, interviews, begin, startAnother: () => void vscode.commands.executeCommand(startInterviewCommand) };

  const adopt = (webviewPanel: vscode.WebviewPanel, shown: Shown) => {
    const adopted = new InterviewPanel(webviewPanel, panelTools, shown);
    panel = adopted;
    webviewPanel.onDidDispose(() => {
      if (panel === adopted) panel = undefined;
    });
  };
  const show = async (shown: Shown) => {
    if (panel) {
      panel.reveal();
      await panel.turnTo(shown);
    } else {
      adopt(vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Mock interview'), vscode.ViewColumn.Active, pageOptions(tools.extensionUri)), shown);
    }
  };

  return vscode.Disposable.from(
    interviews,
    vscode.commands.registerCommand(startInterviewCommand, start),
    vscode.commands.registerCommand('interviewStudy.replayInterview', async () => {
      await ready();
      const id = await chooseFinished(interviews);
      if (id !== undefined) await show({ kind: 'replay', id });
    }),
    vscode.commands.registerCommand('interviewStudy.interviewHistory', async () => {
      await ready();
      await show({ kind: 'history', id: '' });
    }),
    // For tests in the editor, which cannot press keys in a page: takes what the page would send, answers what it would show.
    vscode.commands.registerCommand('interviewStudy.interviewMessage', async (message: unknown) => {
      await panel?.receive(message);
      return panel?.lastShown;
    }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (webviewPanel, state: unknown) => {
        await ready();
        const id = interviewIn(state);
        if (panel !== undefined || id === undefined || (id !== '' && !interviews.get(id))) {
          webviewPanel.dispose();
          return;
        }
        if (id !== '') await interviews.act(id, { type: 'back' });
        adopt(webviewPanel, { kind: id === '' ? 'history' : 'interview', id });
      },
    }),
    new vscode.Disposable(() => panel?.dispose()),
  );
}

async function chooseFinished(interviews: Interviews): Promise<string | undefined> {
  const finished = interviews.finished();
  if (finished.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finished interview yet. Start mock interview begins one.'));
    return undefined;
  }
  const items = [...finished].reverse().map(({ id, interview }) => ({ label: plainText(interview.script.title), description: dateOf(interview.endedAt ?? interview.lastAt), detail: interview.mode === 'judge' ? vscode.l10n.t('recorded answers, judged') : undefined, id }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Replay an interview'), placeHolder: vscode.l10n.t('Choose one to read beside the model points') });
  return picked?.id;
}

function interviewIn(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'interview' in state && typeof state.interview === 'string' ? state.interview : undefined;
}
