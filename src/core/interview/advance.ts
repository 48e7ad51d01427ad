import { chooseFollowUp } from './chooseFollowUp';
import { longestAnswer, ownQuestionsTurn, presentTurn, promptCount, questionOf, type Action, type Interview, type InterviewEvent, type Mode, type Outcome, type Script, type Turn } from './interview';
import { matchPoints } from './matchPoints';
import { signalsIn } from './signals';

export function newInterview(script: Script, mode: Mode, at: number): Interview {
  return { script, mode, step: 'opening', paused: false, turns: [], ownQuestions: { text: '', revision: 0 }, lastAt: at, filed: 0 };
}

export function replay(script: Script, mode: Mode, at: number, events: readonly InterviewEvent[]): Interview {
  return events.reduce(advance, newInterview(script, mode, at));
}

/** What the user can do now. Never empty before the end. */
export function possibleActions(interview: Interview): readonly Action['type'][] {
  const { step, paused, script, mode } = interview;
  if (step === 'finished') return ['comment', 'consent', 'filed'];
  if (paused) return ['resume', 'end', 'back', 'filed'];
  const always = ['end', 'time', 'back', 'consent', 'comment', 'filed'] as const;
  switch (step) {
    case 'opening':
      return ['start', ...always];
    case 'asking': {
      const turn = presentTurn(interview);
      const hint = turn && turn.hints === 0 && questionOf(script, turn).hint !== undefined ? (['hint'] as const) : [];
      return mode === 'judge' ? ['judge', 'type', 'skip', 'pause', ...always] : ['type', ...hint, 'unknown', 'done', 'skip', 'pause', ...always];
    }
    case 'reviewing':
      return ['point', 'trap', 'signal', 'next', 'pause', ...always];
    case 'yourQuestions':
      return ['type', 'next', 'pause', ...always];
    case 'closing':
      return ['next', 'time', 'back', 'consent', 'comment', 'filed'];
  }
}

/** The interview after an event. Events that make no sense where it stands change nothing but the time. */
export function advance(interview: Interview, event: InterviewEvent): Interview {
  const before = passed(interview, event);
  if (!possibleActions(interview).includes(event.type)) return before;
  switch (event.type) {
    case 'start':
      return ask({ ...before, beganAt: event.at }, 0);
    case 'type':
      return typed(before, event.turn, event.revision, event.text);
    case 'hint':
      return changed(before, (turn) => ({ hints: turn.hints + 1 }));
    case 'unknown':
      return (presentTurn(before)?.prompts ?? 0) < promptCount ? changed(before, (turn) => ({ prompts: turn.prompts + 1 })) : close(before, 'unknown');
    case 'done':
      return close(before, 'answered');
    case 'skip':
      return moveOn(changed(before, () => ({ outcome: 'skipped', covered: [] })));
    case 'judge':
      return changed(close(before, 'answered'), () => ({ verdict: event.verdict }));
    case 'pause':
      return { ...before, paused: true };
    case 'resume':
      return { ...before, paused: false };
    case 'point':
      return changed(before, (turn) => (turn.points.includes(event.point) ? { covered: toggled(turn.covered, event.point, event.on) } : {}));
    case 'trap':
      return changed(before, () => ({ fell: event.on }));
    case 'signal':
      return changed(before, (turn) => ({ signals: toggled(turn.signals, event.signal, event.on) }));
    case 'next':
      return next(before, event.at);
    case 'end':
      return ended(before, event.at);
    case 'consent':
      return { ...before, consent: event.model };
    case 'comment':
      return commented(before, event.turn, event.text);
    case 'filed':
      return { ...before, filed: Math.max(before.filed, event.count) };
    case 'time':
    case 'back':
      return before;
  }
}

/** The open question's time goes on from event to event, whatever the event; a clock that goes back adds nothing. */
function passed(interview: Interview, event: InterviewEvent): Interview {
  const counts = interview.step === 'asking' && !interview.paused && event.type !== 'back';
  const elapsed = Math.max(0, event.at - interview.lastAt);
  const later = { ...interview, lastAt: Math.max(interview.lastAt, event.at) };
  return counts ? changed(later, (turn) => ({ spent: turn.spent + elapsed })) : later;
}

function changed(interview: Interview, change: (turn: Turn) => Partial<Turn>): Interview {
  const turn = interview.turns.at(-1);
  return turn ? { ...interview, turns: [...interview.turns.slice(0, -1), { ...turn, ...change(turn) }] } : interview;
}

function typed(interview: Interview, turn: number, revision: number, text: string): Interview {
  const kept = text.slice(0, longestAnswer);
  if (turn === ownQuestionsTurn) {
    return interview.step === 'yourQuestions' && revision > interview.ownQuestions.revision ? { ...interview, ownQuestions: { text: kept, revision } } : interview;
  }
  if (interview.step !== 'asking' || turn !== interview.turns.length - 1) return interview;
  return changed(interview, (present) => (revision > present.revision ? { text: kept, revision } : {}));
}

/** Ends the answer: what the text says is ticked, and the user may change it. */
function close(interview: Interview, outcome: Outcome): Interview {
  const turn = presentTurn(interview);
  if (!turn) return interview;
  const question = questionOf(interview.script, turn);
  const said = interview.mode === 'judge' ? (question.recorded ?? '') : turn.text;
  const found = matchPoints(said, question.points, question.front).filter(({ point }) => turn.points.includes(point));
  return changed({ ...interview, step: 'reviewing' }, () => ({ outcome, found, covered: found.map(({ point }) => point), signals: signalsIn(said) }));
}

function next(interview: Interview, at: number): Interview {
  switch (interview.step) {
    case 'reviewing':
      return moveOn(interview);
    case 'yourQuestions':
      return { ...interview, step: 'closing' };
    case 'closing':
      return { ...interview, step: 'finished', endedAt: at };
    default:
      return interview;
  }
}

function moveOn(interview: Interview): Interview {
  const turn = interview.turns.at(-1);
  const followUp = turn && interview.mode === 'candidate' ? chooseFollowUp(interview, turn) : undefined;
  if (turn && followUp) {
    const { kind, path, about, points } = followUp;
    return { ...interview, step: 'asking', turns: [...interview.turns, openTurn({ question: turn.question, path, followUp: kind, about, points })] };
  }
  return ask(interview, (turn?.question ?? -1) + 1);
}

function ask(interview: Interview, index: number): Interview {
  const question = interview.script.questions[index];
  if (!question) return { ...interview, step: interview.mode === 'judge' || !interview.script.asksBack ? 'closing' : 'yourQuestions' };
  return { ...interview, step: 'asking', turns: [...interview.turns, openTurn({ question: index, path: [], points: question.points.map((_, point) => point) })] };
}

function openTurn(asked: Pick<Turn, 'question' | 'path' | 'followUp' | 'about' | 'points'>): Turn {
  return { ...asked, text: '', revision: 0, hints: 0, prompts: 0, spent: 0, found: [], covered: [], fell: false, signals: [] };
}

/** Ends early. An answer that was begun counts as it stands; a question that never was reached is in no result. */
function ended(interview: Interview, at: number): Interview {
  const open = interview.step === 'asking' ? interview.turns.at(-1) : undefined;
  const closed = open === undefined ? interview : open.text.trim() === '' ? changed(interview, () => ({ outcome: 'skipped' })) : close(interview, 'answered');
  return { ...closed, step: 'finished', paused: false, endedAt: at, ...(closed.beganAt === undefined && { beganAt: at }) };
}

function commented(interview: Interview, index: number | undefined, text: string): Interview {
  if (index === undefined) return { ...interview, comment: text };
  return { ...interview, turns: interview.turns.map((turn, i) => (i === index ? { ...turn, comment: text } : turn)) };
}

function toggled<T>(values: readonly T[], value: T, on: boolean): readonly T[] {
  const others = values.filter((other) => other !== value);
  return on ? [...others, value] : others;
}
