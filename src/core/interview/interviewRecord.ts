import { advance, newInterview } from './advance';
import type { Interview, InterviewEvent, Mode, Script } from './interview';

/** An interview as it is stored. */
export interface InterviewRecord {
  readonly id: string;
  readonly script: Script;
  readonly mode: Mode;
  /** When it was made, milliseconds since the epoch. */
  readonly at: number;
  readonly events: readonly InterviewEvent[];
}

const version = 1;

export function withEvent(record: InterviewRecord, event: InterviewEvent): InterviewRecord {
  return { ...record, events: compacted(record.events, event) };
}

export function interviewOf({ script, mode, at, events }: InterviewRecord): Interview {
  return events.reduce(advance, newInterview(script, mode, at));
}

/**
 * Of texts typed one after the other for the same turn the last is enough, and so it is of ticks of the clock. What came between counts
 * time only, and time is counted up to the last event all the same, unless it was time that does not count.
 */
function compacted(events: readonly InterviewEvent[], event: InterviewEvent): readonly InterviewEvent[] {
  const last = events.at(-1);
  const isSame = last?.type === event.type && (event.type === 'time' || (event.type === 'type' && last.type === 'type' && last.turn === event.turn && last.revision <= event.revision));
  return isSame && last.at <= event.at ? [...events.slice(0, -1), event] : [...events, event];
}

export function writeRecord(record: InterviewRecord): string {
  return JSON.stringify({ version, ...record });
}

/** `undefined` where the text is torn, foreign, or of a version this one does not know. */
export function readRecord(text: string): InterviewRecord | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== version || !isRecord(value)) return undefined;
  const { id, script, mode, at, events } = value;
  try {
    // The proof of a record is that it replays.
    interviewOf({ id, script, mode, at, events });
    return { id, script, mode, at, events };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: object): value is InterviewRecord {
  return (
    'id' in value && typeof value.id === 'string' &&
    'at' in value && typeof value.at === 'number' &&
    'mode' in value && (value.mode === 'candidate' || value.mode === 'judge') &&
    'script' in value && isScript(value.script) &&
    'events' in value && Array.isArray(value.events) && value.events.every(isEvent)
  );
}

function isScript(value: unknown): value is Script {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string' && 'questions' in value && Array.isArray(value.questions) && value.questions.every(isQuestion);
}

function isQuestion(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null &&
    'card' in value && typeof value.card === 'string' &&
    'front' in value && typeof value.front === 'string' &&
    'answer' in value && typeof value.answer === 'string' &&
    'points' in value && Array.isArray(value.points) && value.points.every((point) => typeof point === 'string') &&
    'followUps' in value && Array.isArray(value.followUps) && value.followUps.every(isQuestion)
  );
}

function isEvent(value: unknown): value is InterviewEvent {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'at' in value && typeof value.at === 'number';
}
