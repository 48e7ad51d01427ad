import type { CardState } from '../../core/review/cardState';
import type { CheckpointedCards } from '../../core/review/checkpoint';
import type { ReviewHistory } from '../../core/review/reviewHistory';
import type { Scheduler } from '../../core/review/scheduler';
import type { CheckpointFile } from './checkpointFile';
import { readCheckpoint, writeCheckpoint } from './reviewCheckpoint';
import type { ReviewFiles } from './reviewFiles';
import type { ReadFile } from './reviewReader';

/** Replaying fewer takes no longer than reading what they came to. */
const fewestEvents = 1_000;

/** What a checkpoint knows of cards, for as long as the logs are being read, and the next checkpoint when they are. Neither ever fails: there is a checkpoint or there is none. */
export class EarlyStates {
  private cards: CheckpointedCards | undefined;
  private isCurrent = false;

  constructor(
    private readonly file: CheckpointFile,
    private readonly files: ReviewFiles,
  ) {}

  /** Whether the logs have something that the checkpoint has not. */
  get isOutdated(): boolean {
    return !this.isCurrent;
  }

  /** `undefined` as well where no checkpoint fits. */
  findState(card: string, now: number): CardState | undefined {
    return this.cards?.findState(card, now);
  }

  get areKnown(): boolean {
    return this.cards !== undefined;
  }

  async read(scheduler: Scheduler): Promise<void> {
    const found = await readCheckpoint(this.file, this.files, scheduler).catch(() => undefined);
    this.cards = found?.cards;
    this.isCurrent = found?.isCurrent ?? false;
  }

  /** The logs know better now, or other weights count. */
  forget(): void {
    this.cards = undefined;
  }

  async write(history: ReviewHistory, read: readonly ReadFile[]): Promise<void> {
    if (this.isCurrent || history.size < fewestEvents || history.conflicts.length > 0) return;
    this.isCurrent = true;
    await writeCheckpoint(this.file, history.checkpoint(), read).catch(() => undefined);
  }
}
