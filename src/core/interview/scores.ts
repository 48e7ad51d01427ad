import { questionOf, type Interview, type Turn } from './interview';
import { resultsOf, type Result } from './results';
import { hedgesIn, wordsFor, type Signal } from './signals';

/** After the rubric that Tech Interview Handbook describes (technical, problem solving, communication, testing), in this interview's terms. */
export const dimensions = ['depth', 'reasoning', 'communication', 'testing'] as const;
export type Dimension = (typeof dimensions)[number];

/** Something in the interview that speaks for or against. Words are put to it by whoever shows it. */
export interface Evidence {
  /** Index of the turn. */
  readonly turn: number;
  readonly good: boolean;
  readonly what:
    | { readonly kind: 'points'; readonly named: number; readonly of: number }
    | { readonly kind: 'trap' | 'silent' | 'thought' | 'noReason' }
    | { readonly kind: 'words'; readonly signal: Signal; readonly words?: string }
    | { readonly kind: 'hedges'; readonly words: readonly string[] };
}

export interface Score {
  readonly dimension: Dimension;
  /** 0-1. Absent where nothing was asked that could show it. */
  readonly value?: number;
  readonly evidence: readonly Evidence[];
}

export type Band = 'weak' | 'fair' | 'good' | 'strong';

export function bandOf(value: number): Band {
  return value < 0.35 ? 'weak' : value < 0.6 ? 'fair' : value < 0.8 ? 'good' : 'strong';
}

/** The four dimensions, each with what it rests on. A language model's comment is no part of it. */
export function scoresOf(interview: Interview): readonly Score[] {
  const results = resultsOf(interview);
  const said = interview.turns.flatMap((turn, index): Said[] =>
    turn.outcome === undefined || interview.step === 'asking' && index === interview.turns.length - 1 ? [] : [{ turn, index, personal: questionOf(interview.script, turn).personal }],
  );
  return [depth(results), reasoning(said), communication(said, results), testing(said)];
}

/** Share of all points named: what needed help counts half, a trap takes half a point. */
export function pointShare(results: readonly Result[]): number | undefined {
  const of = results.reduce((sum, { question }) => sum + question.points.length, 0);
  if (of === 0) return undefined;
  const named = results.reduce((sum, { covered, helped, fell }) => sum + Math.max(0, covered.length + helped.length / 2 - (fell ? 0.5 : 0)), 0);
  return named / of;
}

interface Said {
  readonly turn: Turn;
  readonly index: number;
  readonly personal: boolean;
}

function depth(all: readonly Result[]): Score {
  const results = all.filter(({ question }) => !question.personal);
  const evidence = results.flatMap(({ question, turns, covered, helped, fell }): Evidence[] => {
    const [turn = 0] = turns;
    const of = question.points.length;
    const named = covered.length + helped.length;
    return [
      ...(of > 0 ? [{ turn, good: named * 2 >= of, what: { kind: 'points', named, of } } as const] : []),
      ...(fell ? [{ turn, good: false, what: { kind: 'trap' } } as const] : []),
    ];
  });
  return { dimension: 'depth', ...optional(pointShare(results)), evidence };
}

/** Says why, and thinks aloud where the answer is not known; silence is what interviewers mind. */
function reasoning(said: readonly Said[]): Score {
  const marks: number[] = [];
  const evidence = said.filter(({ personal }) => !personal).flatMap(({ turn, index }): Evidence[] => {
    const isSilent = turn.outcome === 'skipped' || (turn.outcome === 'unknown' && turn.text.trim() === '' && !turn.signals.includes('reasoned'));
    if (isSilent) {
      marks.push(0);
      return [{ turn: index, good: false, what: { kind: 'silent' } }];
    }
    if (turn.signals.includes('reasoned')) {
      marks.push(1);
      return [{ turn: index, good: true, what: { kind: 'words', signal: 'reasoned', words: wordsFor('reasoned', turn.text) } }];
    }
    marks.push(turn.prompts > 0 ? 0.6 : 0.25);
    return [{ turn: index, good: turn.prompts > 0, what: { kind: turn.prompts > 0 ? 'thought' : 'noReason' } }];
  });
  return { dimension: 'reasoning', ...optional(mean(marks)), evidence };
}

/** Concrete rather than general, sure rather than hedged; in personality questions, what a good answer has. */
function communication(said: readonly Said[], results: readonly Result[]): Score {
  const marks: number[] = [];
  const evidence = said.filter(({ turn }) => turn.outcome !== 'skipped').flatMap(({ turn, index }): Evidence[] => {
    const hedges = hedgesIn(turn.text);
    const isConcrete = turn.signals.includes('concrete');
    marks.push(Math.max(0, (isConcrete ? 1 : turn.outcome === 'unknown' ? 0 : 0.5) - (hedges.length > 1 ? 0.25 : 0)));
    return [
      ...(isConcrete ? [{ turn: index, good: true, what: { kind: 'words', signal: 'concrete', words: wordsFor('concrete', turn.text) } } as const] : []),
      ...(hedges.length > 1 ? [{ turn: index, good: false, what: { kind: 'hedges', words: hedges } } as const] : []),
    ];
  });
  const personal = results.filter(({ question }) => question.personal);
  const ownPoints = pointShare(personal);
  for (const { question, turns, covered, helped } of personal) {
    const [turn = 0] = turns;
    const named = covered.length + helped.length;
    if (question.points.length > 0) evidence.push({ turn, good: named * 2 >= question.points.length, what: { kind: 'points', named, of: question.points.length } });
  }
  const parts = [mean(marks), ownPoints].filter((part) => part !== undefined);
  return { dimension: 'communication', ...optional(mean(parts)), evidence };
}

/** Half of the technical answers with a trade-off or a test is as much as interviewers hope for. */
function testing(said: readonly Said[]): Score {
  const technical = said.filter(({ personal, turn }) => !personal && turn.followUp !== 'hint' && turn.followUp !== 'why');
  const weighed = technical.filter(({ turn }) => turn.signals.includes('weighed'));
  const evidence = weighed.map(({ turn, index }): Evidence => ({ turn: index, good: true, what: { kind: 'words', signal: 'weighed', words: wordsFor('weighed', turn.text) } }));
  return { dimension: 'testing', ...optional(technical.length === 0 ? undefined : Math.min(1, weighed.length / (technical.length / 2))), evidence };
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function optional(value: number | undefined): { readonly value?: number } {
  return value === undefined ? {} : { value };
}
