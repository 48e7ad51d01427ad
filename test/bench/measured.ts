import { threadTime } from './threadTime';

/** Milliseconds. */
export interface Measured {
  /** Processor time of this thread; the others by the clock. */
  readonly busy: number;
  readonly clock: number;
  readonly block: number;
  readonly clockBlock: number;
}

/** The longest block is what an event would have had to wait for its turn. */
export async function measured(work: () => Promise<void>): Promise<Measured> {
  let [block, clockBlock, watching] = [0, 0, true];
  let [lastBusy, last] = [threadTime(), performance.now()];
  const tick = () => {
    const [busy, now] = [threadTime(), performance.now()];
    block = Math.max(block, busy - lastBusy);
    clockBlock = Math.max(clockBlock, now - last);
    [lastBusy, last] = [busy, now];
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);
  const [startBusy, start] = [threadTime(), performance.now()];
  await work();
  watching = false;
  return { busy: threadTime() - startBusy, clock: performance.now() - start, block, clockBlock };
}
