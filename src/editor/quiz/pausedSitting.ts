import { leftIn, type QuizSession } from '../../core/quiz/quizSession';
import { isScope } from './quizScope';
import type { Sitting } from './runQuiz';

/** What an earlier session left behind; checked, because another version may have written it. */
export function pausedSitting(value: unknown): Sitting | undefined {
  if (typeof value !== 'object' || value === null || !('session' in value)) return undefined;
  const { session } = value;
  if (!isSession(session) || leftIn(session) === 0) return undefined;
  const scope = 'scope' in value && isScope(value.scope) ? value.scope : {};
  const began = 'began' in value && typeof value.began === 'number' ? value.began : Infinity;
  return { session, practice: 'practice' in value && value.practice === true, scope, began };
}

function isSession(value: unknown): value is QuizSession {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['queue', 'waiting', 'answers'].every((key) => Array.isArray((value as Record<string, unknown>)[key]));
  return lists && 'size' in value && typeof value.size === 'number' && 'seed' in value && typeof value.seed === 'number';
}
