import { CardColumns, has } from './cardColumns';
import type { CardRecord, CardRecords } from './cardRecords';
import type { CardProgress } from './cardState';
import type { ListedCards } from './dueCards';
import { siblingGroup } from './siblings';

/** Keeps the columns of all cards in step with their records: only what has changed is written anew, and only when somebody asks. */
export class CardListing {
  private readonly columns = new CardColumns();
  private unlisted: CardRecord[] = [];
  private listedAt = 0;

  /** `progressOf` replays a record where that is due. */
  constructor(
    private readonly records: CardRecords,
    private readonly progressOf: (record: CardRecord) => CardProgress,
  ) {}

  /** The record has changed. */
  unlist(record: CardRecord): void {
    if (record.isListed) this.unlisted.push(record);
    record.isListed = false;
  }

  /** How all cards stand at `now`. Holds until the next change. */
  at(now: number): ListedCards {
    for (const steps = this.list(now); !steps.next().done; );
    return { columns: this.columns, numberOf: (card) => this.records.numberOf(card) };
  }

  /** Brings the columns up to date, a card per step. */
  *list(now: number): Generator<void> {
    if (now < this.listedAt) for (const record of this.records) this.unlist(record);
    this.listedAt = now;
    // What a clock in the future dated is looked at again each time.
    const changing: CardRecord[] = [];
    for (let record = this.unlisted.pop(); record; record = this.unlisted.pop()) {
      const progress = this.progressOf(record);
      this.columns.set(record.number, siblingGroup(record.card) !== undefined, progress.stateAt(now));
      if (progress.changesAfter(now)) changing.push(record);
      else record.isListed = true;
      yield;
    }
    this.unlisted = changing;
  }

  /** Cards that carry a flag. */
  flagged(now: number): readonly string[] {
    const { marks } = this.at(now).columns;
    return [...this.records].flatMap(({ card, number }) => ((marks[number] ?? 0) & has.flag ? [card] : []));
  }
}
