import { newCard, recall, type CardState } from '../../core/review/cardState';
import { countDue, dueCards, isDue, waitsFor, type DueCards, type Limits, type StudyCard, type Today, type Waits } from '../../core/review/dueCards';
import { gradeChoices } from '../../core/review/gradeChoices';
import { groupStandings, type GroupStanding } from '../../core/review/groupStandings';
import { ReviewHistory, type HistoryItem } from '../../core/review/reviewHistory';
import { planForDate, type InterviewPlan } from '../../core/review/planForDate';
import { movesOf, rescheduleEvents, type Move } from '../../core/review/rescheduleCards';
import type { NewEvent, Rating, ReviewEvent } from '../../core/review/reviewEvent';
import { Scheduler, type GradeChoice } from '../../core/review/scheduler';
import { reviewStatistics, type ReviewStatistics } from '../../core/review/statistics';
import { studyDay, studyDayStart } from '../../core/review/studyDay';
import { lastRedoable, lastUndoable, type Action } from '../../core/review/undoableAction';
import { EarlyStates } from './earlyStates';
import { ReviewLog } from './reviewLog';
import type { LogProblem } from './reviewReader';
import { slices } from '../slices';
import type { Answer, Reviews, ReviewsChange, ReviewSettings, ReviewsOptions, UndoneAction } from './reviews';
import type { UnnumberedEvent } from './reviewWriter';

/** `Reviews` on a `ReviewLog`: what is read or recorded is replayed, and who listens hears which cards it changed. */
export class LoggedReviews implements Reviews {
  readonly statesReady: Promise<void>;
  readonly ready: Promise<void>;
  isReady = false;
  /** Stands in for `replayed` until all logs are read. */
  private readonly early: EarlyStates | undefined;
  private scheduler: Scheduler;
  private readonly listeners = new Set<(change: ReviewsChange) => unknown>();
  private readonly replayed: ReviewHistory;
  private readonly log: ReviewLog;
  private readonly offered = new Map<string, { readonly day: number; readonly choices: readonly GradeChoice[] }>();
  private readonly changed = new Set<string>();
  private folderProblem: LogProblem | undefined;
  private day: { readonly number: number; readonly start: number; readonly end: number } | undefined;

  constructor(
    private readonly options: ReviewsOptions,
    private settings: ReviewSettings,
  ) {
    this.scheduler = new Scheduler(settings);
    this.replayed = new ReviewHistory(this.scheduler);
    this.early = options.checkpoint && new EarlyStates(options.checkpoint, options.files);
    this.log = new ReviewLog({
      ...options,
      host: options.host ?? '',
      onEvents: (events, source) => this.take(events, source),
      onUnsaved: () => this.fire(),
      wantsHashes: () => this.early?.isOutdated ?? false,
    });
    const early = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => this.readCheckpoint());
    this.ready = early.then(() => this.refresh()).then(() => this.begin());
    this.statesReady = this.early ? early : this.ready;
  }

  private async readCheckpoint(): Promise<void> {
    const { scheduler } = this;
    await this.early?.read(scheduler);
    if (scheduler !== this.scheduler) this.early?.forget();
    if (this.early?.areKnown) this.fire();
  }

  /** All logs are read. */
  private begin(): void {
    this.isReady = true;
    this.early?.forget();
    this.fire();
    void this.early?.write(this.replayed, this.log.read);
  }

  onDidChange(listener: (change: ReviewsChange) => unknown): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  private fire(cards: ReadonlySet<string> = new Set()): void {
    for (const listener of [...this.listeners]) listener({ cards });
  }

  private take(events: readonly ReviewEvent[], source: 'recorded' | 'read'): void {
    if (!this.isReady && source === 'read') {
      this.replayed.load(events);
      return;
    }
    const changed = this.replayed.add(events);
    for (const card of changed) this.offered.delete(card);
    if (source === 'recorded') this.fire(changed);
    else for (const card of changed) this.changed.add(card);
  }

  async refresh(): Promise<void> {
    try {
      await this.log.refresh();
      this.folderProblem = undefined;
    } catch (error) {
      this.folderProblem = { file: '', line: 0, reason: error instanceof Error ? error.message : String(error) };
    }
    const pause = slices();
    for (const steps = this.replayed.settle(); !steps.next().done; ) await pause();
    for (const steps = this.replayed.list(this.options.now()); !steps.next().done; ) await pause();
    if (this.changed.size === 0) return;
    const cards = new Set(this.changed);
    this.changed.clear();
    this.fire(cards);
  }

  get unsaved(): number {
    return this.log.unsaved.length;
  }

  get problems(): readonly LogProblem[] {
    const conflicts = this.replayed.conflicts.map((id) => ({ file: `${id.slice(0, id.lastIndexOf('-'))}.jsonl`, line: 0, reason: `two events ${id}` }));
    return [...(this.folderProblem ? [this.folderProblem] : []), ...this.log.problems, ...conflicts];
  }

  useSettings(settings: ReviewSettings): void {
    const sameWeights = JSON.stringify(settings.weights) === JSON.stringify(this.settings.weights);
    this.settings = settings;
    this.scheduler = new Scheduler(settings);
    this.replayed.use(this.scheduler, sameWeights);
    if (!sameWeights) this.early?.forget();
    this.offered.clear();
    this.day = undefined;
    this.fire();
  }

  /** The study day that holds now. Kept until it ends, because every row of a tree asks for it. */
  private today(): { readonly number: number; readonly start: number; readonly end: number } {
    const now = this.options.now();
    if (!this.day || now < this.day.start || now >= this.day.end) {
      const { tz, dayStart } = this.settings;
      const number = studyDay(now, tz, dayStart);
      this.day = { number, start: studyDayStart(number, tz, dayStart), end: studyDayStart(number + 1, tz, dayStart) };
    }
    return this.day;
  }

  stateOf(card: string): CardState | undefined {
    return (this.early?.areKnown ? this.early : this.replayed).findState(card, this.options.now());
  }

  recallOf(card: string): number | undefined {
    const state = this.stateOf(card);
    return state && recall(state, this.options.now(), this.scheduler);
  }

  isDue(card: string): boolean {
    const state = this.stateOf(card);
    return state !== undefined && isDue(state, this.options.now(), this.today().end);
  }

  choices(card: string): readonly GradeChoice[] {
    const day = this.today().number;
    const known = this.offered.get(card);
    if (known?.day === day) return known.choices;
    const now = this.options.now();
    const seed = (this.options.random ?? Math.random)();
    const choices = gradeChoices(this.stateOf(card) ?? newCard, now, this.settings, this.scheduler, seed);
    this.offered.set(card, { day, choices });
    return choices;
  }

  async grade({ card, rating, duration, practice }: Answer): Promise<void> {
    const choice = this.choices(card).find((each) => each.rating === rating);
    if (practice === true || practice === 'mock') await this.record({ kind: practice === 'mock' ? 'mock' : 'cram', card, rating, duration });
    else if (choice) await this.record({ kind: 'review', card, rating, interval: choice.interval, step: choice.step, duration });
  }

  flagged(): readonly string[] {
    return this.replayed.flagged(this.options.now());
  }

  waiting(): Waits {
    const now = this.options.now();
    const { end } = this.today();
    const { columns, numberOf } = this.replayed.listed(now);
    return (card) => waitsFor(columns, numberOf(card), now, end);
  }

  dueCards(cards: readonly StudyCard[], limits: Partial<Limits> = {}): DueCards {
    const today = this.studied();
    return dueCards(cards, this.replayed.listed(today.now), today, this.limits(limits));
  }

  countDue(cards: readonly StudyCard[]): Pick<DueCards, 'due' | 'fresh'> {
    const today = this.studied();
    return countDue(cards, this.replayed.listed(today.now), today, this.limits({}));
  }

  private limits({ newPerDay = this.settings.newPerDay, reviewsPerDay = this.settings.reviewsPerDay }: Partial<Limits>): Limits {
    return { newPerDay, reviewsPerDay };
  }

  /** The study day with what was done in it. */
  private studied(): Today {
    const now = this.options.now();
    const { start, end } = this.today();
    let [newDone, reviewsDone] = [0, 0];
    for (const { effective, phaseBefore } of this.replayed.gradesSince(start)) {
      if (effective >= end) continue;
      if (phaseBefore === 'new') newDone += 1;
      else if (phaseBefore === 'review') reviewsDone += 1;
    }
    return { now, start, end, newDone, reviewsDone };
  }

  nextUndo(): UndoneAction | undefined {
    const action = lastUndoable(() => this.replayed.filed(), this.log.writerName);
    return action && this.described(action);
  }

  async undo(): Promise<UndoneAction | undefined> {
    const action = lastUndoable(() => this.replayed.filed(), this.log.writerName);
    return action && (await this.takeBack(action));
  }

  async redo(): Promise<UndoneAction | undefined> {
    const action = lastRedoable(() => this.replayed.filed(), this.log.writerName, (id) => this.replayed.eventsOf(id)[0]?.kind);
    return action && (await this.takeBack(action));
  }

  private async takeBack(action: Action): Promise<UndoneAction> {
    const described = this.described(action);
    await this.record(...action.events.map(({ id }) => ({ kind: 'undo' as const, undoes: id })));
    return described;
  }

  private described({ kind, events }: Action): UndoneAction {
    return { kind, cards: [...new Set(events.flatMap((event) => this.replayed.cardsOf(event)))] };
  }

  history(card: string): readonly HistoryItem[] {
    return this.replayed.historyOf(card);
  }

  async regrade(review: string, rating: Rating): Promise<void> {
    const [event] = this.replayed.eventsOf(review);
    if (event?.kind !== 'review') return;
    const before = this.replayed.stateBefore(event);
    const choice = gradeChoices(before, event.at, { tz: event.tz ?? 'UTC', dayStart: event.dayStart ?? 0 }, this.scheduler, (this.options.random ?? Math.random)())[rating - 1];
    await this.record({ kind: 'regrade', of: review, rating, interval: choice?.interval, step: choice?.step });
  }

  suspend(card: string): Promise<void> {
    return this.mark('suspend', card);
  }

  unsuspend(card: string): Promise<void> {
    return this.mark('unsuspend', card);
  }

  unbury(card: string): Promise<void> {
    return this.mark('unbury', card);
  }

  flag(card: string): Promise<void> {
    return this.mark('flag', card);
  }

  unflag(card: string): Promise<void> {
    return this.mark('unflag', card);
  }

  private async mark(kind: 'suspend' | 'unsuspend' | 'unbury' | 'flag' | 'unflag', card: string): Promise<void> {
    await this.record({ kind, card });
  }

  async bury(card: string): Promise<void> {
    await this.record({ kind: 'bury', card, interval: this.today().end - this.options.now() });
  }

  async link(from: string, to: string): Promise<void> {
    await this.record({ kind: 'link', from, to });
  }

  async record(...events: readonly NewEvent[]): Promise<readonly ReviewEvent[]> {
    if (events.length === 0) return [];
    // Which event a new one follows is only known once all are read.
    if (!this.isReady) await this.ready;
    const { tz, dayStart } = this.settings;
    return await this.log.record((idOf) =>
      events.map((event): UnnumberedEvent => {
        const at = event.at ?? this.options.now();
        const after = 'card' in event ? this.replayed.lastAhead(event.card, at) : undefined;
        return { ...event, at, tz, dayStart, batch: events.length > 1 ? idOf(0) : undefined, after };
      }),
    );
  }

  statistics(cards?: readonly string[]): ReviewStatistics {
    const now = this.options.now();
    const { number, end } = this.today();
    return reviewStatistics(this.replayed.grades(cards), this.replayed.listed(now).columns, now, number, end);
  }

  standings(groups: Iterable<readonly string[]>): readonly GroupStanding[] {
    const now = this.options.now();
    const { number, end } = this.today();
    return groupStandings(groups, this.replayed.grades(), this.replayed.listed(now), { now, today: number, endOfDay: end, scheduler: this.scheduler });
  }

  plan({ cards, date, perDay }: { readonly cards: readonly StudyCard[]; readonly date: string; readonly perDay: number }): InterviewPlan {
    const interview = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    if (!Number.isInteger(interview)) throw new RangeError(`Not a date: ${date}`);
    const now = this.options.now();
    const { number: today, start, end: endOfToday } = this.today();
    const scope = new Set(cards.map(({ id }) => id));
    const seen = this.replayed.states(now, scope);
    const seenToday = [...seen].filter(({ lastReview }) => lastReview !== undefined && lastReview >= start).length;
    return planForDate({ cards, stateOf: (card) => this.replayed.findState(card, now), now, today, interview, endOfToday, perDay, seenToday, scheduler: this.scheduler });
  }

  moves(cards: Iterable<string> = this.replayed.cards()): readonly Move[] {
    const now = this.options.now();
    return movesOf(cards, (card) => this.replayed.findState(card, now), now, this.scheduler);
  }

  async reschedule(moves: readonly Move[]): Promise<void> {
    await this.record(...rescheduleEvents(moves, this.options.now()));
  }

  dispose(): void {
    this.listeners.clear();
    void this.log.dispose();
  }
}
