/** One line for the person who waits: what happens now. */
export function say(line) {
  console.log(`Interview Study: ${line}`);
}

/** Something this machine lacks. The message is one sentence for the person; no stack is shown with it. */
export class MissingError extends Error {}

/** Ends the process after an error: a sentence where we know one, the whole error where we do not. */
export function fail(error) {
  console.error(error instanceof MissingError ? `Interview Study: ${error.message}` : error);
  process.exit(1);
}
