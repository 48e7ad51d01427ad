import * as vscode from 'vscode';
import { isNoteArgument } from '../commands';
import { pageOptions } from '../pageHtml';
import { plainText } from '../plainText';
import { chooseInterview, interviewNotes, scriptChoice, type Chosen, type ChooserTools } from './chooseInterview';
import { InterviewPanel, type PanelTools, type Shown } from './interviewPanel';
import { Interviews } from './interviews';
import { interviewPanelType, type InterviewTools } from './interviewTools';
import { dateOf } from './interviewView';

/** Where mock interviews are held: one panel, which may be brought back after a reload. */
export interface InterviewDesk extends vscode.Disposable {
  /** Argument: an interview note's id, or its row in a tree. */
  start(argument?: unknown): Promise<void>;
  replay(): Promise<void>;
  history(): Promise<void>;
  /** For tests in the editor, which cannot press keys in a page: takes what the page would send, answers what it would show. */
  receive(message: unknown): Promise<unknown>;
  /** State: what the page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

export function openInterviewDesk(given: InterviewTools): InterviewDesk {
  const tools: ChooserTools = { ...given, remembered: {} };
  const interviews = new Interviews(tools);
  let panel: InterviewPanel | undefined;

  const ready = () => Promise.all([tools.library.ready, tools.reviews.ready, interviews.load()]);
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
  const panelTools: PanelTools = { ...tools, interviews, begin, startAnother: () => void vscode.commands.executeCommand('interviewStudy.startInterview') };

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
      adopt(vscode.window.createWebviewPanel(interviewPanelType, vscode.l10n.t('Mock interview'), vscode.ViewColumn.Active, pageOptions(tools.extensionUri)), shown);
    }
  };

  return {
    start,
    async replay() {
      await ready();
      const id = await chooseFinished(interviews);
      if (id !== undefined) await show({ kind: 'replay', id });
    },
    async history() {
      await ready();
      await show({ kind: 'history', id: '' });
    },
    async receive(message) {
      await panel?.receive(message);
      return panel?.lastShown;
    },
    async restore(webviewPanel, state) {
      await ready();
      const id = interviewIn(state);
      if (panel !== undefined || id === undefined || (id !== '' && !interviews.get(id))) {
        webviewPanel.dispose();
        return;
      }
      if (id !== '') await interviews.act(id, { type: 'back' });
      adopt(webviewPanel, { kind: id === '' ? 'history' : 'interview', id });
    },
    dispose() {
      panel?.dispose();
      interviews.dispose();
    },
  };
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
