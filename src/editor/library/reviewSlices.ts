const sliceMilliseconds = 8;

/** Returns a function that gives the event loop a turn whenever the current slice is used up. Works in Node and in a browser's worker. */
export function slices(): () => Promise<void> {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < sliceMilliseconds) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    start = performance.now();
  };
}
