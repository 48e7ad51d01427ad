const sliceMilliseconds = 8;

/** Returns a function that gives others their turn whenever the present slice is used up. Works in Node and in a browser's worker. */
export function slices(): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < sliceMilliseconds) return undefined;
    return new Promise<void>((resolve) =>
      nextTurn(() => {
        start = performance.now();
        resolve();
      }),
    );
  };
}

/** Node has a way that does not wait a millisecond first; a browser's worker has timers only. */
const { setImmediate: nextTurn = (turn: () => void) => void setTimeout(turn, 0) } = globalThis as { readonly setImmediate?: (turn: () => void) => unknown };
