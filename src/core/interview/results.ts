import { questionOf, type Interview, type Question, type Turn } from './interview';

/** What came of one card: its question and the further tries at it together. */
export interface Result {
  readonly question: Question;
  /** Indexes into the interview's turns. */
  readonly turns: readonly number[];
  /** Point indexes: named at once, named only after the interviewer asked again, never named. */
  readonly covered: readonly number[];
  readonly helped: readonly number[];
  readonly missed: readonly number[];
  readonly fell: boolean;
  readonly skipped: boolean;
  readonly hinted: boolean;
  /** Milliseconds. */
  readonly spent: number;
}

/** One per card asked, in order, whose turns are over. */
export function resultsOf(interview: Interview): readonly Result[] {
  const over = interview.turns.flatMap((turn, index) => (isOver(interview, index) ? [{ turn, index }] : []));
  const groups = new Map<string, { turn: Turn; index: number }[]>();
  for (const each of over) {
    const key = [each.turn.question, ...each.turn.path].join('/');
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const question = questionOf(interview.script, first.turn);
    const covered = [...first.turn.covered].sort(ascending);
    const helped = [...new Set(group.slice(1).flatMap(({ turn }) => turn.covered))].filter((point) => !covered.includes(point)).sort(ascending);
    return {
      question,
      turns: group.map(({ index }) => index),
      covered,
      helped,
      missed: question.points.map((_, point) => point).filter((point) => !covered.includes(point) && !helped.includes(point)),
      fell: group.some(({ turn }) => turn.fell),
      skipped: first.turn.outcome === 'skipped',
      hinted: group.some(({ turn }) => turn.hints > 0),
      spent: group.reduce((sum, { turn }) => sum + turn.spent, 0),
    };
  });
}

/** What the reviews are to be told about a card. */
export interface Duty {
  readonly card: string;
  /** 1-4 as in a review. Absent: passed over. */
  readonly rating?: 1 | 2 | 3;
  /** Something was missed: the card becomes due now. */
  readonly due: boolean;
  /** Milliseconds. */
  readonly duration: number;
}

/**
 * One per result of a script question that is over with all its follow-ups, in order: later ones may still be joined by another try.
 * Judging someone else's answers says nothing about the user's memory.
 */
export function dutiesOf(interview: Interview): readonly Duty[] {
  if (interview.mode === 'judge') return [];
  const present = interview.step === 'asking' || interview.step === 'reviewing' ? interview.turns.at(-1)?.question : undefined;
  return resultsOf(interview)
    .filter(({ turns }) => interview.turns[turns[0] ?? 0]?.question !== present)
    .map(({ question, missed, covered, helped, skipped, hinted, fell, spent }) => ({
      card: question.card,
      ...(!skipped && { rating: ratingOf(covered.length + helped.length, missed.length, fell || hinted || helped.length > 0) }),
      due: missed.length > 0 || skipped,
      duration: spent,
    }));
}

/** `struggled`: everything was named, but with a hint, a second try or a trap on the way. */
function ratingOf(named: number, missed: number, struggled: boolean): 1 | 2 | 3 {
  if (missed === 0) return struggled ? 2 : 3;
  return named === 0 ? 1 : 2;
}

function isOver({ turns, step }: Interview, index: number): boolean {
  if (turns[index]?.outcome === undefined) return false;
  return index < turns.length - 1 || step !== 'reviewing';
}

function ascending(one: number, other: number): number {
  return one - other;
}
