const sliceMilliseconds = 8;

/** Node's own way of giving others a turn takes microseconds; a timer takes a millisecond at least, which a replay of forty slices would feel. */
const { setImmediate: soon = (run: () => void) => void setTimeout(run, 0) } = globalThis as { readonly setImmediate?: (run: () => void) => void };

/** Returns a function that gives the event loop a turn whenever the current slice is used up. Works in Node and in a browser's worker. */
export function slices(): () => Promise<void> {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < sliceMilliseconds) return;
    await new Promise<void>((resolve) => soon(resolve));
    start = performance.now();
  };
}
