import { questionOf, timeSpent, type FollowUp, type Interview, type Question, type Turn } from './interview';
import { overlap } from './matchPoints';

/**
 * What a good interviewer asks next: about what was missed, or deeper where nothing was. `undefined`: the next question. A skipped
 * question has no follow-up, and none is asked once the interview's time is over.
 */
export function chooseFollowUp(interview: Interview, turn: Turn): FollowUp | undefined {
  const { script, turns } = interview;
  const ofQuestion = turns.filter(({ question }) => question === turn.question);
  if (turn.outcome === 'skipped' || ofQuestion.length > script.followUps || timeSpent(interview) > script.minutes * 60_000) return undefined;
  const question = questionOf(script, turn);
  const missed = turn.points.filter((point) => !turn.covered.includes(point));
  const open = unasked(question, turn, ofQuestion);
  if (missed.length > 0) return writtenFor(question, turn, missed, open) ?? ownTry(question, turn, missed, ofQuestion) ?? firstOf(open, turn, missed[0]);
  return deeper(question, turn, open) ?? (ofQuestion.some(({ followUp }) => followUp === 'another') || question.personal ? undefined : { kind: 'another', path: turn.path, points: [] });
}

interface Nested {
  readonly index: number;
  readonly question: Question;
}

function unasked(question: Question, turn: Turn, turns: readonly Turn[]): readonly Nested[] {
  const isAsked = (index: number) => turns.some(({ path }) => path.length === turn.path.length + 1 && path.at(-1) === index && turn.path.every((step, depth) => path[depth] === step));
  return question.followUps.flatMap((nested, index) => (isAsked(index) ? [] : [{ index, question: nested }]));
}

/** The nested question that speaks most of a missed point. */
function writtenFor(question: Question, turn: Turn, missed: readonly number[], open: readonly Nested[]): FollowUp | undefined {
  let best: { readonly score: number; readonly about: number; readonly nested: Nested } | undefined;
  for (const nested of open) {
    for (const about of missed) {
      const score = overlap(question.points[about] ?? '', [nested.question.front, ...nested.question.points].join('. '));
      if (score > (best?.score ?? 0)) best = { score, about, nested };
    }
  }
  return best && nestedTurn(turn, best.nested, 'missed', best.about);
}

/** Another try with the hint, or the reason behind: for the same points, once each. */
function ownTry(question: Question, turn: Turn, missed: readonly number[], turns: readonly Turn[]): FollowUp | undefined {
  const tried = new Set(turns.map(({ followUp }) => followUp));
  if (question.hint !== undefined && turn.hints === 0 && !tried.has('hint')) return { kind: 'hint', path: turn.path, about: missed[0], points: missed };
  return tried.has('why') || question.personal ? undefined : { kind: 'why', path: turn.path, about: missed[0], points: missed };
}

function firstOf(open: readonly Nested[], turn: Turn, about: number | undefined): FollowUp | undefined {
  const [first] = open;
  return first && nestedTurn(turn, first, 'missed', about);
}

/** Everything was there: the nested question that is furthest from what was said. */
function deeper(question: Question, turn: Turn, open: readonly Nested[]): FollowUp | undefined {
  const said = turn.covered.map((point) => question.points[point] ?? '').join('. ');
  const known = ({ question: nested }: Nested) => overlap([nested.front, ...nested.points].join('. '), said);
  const [furthest] = [...open].sort((one, other) => known(one) - known(other));
  return furthest && nestedTurn(turn, furthest, 'deeper', undefined);
}

function nestedTurn(turn: Turn, { index, question }: Nested, kind: 'missed' | 'deeper', about: number | undefined): FollowUp {
  return { kind, path: [...turn.path, index], about, points: question.points.map((_, point) => point) };
}
