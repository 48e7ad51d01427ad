import assert from 'node:assert/strict';
import { advance, newInterview, replay } from '../../../src/core/interview/advance';
import type { Action, Question, Script, Turn } from '../../../src/core/interview/interview';
import { aQuestion, aScript } from './script';

const finer = aQuestion({ card: 'finer', front: 'Would finer locks have been enough?', points: ['Finer locks are slower with one thread'] });
const counts = aQuestion({ card: 'counts', front: 'How do reference counts get corrupted?', points: ['Two increments at once lose one'] });
const gil = (part: Partial<Question> = {}) => aQuestion({ followUps: [finer, counts], ...part });

function asked(script: Script, ticks: readonly number[], how: Action['type'] & ('done' | 'skip') = 'done'): Turn | undefined {
  let interview = advance(newInterview(script, 'candidate', 0), { type: 'start', at: 0 });
  interview = advance(interview, { type: how, at: 1 });
  if (how === 'done') {
    for (const point of ticks) interview = advance(interview, { type: 'point', point, on: true, at: 2 });
    interview = advance(interview, { type: 'next', at: 3 });
  }
  return interview.step === 'asking' ? interview.turns.at(-1) : undefined;
}

const script = (question: Question, part: Partial<Script> = {}) => aScript({ questions: [question], ...part });

describe('The follow-up', () => {
  it('is about the point that was missed', () => {
    assert.deepEqual([asked(script(gil()), [0])?.path, asked(script(gil()), [0])?.followUp, asked(script(gil()), [0])?.about], [[0], 'missed', 1]);
    assert.deepEqual([asked(script(gil()), [1])?.path, asked(script(gil()), [1])?.about], [[1], 0]);
  });

  it('goes deeper where nothing was missed', () => {
    const turn = asked(script(gil()), [0, 1]);
    assert.equal(turn?.followUp, 'deeper');
    assert.equal(turn?.path.length, 1);
  });

  it('gives another try with the hint where the note has no question that fits, for the missed points only', () => {
    const turn = asked(script(gil({ followUps: [], hint: 'Count.' })), [1]);
    assert.deepEqual([turn?.followUp, turn?.points, turn?.path], ['hint', [0], []]);
  });

  it('asks why where there is no hint, and for another way where all was said', () => {
    assert.equal(asked(script(gil({ followUps: [] })), [1])?.followUp, 'why');
    assert.equal(asked(script(gil({ followUps: [] })), [0, 1])?.followUp, 'another');
  });

  it('never asks a person for another way to be', () => {
    assert.equal(asked(script(gil({ followUps: [], personal: true })), [0, 1]), undefined);
  });

  it('is not asked after a skip, beyond the number the script allows, or after its time', () => {
    assert.equal(asked(script(gil()), [], 'skip'), undefined);
    assert.equal(asked(script(gil(), { followUps: 0 }), [0]), undefined);
    const events = [{ type: 'start', at: 0 }, { type: 'done', at: 31 * 60_000 }, { type: 'next', at: 31 * 60_000 }] as const;
    assert.equal(replay(script(gil()), 'candidate', 0, events).step, 'yourQuestions');
  });
});
