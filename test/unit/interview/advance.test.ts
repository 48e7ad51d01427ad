import assert from 'node:assert/strict';
import { advance, newInterview, possibleActions, replay } from '../../../src/core/interview/advance';
import { ownQuestionsTurn, verdicts, type Action, type Interview, type InterviewEvent, type Mode, type Script, type Step } from '../../../src/core/interview/interview';
import { interviewOf, readRecord, withEvent, writeRecord, type InterviewRecord } from '../../../src/core/interview/interviewRecord';
import { interviewReport } from '../../../src/core/interview/report';
import { dutiesOf, resultsOf } from '../../../src/core/interview/results';
import { scoresOf } from '../../../src/core/interview/scores';
import { signals } from '../../../src/core/interview/signals';
import { seeded } from '../notes/seeded';
import { englishWords } from './reportWords';
import { aQuestion, aScript, sixQuestions } from './script';

const start = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;

/** Plays actions one minute apart. */
function played(script: Script, ...actions: readonly Action[]): Interview {
  return replay(script, 'candidate', start, actions.map((action, i) => ({ ...action, at: start + i * minute })));
}

const type = (text: string, turn = 0, revision = 1): Action => ({ type: 'type', turn, revision, text });

describe('A mock interview', () => {
  const reached: readonly (readonly [Step, Interview])[] = [
    ['opening', played(aScript())],
    ['asking', played(aScript(), { type: 'start' })],
    ['reviewing', played(aScript(), { type: 'start' }, { type: 'done' })],
    ['yourQuestions', played(aScript({ followUps: 0 }), { type: 'start' }, { type: 'skip' })],
    ['closing', played(aScript({ followUps: 0 }), { type: 'start' }, { type: 'skip' }, { type: 'next' })],
    ['finished', played(aScript({ followUps: 0 }), { type: 'start' }, { type: 'skip' }, { type: 'next' }, { type: 'next' })],
  ];
  for (const [step, interview] of reached) it(`can be ${step}`, () => { assert.equal(interview.step, step); });

  it('asks, takes the answer as it is typed, and ticks what it says', () => {
    const interview = played(aScript(), { type: 'start' }, type('Reference'), type('Reference counts would be corrupted', 0, 2), { type: 'done' });
    const [turn] = interview.turns;
    assert.equal(turn?.text, 'Reference counts would be corrupted');
    assert.deepEqual(turn?.covered, [0]);
    assert.deepEqual(turn?.found, [{ point: 0, words: ['Reference counts', 'corrupted'] }]);
  });

  it('takes an older copy of the text for what it is', () => {
    assert.equal(played(aScript(), { type: 'start' }, type('later', 0, 5), type('earlier', 0, 4)).turns[0]?.text, 'later');
  });

  it('counts the time of the open question only, without pauses, time away and clocks that go back', () => {
    const at = (minutes: number, action: Action): InterviewEvent => ({ ...action, at: start + minutes * minute });
    const events = [at(0, { type: 'start' }), at(2, { type: 'pause' }), at(10, { type: 'resume' }), at(11, type('a')), at(500, { type: 'back' }), at(400, type('ab', 0, 2)), at(501, { type: 'done' }), at(510, { type: 'next' })];
    assert.equal(replay(aScript({ followUps: 0 }), 'candidate', start, events).turns[0]?.spent, 4 * minute);
  });

  it('shows three ways to think aloud before "I do not know" ends the answer', () => {
    const unknown: Action = { type: 'unknown' };
    assert.equal(played(aScript(), { type: 'start' }, unknown, unknown, unknown).step, 'asking');
    const given = played(aScript(), { type: 'start' }, unknown, unknown, unknown, unknown);
    assert.deepEqual([given.step, given.turns[0]?.outcome, given.turns[0]?.prompts], ['reviewing', 'unknown', 3]);
  });

  it('leaves everything but the time as it is where an action makes no sense', () => {
    const opening = newInterview(aScript(), 'candidate', start);
    for (const kind of ['done', 'next', 'resume', 'skip', 'hint', 'judge'] as const) {
      const action: Action = kind === 'judge' ? { type: kind, verdict: 'fair' } : { type: kind };
      assert.deepEqual(advance(opening, { ...action, at: start + 1 }), { ...opening, lastAt: start + 1 });
    }
  });

  it('has recorded answers judged without follow-ups', () => {
    const script = { ...sixQuestions(), questions: sixQuestions().questions.filter(({ recorded }) => recorded !== undefined) };
    const events: InterviewEvent[] = [{ type: 'start', at: start }, { type: 'judge', verdict: 'weak', at: start + 1 }, { type: 'next', at: start + 2 }, { type: 'judge', verdict: 'strong', at: start + 3 }, { type: 'next', at: start + 4 }];
    const judged = replay(script, 'judge', start, events);
    assert.deepEqual(judged.turns.map(({ verdict }) => verdict), ['weak', 'strong']);
    assert.equal(judged.step, 'closing');
    assert.deepEqual(dutiesOf(judged), []);
  });

  it('makes a card due for what was missed, and not for what was named in the second try', () => {
    const script = aScript({ questions: [aQuestion({ hint: 'Count.' })] });
    const interview = played(script, { type: 'start' }, type('Reference counts would be corrupted'), { type: 'done' }, { type: 'next' }, type('One lock is cheap with one thread', 1), { type: 'done' }, { type: 'next' });
    assert.deepEqual(resultsOf(interview).map(({ covered, helped, missed }) => [covered, helped, missed]), [[[0], [1], []]]);
    assert.deepEqual(dutiesOf(interview).map(({ rating, due }) => [rating, due]), [[2, false]]);
    const without = played(script, { type: 'start' }, { type: 'skip' });
    assert.deepEqual(dutiesOf(without).map(({ rating, due }) => [rating, due]), [[undefined, true]]);
  });

  it('never lets a comment change a score', () => {
    const interview = played(sixQuestions(), { type: 'start' }, type('a decision of my own'), { type: 'done' });
    const commented = advance(advance(interview, { type: 'consent', model: 'Some model', at: start + 99 * minute }), { type: 'comment', turn: 0, text: 'Strong, all points named!', at: start + 99 * minute });
    assert.deepEqual(scoresOf(commented), scoresOf(interview));
    assert.deepEqual(resultsOf(commented), resultsOf(interview));
  });
});

describe('A random walk through interviews', () => {
  it('of 100,000 steps never sticks, never loses an answer, and replays to the same interview', function () {
    this.timeout(120_000);
    const { next: random, pick } = seeded(8);
    const texts = ['', 'Reference counts', 'because 3 ms', '예를 들어 참조 카운트', 'потому что замерил', 'I decided, with a number'];
    let [steps, finished] = [0, 0];
    const seen = new Set<Step>();
    while (steps < 100_000) {
      const mode: Mode = random() < 0.2 ? 'judge' : 'candidate';
      const script = { ...sixQuestions(), followUps: Math.floor(random() * 4), minutes: pick([1, 30]) };
      let record: InterviewRecord = { id: 'walk', script, mode, at: start, events: [] };
      let interview = newInterview(script, mode, start);
      const all: InterviewEvent[] = [];
      const typed = new Map<number, string>();
      let [at, length, revision] = [start, 0, 0];
      while (interview.step !== 'finished') {
        const possible = possibleActions(interview).filter((kind) => kind !== 'end' || random() < 0.002);
        assert.ok(possible.length > 0, `stuck in ${interview.step}`);
        const kind = pick(possible);
        const turn = interview.step === 'yourQuestions' ? ownQuestionsTurn : interview.turns.length - 1;
        revision += 1;
        const action: Action =
          kind === 'type' ? { type: kind, turn, revision, text: pick(texts) }
          : kind === 'point' ? { type: kind, point: Math.floor(random() * 4), on: random() < 0.5 }
          : kind === 'trap' ? { type: kind, on: random() < 0.5 }
          : kind === 'signal' ? { type: kind, signal: pick(signals), on: random() < 0.5 }
          : kind === 'judge' ? { type: kind, verdict: pick(verdicts) }
          : kind === 'consent' ? { type: kind, model: 'm' }
          : kind === 'comment' ? { type: kind, ...(random() < 0.5 && { turn: 0 }), text: 'c' }
          : kind === 'filed' ? { type: kind, count: dutiesOf(interview).length }
          : { type: kind };
        at += Math.floor(random() * 90_000) - (random() < 0.05 ? 100_000 : 0);
        const event = { ...action, at };
        all.push(event);
        interview = advance(interview, event);
        record = withEvent(record, event);
        if (action.type === 'type') typed.set(action.turn, action.text);
        for (const [index, text] of typed) assert.equal(index === ownQuestionsTurn ? interview.ownQuestions.text : interview.turns[index]?.text, text);
        seen.add(interview.step);
        steps += 1;
        length += 1;
        assert.ok(length < 20_000, 'an interview that never ends');
      }
      finished += 1;
      assert.deepEqual(replay(script, mode, start, all), interview);
      if (finished % 10 !== 0) continue;
      const stored = readRecord(writeRecord(record));
      assert.ok(stored);
      assert.deepEqual(JSON.parse(JSON.stringify(interviewOf(stored))), JSON.parse(JSON.stringify(interview)));
      assert.ok(interviewReport(interview, { earlier: [], date: 'today', words: englishWords }).startsWith('# Six'));
    }
    assert.deepEqual([...seen].sort(), ['asking', 'closing', 'finished', 'reviewing', 'yourQuestions', ...(seen.has('opening') ? ['opening'] : [])].sort());
    assert.ok(finished > 100, `${finished} interviews`);
  });
});
