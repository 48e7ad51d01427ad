import * as vscode from 'vscode';
import { advance, newInterview } from '../../core/interview/advance';
import type { Action, Interview, Mode, Script } from '../../core/interview/interview';
import { interviewOf, withEvent, type InterviewRecord } from '../../core/interview/interviewRecord';
import { pastInterview, type PastInterview } from '../../core/interview/pastInterviews';
import { RecordStore } from '../../core/interview/recordStore';
import { dutiesOf } from '../../core/interview/results';
import type { NewEvent } from '../../core/review/reviewEvent';
import { UnsavedError } from '../library/reviews';
import { plainText } from '../plainText';
import type { InterviewTools } from './interviewTools';
import { recordFiles } from './recordFiles';

interface Kept {
  record: InterviewRecord;
  interview: Interview;
}

/** Typed text waits this long for more of it, milliseconds; everything else is written at once. */
const typingPause = 100;
const retryAfter = 3000;

/** All interviews, each kept as it happens. Reading begins when somebody first asks. */
export class Interviews implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly store: RecordStore;
  private readonly unsaved = new vscode.EventEmitter<boolean>();
  private loading: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed into and is not written yet. */
  private typedInto: Kept | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** Fires with whether what was done last is on disk. */
  readonly onDidSave = this.unsaved.event;

  constructor(private readonly tools: InterviewTools) {
    this.store = new RecordStore(recordFiles(tools.storage));
  }

  /** Reads what there is, also what another window has written since. Never takes back what happened here. */
  load(): Promise<void> {
    this.loading ??= this.read().finally(() => { this.loading = undefined; });
    return this.loading;
  }

  private async read(): Promise<void> {
    for (const record of await this.store.load()) {
      const last = record.events.at(-1)?.at ?? record.at;
      const known = this.kept.get(record.id);
      if (!known || known.interview.lastAt < last) this.kept.set(record.id, { record, interview: interviewOf(record) });
    }
  }

  get(id: string): Interview | undefined {
    return this.kept.get(id)?.interview;
  }

  /** Begun and not finished, earliest first. */
  open(): readonly { readonly id: string; readonly interview: Interview }[] {
    return [...this.kept].flatMap(([id, { interview }]) => (interview.step === 'finished' || interview.step === 'opening' ? [] : [{ id, interview }]));
  }

  /** Finished, earliest first; with `before`, only those that ended earlier. */
  past(before = Infinity): readonly PastInterview[] {
    return [...this.kept]
      .flatMap(([id, { interview }]) => pastInterview(id, interview) ?? [])
      .filter(({ endedAt }) => endedAt < before)
      .sort((one, other) => one.endedAt - other.endedAt);
  }

  /** Also those that judged a recording: everything that can be read again. */
  finished(): readonly { readonly id: string; readonly interview: Interview }[] {
    return [...this.kept].flatMap(([id, { interview }]) => (interview.step === 'finished' && interview.turns.length > 0 ? [{ id, interview }] : []));
  }

  async begin(script: Script, mode: Mode): Promise<string> {
    const at = this.tools.now();
    const id = crypto.randomUUID();
    const kept: Kept = { record: { id, script, mode, at, events: [] }, interview: newInterview(script, mode, at) };
    this.kept.set(id, kept);
    await this.save(kept);
    return id;
  }

  /** The tab was closed: a pause, or the end of what was never started. */
  async close(id: string): Promise<void> {
    const interview = this.get(id);
    if (interview?.step === 'opening') {
      this.kept.delete(id);
      await this.store.forget(id);
    } else if (interview && interview.step !== 'finished' && !interview.paused) {
      await this.act(id, { type: 'pause' });
    }
  }

  /** Takes an action now. Resolves when it is on disk, or when that failed and is tried again; typing does not wait. */
  async act(id: string, action: Action): Promise<void> {
    const kept = this.kept.get(id);
    if (!kept) return;
    const event = { ...action, at: this.tools.now() };
    kept.record = withEvent(kept.record, event);
    kept.interview = advance(kept.interview, event);
    if (action.type === 'type') {
      this.typedInto = kept;
      this.timer ??= setTimeout(() => void this.save(kept), typingPause);
      return;
    }
    await this.save(kept);
    await this.tellReviews(id, kept);
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    this.unsaved.dispose();
    if (this.typedInto) void this.store.save(this.typedInto.record);
  }

  private async save(kept: Kept): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.typedInto = undefined;
    const isSaved = await this.store.save(kept.record);
    this.unsaved.fire(isSaved);
    clearTimeout(this.retry);
    if (!isSaved) this.retry = setTimeout(() => void this.save(kept), retryAfter);
  }

  /** What was missed becomes due. Told again after a crash in between: twice is harmless, never is not. */
  private async tellReviews(id: string, { interview }: Kept): Promise<void> {
    const duties = dutiesOf(interview);
    if (duties.length <= interview.filed) return;
    const events = duties.slice(interview.filed).flatMap(({ card, rating, due, duration }): NewEvent[] => [
      { kind: 'mock', card, ...(rating !== undefined && { rating }), duration },
      ...(due ? [{ kind: 'shift' as const, card, interval: 0 }] : []),
    ]);
    try {
      await this.tools.reviews.record(...events);
    } catch (error) {
      if (!(error instanceof UnsavedError)) throw error;
      void vscode.window.showWarningMessage(plainText(vscode.l10n.t('What you missed could not be saved to your reviews yet and is tried again: {0}', error.message)));
    }
    await this.act(id, { type: 'filed', count: duties.length });
  }
}
