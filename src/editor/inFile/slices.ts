const sliceMilliseconds = 8;

/** Returns a function that gives others their turn whenever the present slice is used up. */
export function slices(): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < sliceMilliseconds) return undefined;
    return new Promise<void>((resolve) =>
      setTimeout(() => {
        start = performance.now();
        resolve();
      }, 0),
    );
  };
}
