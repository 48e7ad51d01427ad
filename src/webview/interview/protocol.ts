/**
 * What the interview page and the extension say to each other, as schemas that both sides check. The page owns this contract. Texts in
 * `…Html` are rendered Markdown of notes, unsafe until the page has sanitised them; all other texts are shown as they are.
 */
import * as v from 'valibot';
import { signals } from '../../core/interview/signals';
import { longestAnswer, verdicts } from '../../core/interview/interview';

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.maxLength(100));
/** Index of the turn that the page shows; -1 for the candidate's own questions and for pages without a turn. */
const turn = v.pipe(v.number(), v.safeInteger(), v.minValue(-1));
const typedText = v.pipe(v.string(), v.maxLength(longestAnswer));
const signal = v.picklist(signals);

/** What may be pressed and needs nothing else to be said. */
const presses = ['start', 'hint', 'unknown', 'done', 'skip', 'pause', 'resume', 'next', 'end', 'openNote', 'keepAnswer', 'comment', 'saveReport', 'showReport', 'replay', 'history', 'again'] as const;
export type Press = (typeof presses)[number];

const kept = v.strictObject({ interview: id, turn, revision: count, text: typedText });

const fromPage = v.variant('type', [
  v.strictObject({ type: v.literal('ready'), kept: v.optional(kept) }),
  v.strictObject({ type: v.literal('typed'), ...kept.entries }),
  v.strictObject({ type: v.literal('press'), interview: id, turn, key: v.picklist(presses) }),
  v.strictObject({ type: v.literal('judge'), interview: id, turn, verdict: v.picklist(verdicts) }),
  v.strictObject({ type: v.literal('point'), interview: id, turn, point: count, on: v.boolean() }),
  v.strictObject({ type: v.literal('trap'), interview: id, turn, on: v.boolean() }),
  v.strictObject({ type: v.literal('signal'), interview: id, turn, signal, on: v.boolean() }),
  v.strictObject({ type: v.literal('open'), interview: id }),
  v.strictObject({ type: v.literal('suggested') }),
  v.strictObject({ type: v.literal('openLink'), href: v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//i)) }),
]);
export type FromPage = v.InferOutput<typeof fromPage>;
export type Kept = v.InferOutput<typeof kept>;

const comment = v.optional(v.strictObject({ title: text, text }));

const opening = v.strictObject({ screen: v.literal('opening'), facts: v.array(text), html: text, judge: v.boolean() });

const question = v.strictObject({
  screen: v.literal('question'),
  turn,
  place: text,
  /** What a follow-up follows. */
  parent: v.optional(text),
  front: text,
  stemHtml: text,
  hintHtml: v.optional(text),
  prompts: v.array(text),
  text,
  revision: count,
  /** Milliseconds. */
  spent: v.number(),
  canHint: v.boolean(),
  /** A press of "I do not know" ends the answer. */
  lastPrompt: v.boolean(),
  /** Present where a recorded answer is to be judged. */
  recordedHtml: v.optional(text),
});

const yourQuestions = v.strictObject({ screen: v.literal('yourQuestions'), front: text, text, revision: count });

const review = v.strictObject({
  screen: v.literal('review'),
  turn,
  place: text,
  front: text,
  said: text,
  /** What the user made of a recorded answer, and what its points say. */
  judged: v.optional(text),
  points: v.array(v.strictObject({ point: count, text, on: v.boolean(), words: v.array(text) })),
  trap: v.optional(v.strictObject({ html: text, on: v.boolean() })),
  signals: v.array(v.strictObject({ signal, label: text, on: v.boolean() })),
  /** What the note's author makes of the recorded answer. */
  verdictHtml: v.optional(text),
  answerHtml: text,
  canKeep: v.boolean(),
  canComment: v.boolean(),
  comment,
});

const table = v.strictObject({ caption: text, head: v.array(text), rows: v.array(v.array(text)) });

const report = v.strictObject({
  screen: v.literal('report'),
  facts: v.array(text),
  scores: table,
  evidence: v.array(v.strictObject({ title: text, items: v.array(v.strictObject({ good: v.boolean(), about: text, text })) })),
  due: v.strictObject({ title: text, items: v.array(v.strictObject({ text, points: v.array(text) })) }),
  judge: v.boolean(),
  canComment: v.boolean(),
  comment,
});

const replay = v.strictObject({
  screen: v.literal('replay'),
  facts: v.array(text),
  turns: v.array(v.strictObject({ place: text, front: text, said: text, points: v.array(v.strictObject({ text, on: v.boolean() })), answerHtml: text })),
});

const history = v.strictObject({
  screen: v.literal('history'),
  empty: v.optional(text),
  interviews: v.strictObject({ caption: text, head: v.array(text), rows: v.array(v.strictObject({ interview: id, cells: v.array(text) })) }),
  trends: v.strictObject({ title: text, items: v.array(v.strictObject({ topic: text, text, shares: v.array(v.number()) })) }),
  suggestion: v.optional(text),
});

const words = ['start', 'answer', 'answerPlace', 'done', 'hint', 'unknown', 'noIdea', 'skip', 'pause', 'resume', 'paused', 'pausedText', 'next', 'end', 'spent', 'candidate', 'verdict', 'strong', 'fair', 'weak', 'yourAnswer', 'nothingTyped', 'points', 'found', 'trap', 'fell', 'manner', 'model', 'keepAnswer', 'openNote', 'comment', 'saveReport', 'showReport', 'replay', 'history', 'again', 'named', 'missed', 'suggested', 'keys', 'notSaved', 'author'] as const;
export type Words = Readonly<Record<(typeof words)[number], string>>;
const wordsSchema = v.strictObject(Object.fromEntries(words.map((word) => [word, text])) as Record<(typeof words)[number], typeof text>);

const view = v.variant('screen', [opening, question, yourQuestions, review, v.strictObject({ screen: v.literal('paused'), place: text }), v.strictObject({ screen: v.literal('closing'), html: text }), report, replay, history, v.strictObject({ screen: v.literal('gone'), text })]);
export type View = v.InferOutput<typeof view>;
export type ViewOf<Screen extends View['screen']> = Extract<View, { screen: Screen }>;

const toPage = v.variant('type', [
  /** `interview` is empty where the page shows none, such as the history. */
  v.strictObject({ type: v.literal('show'), interview: id, title: text, view, words: wordsSchema }),
  /** Nothing could be written: the page says so until it can. */
  v.strictObject({ type: v.literal('saved'), saved: v.boolean() }),
  /** The last message asked for something that takes a while. */
  v.strictObject({ type: v.literal('busy'), text }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** What came out of the page; `undefined` where it is no message of ours. */
export function readFromPage(value: unknown): FromPage | undefined {
  const read = v.safeParse(fromPage, value);
  return read.success ? read.output : undefined;
}

/** What came into the page. */
export function readToPage(value: unknown): ToPage | undefined {
  const read = v.safeParse(toPage, value);
  return read.success ? read.output : undefined;
}

/** What an earlier page of this interview kept. */
export function readKept(value: unknown): Kept | undefined {
  const read = v.safeParse(kept, value);
  return read.success ? read.output : undefined;
}
