import { readFileSync } from 'node:fs';

/**
 * Milliseconds that the processor spent on this thread, so that others on the same machine do not count; helpers of the garbage collector
 * do not count either. Exact to a few milliseconds. Where the system does not say (anything but Linux): time of the clock.
 */
export function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
