import * as vscode from 'vscode';
import { presentTurn, questionOf, type Interview } from '../../core/interview/interview';
import { readFromPage, type FromPage, type Press, type ToPage, type View } from '../../webview/interview/protocol';
import { openNoteCommand } from '../commands';
import { pageHtml, pageOptions } from '../pageHtml';
import { plainText } from '../plainText';
import { suggestionFor, type Chosen, type ChooserTools } from './chooseInterview';
import { historyView } from './historyView';
import type { Interviews } from './interviews';
import { interviewView, replayView } from './interviewView';
import { commentOrWarn, consentTo, languageModels } from './modelComment';
import { pageWords } from './pageWords';
import { keepPersonalAnswer } from './personalAnswer';
import { saveReport } from './saveReport';

/** What the panel shows. `id` is empty for the history. */
export interface Shown {
  readonly kind: 'interview' | 'replay' | 'history';
  readonly id: string;
}

export interface PanelTools extends ChooserTools {
  readonly interviews: Interviews;
  /** Runs what `Start mock interview` does. */
  readonly startAnother: () => void;
  readonly begin: (chosen: Chosen) => Promise<void>;
}

/** Time is kept this often while nothing else happens, so that a crash costs little of it. Milliseconds. */
const clockEvery = 15_000;

/** One panel for all of it: an interview, reading one again, and the list of them. Messages are taken one after the other. */
export class InterviewPanel {
  private readonly subscriptions: vscode.Disposable;
  private queue: Promise<unknown> = Promise.resolve();
  private last: ToPage | undefined;
  private pageIsReady = false;
  private hasModels = false;
  /** Models are looked for once something can be commented on, and not before. */
  private asksForModels = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly tools: PanelTools,
    private shown: Shown,
  ) {
    const { interviews } = tools;
    const clock = setInterval(() => { this.keepTime(); }, clockEvery);
    this.subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      interviews.onDidSave((saved) => { this.post({ type: 'saved', saved }); }),
      vscode.lm.onDidChangeChatModels(() => { if (this.asksForModels) this.lookForModels(); }),
      new vscode.Disposable(() => { clearInterval(clock); }),
    );
    panel.iconPath = new vscode.ThemeIcon('comment-discussion');
    panel.webview.options = pageOptions(tools.extensionUri);
    panel.webview.html = pageHtml(panel.webview, tools.extensionUri, 'interview', vscode.l10n.t('Mock interview'));
    panel.onDidDispose(() => {
      this.subscriptions.dispose();
      if (this.shown.kind === 'interview') void interviews.close(this.shown.id);
    });
    void this.inTurn(() => this.show());
  }

  get showing(): Shown {
    return this.shown;
  }

  /** The message that the page got last: what a person sees. */
  get lastShown(): ToPage | undefined {
    return this.last;
  }

  reveal(): void {
    this.panel.reveal();
  }

  async turnTo(shown: Shown): Promise<void> {
    await this.inTurn(async () => {
      if (this.shown.kind === 'interview' && this.shown.id !== shown.id) await this.tools.interviews.close(this.shown.id);
      this.shown = shown;
      await this.show();
    });
  }

  /** Lets go of the panel without closing it: after a reload of the window it is taken up again. */
  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Takes a message of the page, after those before it. */
  async receive(value: unknown): Promise<void> {
    const message = readFromPage(value);
    if (message) await this.inTurn(() => this.take(message));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private interview(): Interview | undefined {
    return this.shown.kind === 'interview' ? this.tools.interviews.get(this.shown.id) : undefined;
  }

  private async take(message: FromPage): Promise<void> {
    const { interviews } = this.tools;
    switch (message.type) {
      case 'ready':
        this.pageIsReady = true;
        if (message.kept?.interview === this.shown.id) await interviews.act(this.shown.id, { type: 'type', ...message.kept });
        await this.show();
        return;
      case 'openLink':
        await vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        return;
      case 'open':
        if (interviews.get(message.interview)) {
          this.shown = { kind: 'interview', id: message.interview };
          await this.show();
        }
        return;
      case 'suggested':
        this.tools.interviews.load().then(() => suggestionFor(this.tools, interviews.past())?.choose()).then((chosen) => chosen && this.tools.begin(chosen), () => undefined);
        return;
      case 'press':
        if (message.interview === this.shown.id) await this.press(message.key, message.turn);
        return;
      default:
        if (message.interview === this.shown.id) await this.change(message);
    }
  }

  private async change(message: Extract<FromPage, { type: 'typed' | 'judge' | 'point' | 'trap' | 'signal' }>): Promise<void> {
    const { interviews } = this.tools;
    const { id } = this.shown;
    if (message.type === 'typed') {
      await interviews.act(id, { type: 'type', turn: message.turn, revision: message.revision, text: message.text });
      return;
    }
    // A message about a turn that is over came too late.
    if (message.turn !== (this.interview()?.turns.length ?? 0) - 1) return;
    switch (message.type) {
      case 'judge':
        await interviews.act(id, { type: 'judge', verdict: message.verdict });
        await this.show();
        return;
      case 'point':
        await interviews.act(id, { type: 'point', point: message.point, on: message.on });
        return;
      case 'trap':
        await interviews.act(id, { type: 'trap', on: message.on });
        return;
      case 'signal':
        await interviews.act(id, { type: 'signal', signal: message.signal, on: message.on });
    }
  }

  private async press(key: Press, turn: number): Promise<void> {
    const { interviews } = this.tools;
    const { id } = this.shown;
    const interview = this.interview();
    const question = interview && turn >= 0 && interview.turns[turn] ? questionOf(interview.script, interview.turns[turn]) : undefined;
    switch (key) {
      case 'openNote':
        if (question) await this.openNote(question.card);
        return;
      case 'keepAnswer':
        if (question && interview) await keepPersonalAnswer(question, interview.turns[turn]?.text ?? '', this.tools.library);
        return;
      case 'comment':
        await this.comment(turn >= 0 ? turn : undefined);
        return;
      case 'saveReport':
        if (interview?.step === 'finished') await saveReport(interview, interviews.past(interview.endedAt));
        return;
      case 'showReport':
      case 'replay':
        this.shown = { kind: key === 'replay' ? 'replay' : 'interview', id };
        await this.show();
        return;
      case 'history':
        this.shown = { kind: 'history', id: '' };
        await this.show();
        return;
      case 'again':
        this.tools.startAnother();
        return;
      default: {
        // The key was meant for what the page showed then: a second press that comes late may not answer the next question.
        const present = interview && presentTurn(interview);
        if (interview && !interview.paused && (present === undefined ? turn !== -1 : turn !== interview.turns.length - 1)) return;
        await interviews.act(id, { type: key });
        await this.show();
      }
    }
  }

  private async openNote(card: string): Promise<void> {
    const found = this.tools.library.index.card(card);
    if (found) await vscode.commands.executeCommand(openNoteCommand, found.note.id, found.card.anchor);
    else void vscode.window.showInformationMessage(vscode.l10n.t('This question is no longer in your notes.'));
  }

  private async comment(turn: number | undefined): Promise<void> {
    const interview = this.interview();
    const [model] = await languageModels();
    if (!model || !interview) return;
    const { interviews } = this.tools;
    if (interview.consent !== model.name) {
      const agreed = await consentTo(model);
      // The dialog took the focus, and keys are all that some use.
      this.panel.reveal();
      if (!agreed) return;
      await interviews.act(this.shown.id, { type: 'consent', model: model.name });
    }
    this.post({ type: 'busy', text: vscode.l10n.t('{0} is reading …', model.name) });
    const text = await commentOrWarn(model, interview, turn === undefined ? undefined : interview.turns[turn], this.panel.onDidDispose);
    if (text !== '') await interviews.act(this.shown.id, { type: 'comment', ...(turn !== undefined && { turn }), text });
    await this.show();
  }

  private lookForModels(): void {
    void languageModels().then((models) => {
      if (models.length > 0 === this.hasModels) return;
      this.hasModels = models.length > 0;
      void this.inTurn(() => this.show());
    });
  }

  private keepTime(): void {
    const interview = this.interview();
    if (this.pageIsReady && interview?.step === 'asking' && !interview.paused) void this.inTurn(() => this.tools.interviews.act(this.shown.id, { type: 'time' }));
  }

  private async show(): Promise<void> {
    const { title, view } = await this.view();
    if (!this.asksForModels && (view.screen === 'review' || view.screen === 'report')) {
      this.asksForModels = true;
      this.lookForModels();
    }
    this.panel.title = plainText(title);
    this.last = { type: 'show', interview: this.shown.id, title, view, words: pageWords() };
    this.post(this.last);
  }

  private async view(): Promise<{ readonly title: string; readonly view: View }> {
    const { interviews } = this.tools;
    const { kind, id } = this.shown;
    if (kind === 'history') return { title: vscode.l10n.t('Interviews'), view: historyView(interviews.past(), suggestionFor(this.tools, interviews.past())?.name) };
    const interview = interviews.get(id);
    if (!interview) return { title: vscode.l10n.t('Mock interview'), view: { screen: 'gone', text: vscode.l10n.t('This interview is no longer there.') } };
    const view = kind === 'replay' ? await replayView(interview) : await interviewView(interview, { canComment: this.hasModels, earlier: interviews.past(interview.endedAt) });
    return { title: interview.script.title, view };
  }

  private post(message: ToPage): void {
    if (this.pageIsReady) void this.panel.webview.postMessage(message);
  }
}
