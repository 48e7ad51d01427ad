import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { isStale } from '../../core/topics/freshness';
import type { StudyState } from '../../core/topics/noteFilter';
import { StudyCounts, type CardStanding } from '../../core/topics/studyCounts';
import { hiddenTopics } from '../library/hiddenTopics';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { today } from '../today';
import { cardStanding } from './cardStanding';
import type { ReadingProgress } from './readingProgress';
import type { TopicsState } from './topicsState';

/** Intervals of a day and more come due at the start of a study day, at whatever hour that is. */
const lookAgainAfter = 60 * 60 * 1000;
const shortestWait = 1000;
/** Takes about 10 ms. */
const notesPerSlice = 2000;

/** What the rows of the tree say about notes and cards, kept up to date as notes, reviews, settings and time change. */
export class Study implements vscode.Disposable {
  readonly counts = new StudyCounts((id) => this.countedStanding(id));
  hidden: ReadonlySet<string> = hiddenTopics();
  private staleAfterMonths = staleSetting();
  private today = today();
  /** When cards in their learning steps come due: such steps last minutes. */
  private readonly soon = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private slice: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    readonly library: Library,
    readonly reviews: Reviews,
    readonly state: TopicsState,
    readonly progress: ReadingProgress,
  ) {
    this.counts.hide(this.hidden);
    this.subscriptions = vscode.Disposable.from(
      library.onDidChange(() => this.useNotes()),
      reviews.onDidChange(({ cards }) => this.follow(cards)),
      state.onDidChange(() => this.changed.fire()),
      // Dots follow by themselves.
      progress.onDidChange(() => (state.filter.states.includes('unread') ? this.changed.fire() : undefined)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewStudy')) this.useSettings();
      }),
    );
    if (library.isReady) this.useNotes();
    else void library.ready.then(() => this.useNotes());
  }

  isRead(note: Note): boolean {
    return this.progress.isRead(note.id);
  }

  isStale(note: Note): boolean {
    return isStale(note.verified, this.staleAfterMonths, this.today);
  }

  isIn(note: Note, state: StudyState): boolean {
    switch (state) {
      case 'due':
        return this.counts.ofNote(note).due > 0;
      case 'new':
        return this.counts.ofNote(note).fresh > 0;
      case 'unread':
        return !this.isRead(note);
      case 'stale':
        return this.isStale(note);
    }
  }

  standingOf(cardId: string): CardStanding {
    return cardStanding(cardId, this.reviews);
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.slice);
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private useNotes(): void {
    this.counts.useNotes(this.library.index.notes());
    this.countOn();
  }

  private follow(cards: ReadonlySet<string>): void {
    if (cards.size > 0) this.counts.recount(cards);
    else this.counts.recountAll();
    this.countOn();
  }

  /** A slice at once, which is everything in most libraries; the rest when the editor has had its turn. */
  private countOn(): void {
    const more = this.counts.countSome(notesPerSlice);
    this.tell();
    clearTimeout(this.slice);
    if (more) this.slice = setTimeout(() => this.countOn());
  }

  private useSettings(): void {
    this.staleAfterMonths = staleSetting();
    this.hidden = hiddenTopics();
    this.counts.hide(this.hidden);
    this.tell();
  }

  private countedStanding(cardId: string): CardStanding {
    const standing = this.standingOf(cardId);
    const state = standing === 'later' ? this.reviews.stateOf(cardId) : undefined;
    if (state?.due !== undefined && state.phase !== 'review') this.soon.set(cardId, state.due);
    else this.soon.delete(cardId);
    return standing;
  }

  private tell(): void {
    this.changed.fire();
    clearTimeout(this.timer);
    const now = Date.now();
    const next = [...this.soon.values()].reduce((least, due) => Math.min(least, due), now + lookAgainAfter);
    this.timer = setTimeout(() => this.goOn(), Math.max(shortestWait, next - now));
  }

  /** Time went by. */
  private goOn(): void {
    const now = Date.now();
    const due = [...this.soon].filter(([, at]) => at <= now).map(([card]) => card);
    if (due.length > 0) this.counts.recount(due);
    else this.counts.recountAll();
    this.today = today();
    this.countOn();
  }
}

function staleSetting(): number {
  return vscode.workspace.getConfiguration('interviewStudy').get('staleAfterMonths', 12);
}
