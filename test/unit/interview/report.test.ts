import assert from 'node:assert/strict';
import { replay } from '../../../src/core/interview/advance';
import type { Action } from '../../../src/core/interview/interview';
import { nextScript, pastInterview, topicsToRepeat, trendsOf, type PastInterview } from '../../../src/core/interview/pastInterviews';
import { answerSection, newAnswersNote } from '../../../src/core/interview/personalAnswer';
import { interviewReport } from '../../../src/core/interview/report';
import { bandOf, scoresOf } from '../../../src/core/interview/scores';
import { hedgesIn, signalsIn } from '../../../src/core/interview/signals';
import { parseNote } from '../../../src/core/notes/parseNote';
import { englishWords as words } from './reportWords';
import { aQuestion, aScript } from './script';

const setting = { earlier: [], date: '20 Nov 2026', words };

function finished(text: string, part = aQuestion()) {
  const actions: Action[] = [{ type: 'start' }, { type: 'type', turn: 0, revision: 1, text }, { type: 'done' }, { type: 'next' }, { type: 'next' }, { type: 'next' }];
  return replay(aScript({ questions: [part], followUps: 0 }), 'candidate', 0, actions.map((action, i) => ({ ...action, at: i * 1000 })));
}

describe('The report', () => {
  it('has the transcript with times, points named and missed, and what is due', () => {
    const report = interviewReport(finished('Reference counts would be corrupted, because two threads change them.'), setting);
    for (const part of ['# Six', 'Time: 0:02', 'Points named: 50 %', '| Technical depth | 50 %, fair | – |', '✓ Reference counts must not be corrupted (Reference counts, corrupted)', '✗ One lock is cheap for one thread', '## Result', '### Due today', 'said why: “because”']) assert.ok(report.includes(part), `${part} is not in\n${report}`);
  });

  it('compares with earlier interviews', () => {
    const earlier = [0.2, 0.4].map((depth, i): PastInterview => ({ id: String(i), title: 't', endedAt: i, questions: 1, scores: { depth }, topics: {}, missed: [] }));
    assert.ok(interviewReport(finished('Reference counts would be corrupted'), { ...setting, earlier }).includes('| 20 % → 40 % |'));
  });

  it('quotes what was typed, so that no mark in it breaks the file', () => {
    const report = interviewReport(finished('# Not a heading\n- [x] no task\n<script>alert(1)</script>\n```\n| a | b |\n1. one'), setting);
    const typed = report.split('\n').filter((line) => /heading|no task|alert|a \\\||1..? one/.test(line));
    assert.equal(typed.length, 5);
    for (const line of typed) assert.ok(line.startsWith('> ') && !/[^\\]<script|> #|> ```|> -|> 1\./.test(line), line);
  });

  it('shows a comment in its own section', () => {
    const base = finished('Reference counts');
    assert.match(interviewReport({ ...base, consent: 'Model', comment: 'More reasons.' }, setting), /## Comment by Model\n\n> More reasons\./);
  });
});

describe('The four dimensions', () => {
  it('rest on evidence', () => {
    for (const { value, evidence, dimension } of scoresOf(finished('Reference counts would be corrupted, because 2 threads change them. The trade-off is speed, we measured 30 % in a test.'))) {
      assert.ok(value !== undefined && evidence.length > 0, dimension);
    }
  });

  it('say nothing where nothing was asked', () => {
    const personal = scoresOf(finished('I decided it', aQuestion({ personal: true })));
    assert.deepEqual(personal.map(({ dimension, value }) => [dimension, value !== undefined]), [['depth', false], ['reasoning', false], ['communication', true], ['testing', false]]);
  });

  it('have four bands', () => { assert.deepEqual([0, 0.35, 0.6, 0.8, 1].map(bandOf), ['weak', 'fair', 'good', 'strong', 'strong']); });

  const said: readonly (readonly [string, readonly string[]])[] = [
    ['I use a lock because counts are shared.', ['reasoned']],
    ['Например, в моём проекте было 300 запросов в секунду, потому что кэша не было. Минус: память.', ['reasoned', 'concrete', 'weighed']],
    ['예를 들어 응답이 3초였기 때문에 캐시를 썼습니다. 단점은 메모리입니다.', ['reasoned', 'concrete', 'weighed']],
    ['It is a lock.', []],
    ['The latest contest.', []],
  ];
  for (const [text, expected] of said) it(`hear in “${text}” ${expected.join(', ') || 'nothing'}`, () => { assert.deepEqual(signalsIn(text), expected); });

  it('hear hedging', () => { assert.deepEqual(hedgesIn('Maybe it is kind of a lock, maybe. Наверное.'), ['maybe', 'kind of', 'наверное']); });
});

describe('Past interviews', () => {
  const past = (part: Partial<PastInterview>): PastInterview => ({ id: 'x', title: 't', endedAt: 0, questions: 1, scores: {}, topics: {}, missed: [], ...part });

  it('are summed up by topic', () => {
    const summary = pastInterview('id', finished('Reference counts would be corrupted'));
    assert.deepEqual([summary?.topics, summary?.points, summary?.missed], [{ python: { named: 1, of: 2 } }, 0.5, ['pack:python/gil#gil-why']]);
  });

  it('have a trend per topic, weakest first', () => {
    const list = [past({ topics: { python: { named: 1, of: 4 }, web: { named: 1, of: 1 } } }), past({ topics: { python: { named: 3, of: 4 } } })];
    assert.deepEqual(trendsOf(list), [{ topic: 'python', shares: [0.25, 0.75] }, { topic: 'web', shares: [1] }]);
    assert.deepEqual(topicsToRepeat(list), ['python']);
  });

  it('suggest a script that was not done yet, else the one that went worst', () => {
    assert.equal(nextScript([past({ note: 'a', points: 0.1 })], ['a', 'b']), 'b');
    assert.equal(nextScript([past({ note: 'a', points: 0.9 }), past({ note: 'b', points: 0.3 })], ['a', 'b']), 'b');
    assert.equal(nextScript([], []), undefined);
  });

  it('leave out what was never finished', () => { assert.equal(pastInterview('id', replay(aScript(), 'candidate', 0, [])), undefined); });
});

describe('A personal answer', () => {
  it('becomes a study note with one question, whatever it says', () => {
    const text = newAnswersNote('My "answers"', 'What are you proud of?', 'Line one\n# not a heading\n---\n> no quote\n\nWhy? Because.');
    const note = parseNote({ id: 'mine:my-answers', root: 'mine', path: 'my-answers', folderTopic: [], fileName: 'my-answers' }, text);
    assert.deepEqual(note.problems, []);
    assert.deepEqual(note.cards.map(({ front }) => front), ['What are you proud of?']);
    assert.ok(note.tags.includes('personal-answers'));
  });

  it('is added to those before it', () => { assert.equal(answerSection('Why\nus?', ' Because. '), '## Why us?\n\nBecause.\n'); });
});
