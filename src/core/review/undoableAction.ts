import type { EventKind, ReviewEvent } from './reviewEvent';

/** What undo or redo acts on: the events that were recorded as one. */
export interface Action {
  /** Kind of the first event that was or is taken back. */
  readonly kind: EventKind;
  readonly events: readonly ReviewEvent[];
}

interface Filed {
  readonly event: ReviewEvent;
  readonly effective: number;
  readonly active: boolean;
}

/** What a person did on purpose. Links are made by the program when notes move. */
function isDeed({ kind }: ReviewEvent): boolean {
  return kind !== 'undo' && kind !== 'link' && kind !== 'other';
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The later of two events, seen from one window: what it did itself counts as later than what others did, whatever their clocks say. */
function isLater(one: Filed, other: Filed, own: string): boolean {
  const [ours, theirs] = [one.event.id.startsWith(own), other.event.id.startsWith(own)];
  if (ours !== theirs) return ours;
  if (one.effective !== other.effective) return one.effective > other.effective;
  const [a, b] = [one.event.id, other.event.id];
  const sameWriter = a.slice(0, a.lastIndexOf('-')) === b.slice(0, b.lastIndexOf('-'));
  return sameWriter ? numberOf(a) > numberOf(b) : a > b;
}

function latest(filed: Iterable<Filed>, own: string, counts: (filed: Filed) => boolean): Filed | undefined {
  let found: Filed | undefined;
  for (const each of filed) if (counts(each) && (!found || isLater(each, found, own))) found = each;
  return found;
}

function wholeAction(filed: Iterable<Filed>, { event }: Filed): ReviewEvent[] {
  const batch = event.batch ?? event.id;
  const events: ReviewEvent[] = [];
  for (const each of filed) {
    const belongs = each.event.id === batch || each.event.batch === batch;
    if (belongs && each.active && isDeed(each.event) === isDeed(event)) events.push(each.event);
  }
  return events;
}

/** The last thing done that still counts. `writer` is the window's own, if it has one. */
export function lastUndoable(filed: () => Iterable<Filed>, writer: string | undefined): Action | undefined {
  const own = `${writer ?? ''}-`;
  const last = latest(filed(), own, ({ event, active }) => active && isDeed(event));
  return last && { kind: last.event.kind, events: wholeAction(filed(), last) };
}

/** The last undo that still counts, as long as nothing else was done after it. Its `events` are the undos to take back. */
export function lastRedoable(filed: () => Iterable<Filed>, writer: string | undefined, kindOf: (id: string) => EventKind | undefined): Action | undefined {
  const own = `${writer ?? ''}-`;
  const undo = latest(filed(), own, ({ event, active }) => active && event.kind === 'undo' && kindOf(event.undoes) !== 'undo');
  if (!undo || undo.event.kind !== 'undo') return undefined;
  const deed = latest(filed(), own, ({ event }) => isDeed(event));
  if (deed && isLater(deed, undo, own)) return undefined;
  const events = wholeAction(filed(), undo);
  return { kind: kindOf(undo.event.undoes) ?? 'other', events };
}
