import type { StudyCard } from '../../core/review/dueCards';
import { planForDate, type InterviewPlan } from '../../core/review/planForDate';
import { Scheduler } from '../../core/review/scheduler';
import { studyDay, studyDayStart } from '../../core/review/studyDay';
import { hiddenDepth } from '../../core/topics/hiddenTopics';
import { hiddenTopics } from '../library/hiddenTopics';
import type { Library } from '../library/library';
import type { Reviews, ReviewSettings } from '../library/reviews';
import type { InterviewDate } from './interviewDate';

export interface PlanTools {
  readonly library: Library;
  readonly reviews: Reviews;
  readonly settings: () => ReviewSettings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Number of the present study day. */
export function todayOf({ settings, now }: Pick<PlanTools, 'settings' | 'now'>): number {
  const { tz, dayStart } = settings();
  return studyDay(now(), tz, dayStart);
}

/** The plan as it is now. It is made anew each time: what was not studied yesterday is spread over the days that are left. */
export function currentPlan(interview: InterviewDate, tools: PlanTools): InterviewPlan {
  const { library, reviews, settings, now } = tools;
  const { tz, dayStart } = settings();
  const today = todayOf(tools);
  const cards = cardsInScope(interview.topics, library);
  return planForDate({
    cards,
    stateOf: (card) => reviews.stateOf(card),
    now: now(),
    today,
    interview: interview.day,
    endOfToday: studyDayStart(today + 1, tz, dayStart),
    perDay: interview.perDay,
    seenToday: cards.filter(({ id }) => reviews.stateOf(id)?.lastDay === today).length,
    scheduler: new Scheduler(settings()),
  });
}

function cardsInScope(topics: readonly string[], { index }: Library): readonly StudyCard[] {
  const isMeant = (path: string) => topics.length === 0 || topics.some((topic) => path === topic || path.startsWith(`${topic}/`));
  const hidden = hiddenTopics();
  return index.notes().flatMap(({ cards, topic }) => {
    const path = topic.join('/');
    return isMeant(path) && hiddenDepth(topic, hidden) === 0 ? cards.map(({ id }) => ({ id, topic: path })) : [];
  });
}
