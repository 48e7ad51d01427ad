import type { ReportWords } from '../../../src/core/interview/report';

/** The report's words, short, for tests. */
export const englishWords: ReportWords = {
  dimensions: { depth: 'Technical depth', reasoning: 'Reasoning aloud', communication: 'Communication', testing: 'Testing and trade-offs' },
  bands: { weak: 'weak', fair: 'fair', good: 'good', strong: 'strong' },
  signals: { reasoned: 'said why', concrete: 'gave an example', weighed: 'weighed' },
  verdicts: { strong: 'strong', fair: 'fair', weak: 'weak' },
  summary: 'Result', points: 'Points named', pointsNamed: '{0} of {1} points', time: 'Time', dimension: 'Dimension', score: 'This time', before: 'Before', evidence: 'evidence', notShown: 'not asked',
  dueToday: 'Due today', nothingMissed: 'Nothing was missing.', transcript: 'Transcript', question: 'Question {0}', followUp: 'Follow-up', spoken: 'Answered aloud.', skipped: 'skipped', unknown: 'not known', trap: 'trap',
  silent: 'silent', thought: 'worked towards it', noReason: 'no reason', hedges: 'hedged: {0}', hints: 'with a hint', judged: 'judged as {0}', modelAnswer: 'A model answer', comment: 'Comment by {0}',
};
