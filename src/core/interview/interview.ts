/**
 * A mock interview is a script and what happened, in order, with the time of each thing. Nothing else is stored: where the
 * interview stands, what was answered and what it is worth are replayed, so that the same script, answers and clock always
 * give the same interview, also after a crash.
 */
import type { Level } from '../notes/note';
import type { Signal } from './signals';

export const languages = ['en', 'ko', 'ru'] as const;
/** What the interviewer speaks. Questions stand in the language of their notes. */
export type Language = (typeof languages)[number];

/** A card as the interview asks it, copied into the script: a note that changes later changes no interview. All texts are Markdown unless said. */
export interface Question {
  readonly card: string;
  /** One line of plain text. */
  readonly front: string;
  readonly stem: string;
  readonly hint?: string;
  /** The model answer. */
  readonly answer: string;
  /** Plain text, in the order of the note. */
  readonly points: readonly string[];
  readonly trap?: string;
  /** `python/concurrency`. */
  readonly topic: string;
  /** Asks about the person, not about technology. */
  readonly personal: boolean;
  /** Questions nested in this one in its note. */
  readonly followUps: readonly Question[];
  /** What a recorded candidate answered. */
  readonly recorded?: string;
  /** What the author of the note makes of `recorded`. */
  readonly verdict?: string;
}

export interface Script {
  readonly title: string;
  /** Id of the interview note. Absent: built for the user. */
  readonly note?: string;
  readonly language: Language;
  readonly levels: readonly Level[];
  readonly minutes: number;
  /** Markdown. Empty: the interviewer's usual words. */
  readonly opening: string;
  readonly closing: string;
  readonly questions: readonly Question[];
  /** How many follow-ups one question may have. */
  readonly followUps: number;
  /** The candidate's own questions come last. False where a question of the script asks for them. */
  readonly asksBack: boolean;
}

/** `judge`: the answers are a recorded candidate's, and the user says what they are worth. */
export type Mode = 'candidate' | 'judge';

/**
 * Why a follow-up is asked. `missed` and `deeper` are questions of the note; `hint` (another try), `why` and `another` ("is there
 * another way?") are an interviewer's own where the note has none that fits.
 */
export type FollowUpKind = 'missed' | 'deeper' | 'hint' | 'why' | 'another';

export interface FollowUp {
  readonly kind: FollowUpKind;
  /** Indexes of nested questions, from the script's question down. */
  readonly path: readonly number[];
  /** Index of the missed point that led here. */
  readonly about?: number;
  /** Indexes of the points (of the question at `path`) that this turn asks for. */
  readonly points: readonly number[];
}

/** Words of an answer that speak for a point. */
export interface FoundPoint {
  readonly point: number;
  /** As typed. */
  readonly words: readonly string[];
}

export type Outcome = 'answered' | 'unknown' | 'skipped';
export const verdicts = ['strong', 'fair', 'weak'] as const;
export type Verdict = (typeof verdicts)[number];

/** One question asked and what came of it. */
export interface Turn {
  /** Index into the script's questions. */
  readonly question: number;
  readonly path: readonly number[];
  /** Absent: a question of the script itself. */
  readonly followUp?: FollowUpKind;
  readonly about?: number;
  readonly points: readonly number[];
  readonly text: string;
  /** Counts the changes of `text`, so that of two copies the later is known. */
  readonly revision: number;
  readonly hints: number;
  /** Reasoning prompts shown after "I do not know". */
  readonly prompts: number;
  /** Absent while the question is open. */
  readonly outcome?: Outcome;
  /** Milliseconds in which the question was open and the interview not paused. */
  readonly spent: number;
  readonly found: readonly FoundPoint[];
  /** Points that were ticked, by the text or by the user. */
  readonly covered: readonly number[];
  readonly fell: boolean;
  readonly signals: readonly Signal[];
  readonly verdict?: Verdict;
  /** A language model's words. They never count. */
  readonly comment?: string;
}

export type Step = 'opening' | 'asking' | 'reviewing' | 'yourQuestions' | 'closing' | 'finished';

export interface Interview {
  readonly script: Script;
  readonly mode: Mode;
  readonly step: Step;
  readonly paused: boolean;
  /** The last one is the present one. */
  readonly turns: readonly Turn[];
  /** What the candidate wants to know from the interviewers. */
  readonly ownQuestions: { readonly text: string; readonly revision: number };
  /** Milliseconds since the epoch. Absent before the start. */
  readonly beganAt?: number;
  readonly endedAt?: number;
  /** Of the last event: time is counted from event to event. */
  readonly lastAt: number;
  /** Name of the language model that the user let read this interview. */
  readonly consent?: string;
  /** A language model's words on the whole. */
  readonly comment?: string;
  /** How many of `results` the reviews have been told. */
  readonly filed: number;
}

/** Longer is no answer that a person types. */
export const longestAnswer = 20_000;
/** Reasoning prompts before "I do not know" moves on. */
export const promptCount = 3;

/** `turn` in a `type` event that means the candidate's own questions. */
export const ownQuestionsTurn = -1;

export type Action =
  | { readonly type: 'start' | 'hint' | 'unknown' | 'done' | 'skip' | 'pause' | 'resume' | 'next' | 'end' }
  /** Time passes. `back`: VS Code was gone since the last event, and that time does not count. */
  | { readonly type: 'time' | 'back' }
  | { readonly type: 'type'; readonly turn: number; readonly revision: number; readonly text: string }
  | { readonly type: 'point'; readonly point: number; readonly on: boolean }
  | { readonly type: 'trap'; readonly on: boolean }
  | { readonly type: 'signal'; readonly signal: Signal; readonly on: boolean }
  | { readonly type: 'judge'; readonly verdict: Verdict }
  | { readonly type: 'consent'; readonly model: string }
  /** Absent `turn`: on the whole interview. */
  | { readonly type: 'comment'; readonly turn?: number; readonly text: string }
  | { readonly type: 'filed'; readonly count: number };

/** An action with its time, milliseconds since the epoch. */
export type InterviewEvent = Action & { readonly at: number };

/** The present turn; `undefined` before the first and where nobody is asked. */
export function presentTurn({ turns, step }: Interview): Turn | undefined {
  return step === 'asking' || step === 'reviewing' ? turns.at(-1) : undefined;
}

/** The card that a turn asks. Throws where the turn is not of this script. */
export function questionOf(script: Script, turn: Pick<Turn, 'question' | 'path'>): Question {
  let question = script.questions[turn.question];
  for (const index of turn.path) question = question?.followUps[index];
  if (!question) throw new Error('A turn asks a question that is not in the script.');
  return question;
}

/** Milliseconds of all turns together. */
export function timeSpent({ turns }: Interview): number {
  return turns.reduce((sum, { spent }) => sum + spent, 0);
}
