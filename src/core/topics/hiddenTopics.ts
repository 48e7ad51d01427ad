/**
 * A topic that is not for the interview keeps its notes and its history, but counts nowhere. It is hidden with everything below it.
 */

/** How many segments of the topic lead to the hidden topic that it is or lies in; 0 where it is not hidden. `hidden`: paths such as `python/typing`. */
export function hiddenDepth(topic: readonly string[], hidden: ReadonlySet<string>): number {
  if (hidden.size === 0) return 0;
  let path = '';
  for (let depth = 1; depth <= topic.length; depth += 1) {
    path = depth === 1 ? (topic[0] ?? '') : `${path}/${topic[depth - 1] ?? ''}`;
    if (hidden.has(path)) return depth;
  }
  return 0;
}

/** As a person may have written it in the settings: without slashes at the ends, in NFC. Empty where nothing is left. */
export function topicPath(written: string): string {
  return written
    .normalize('NFC')
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
    .join('/');
}
