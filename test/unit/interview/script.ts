import type { Question, Script } from '../../../src/core/interview/interview';

export function aQuestion(part: Partial<Question> = {}): Question {
  return { card: 'pack:python/gil#gil-why', front: 'Why does CPython have a GIL?', stem: '', answer: 'Reference counts.', points: ['Reference counts must not be corrupted', 'One lock is cheap for one thread'], topic: 'python', personal: false, followUps: [], ...part };
}

export function aScript(part: Partial<Script> = {}): Script {
  return { title: 'Six', language: 'en', levels: ['middle'], minutes: 30, opening: '', closing: '', questions: [aQuestion()], followUps: 1, asksBack: true, ...part };
}

/** Six questions with everything that a script can have. */
export function sixQuestions(): Script {
  const finer = aQuestion({ card: 'pack:python/gil#finer', front: 'Would finer locks have been enough?', points: ['Slower with one thread'], followUps: [aQuestion({ card: 'pack:python/gil#deeper', front: 'And now?', points: ['Biased counting'] })] });
  return aScript({
    followUps: 2,
    questions: [
      aQuestion({ card: 'pack:career/you#proud', front: 'What are you proud of?', points: ['A decision of your own', 'Its effect with a number'], topic: 'career', personal: true, recorded: 'I decided it.' }),
      aQuestion({ hint: 'Count.', trap: 'Interpreted.', followUps: [finer] }),
      aQuestion({ card: 'pack:python/output#print', front: 'What does this print?', points: [] }),
      aQuestion({ card: 'pack:databases/slow#slow', front: 'How do you find a slow query?', points: ['Measure first', 'Read the execution plan', 'Add an index'], topic: 'databases', hint: 'Look at the plan.' }),
      aQuestion({ card: 'pack:databases/tx#what', front: 'What is a transaction?', points: ['Statements succeed or fail together'], topic: 'databases', recorded: 'All or nothing.' }),
      aQuestion({ card: 'pack:web/http#idempotent', front: 'What does idempotent mean?', points: ['Repeating has no further effect'], topic: 'web' }),
    ],
  });
}
