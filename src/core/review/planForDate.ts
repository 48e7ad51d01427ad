import type { CardState } from './cardState';
import type { StudyCard } from './dueCards';
import type { Memory, Scheduler } from './scheduler';

/**
 * What to study until an interview. Ordinary reviews aim at remembering for good; here one day counts. So every card is looked at
 * once more in the last three days, the shakiest ones last, and what does not fit is said rather than left out silently.
 */

export interface PlanRequest {
  /** Cards in scope. Suspended ones are left out. */
  readonly cards: readonly StudyCard[];
  readonly stateOf: (card: string) => CardState | undefined;
  readonly now: number;
  /** Study day numbers. */
  readonly today: number;
  readonly interview: number;
  /** Start of the next study day, ms. */
  readonly endOfToday: number;
  /** Cards a day, new ones included. */
  readonly perDay: number;
  /** Cards seen today already. They have used up some of today's room. */
  readonly seenToday: number;
  readonly scheduler: Scheduler;
}

export interface PlannedDay {
  /** Study day number. */
  readonly day: number;
  /** In the order to ask. */
  readonly cards: readonly string[];
}

export interface PredictedRecall {
  /** Topic or card id. */
  readonly name: string;
  /** Mean probability of recall on the day, 0-1, if the plan is kept and the answers are good. */
  readonly recall: number;
  readonly cards: number;
}

export interface InterviewPlan {
  /** From today up to the day before the interview; the day itself where it is today. */
  readonly days: readonly PlannedDay[];
  /** Cards for whose last look there is no room, best known first. */
  readonly doesNotFit: readonly string[];
  /** Over all cards in scope, 0-1. Absent without cards. */
  readonly recall?: number;
  /** Weakest first. Cards without topic are left out. */
  readonly topics: readonly PredictedRecall[];
  /** The ten weakest cards, weakest first. */
  readonly weakest: readonly PredictedRecall[];
}

/** Study days before the interview in which every card is seen once more. */
const lastLook = 3;
const day = 86_400_000;

interface Learner {
  readonly card: StudyCard;
  memory?: Memory;
  lastDay: number;
  dueDay: number;
}

export function planForDate(request: PlanRequest): InterviewPlan {
  const { today, interview, scheduler } = request;
  const learners = request.cards.flatMap((card) => learnerOf(card, request) ?? []);
  const last = Math.max(today, interview - 1);
  const lookFrom = last - lastLook + 1;
  const firstLook = Math.max(today, lookFrom);
  const days: PlannedDay[] = [];
  const ask = (number: number, asked: readonly Learner[]): void => {
    for (const learner of asked) study(learner, number, scheduler);
    days.push({ day: number, cards: asked.map(({ card }) => card.id) });
  };
  for (let number = today; number < firstLook; number++) ask(number, ordinaryDay(learners, number, firstLook, roomOn(number, request), scheduler));
  // What was seen since the last days began has had its last look.
  const waiting = learners.filter(({ memory, lastDay }) => !memory || lastDay < lookFrom);
  const rooms = Array.from({ length: last - firstLook + 1 }, (_, index) => roomOn(firstLook + index, request));
  const room = rooms.reduce((sum, each) => sum + each, 0);
  const byNeed = shakiestFirst(waiting, interview, scheduler);
  const chosen = byNeed.slice(0, room).reverse();
  const doesNotFit = byNeed.slice(room).reverse();
  // Best known first, so that the shakiest are asked on the eve. Full days at the end, room to breathe at the beginning.
  for (const [index, left] of rooms.entries()) {
    const later = rooms.slice(index + 1).reduce((sum, each) => sum + each, 0);
    ask(firstLook + index, chosen.splice(0, Math.min(left, Math.max(evenShare(chosen.length, rooms.length - index), chosen.length - later))));
  }
  return { days, doesNotFit: doesNotFit.map(({ card }) => card.id), ...predictionOf(learners, interview, scheduler) };
}

function evenShare(cards: number, days: number): number {
  return Math.ceil(cards / days);
}

function roomOn(number: number, { today, perDay, seenToday }: PlanRequest): number {
  return Math.max(0, perDay - (number === today ? seenToday : 0));
}

function learnerOf(card: StudyCard, { stateOf, now, today, endOfToday }: PlanRequest): Learner | undefined {
  const state = stateOf(card.id);
  if (state?.suspended) return undefined;
  if (!state?.memory || state.due === undefined) return { card, lastDay: today, dueDay: today };
  const due = state.ahead ? now : state.due;
  return { card, memory: state.memory, lastDay: Math.min(today, state.lastDay ?? today), dueDay: today + Math.max(0, Math.floor((due - endOfToday) / day) + 1) };
}

/** A day before the last ones: what is due, shakiest first, and the day's share of the new cards. */
function ordinaryDay(learners: readonly Learner[], number: number, firstLook: number, room: number, scheduler: Scheduler): readonly Learner[] {
  const unseen = learners.filter(({ memory }) => !memory);
  const begun = unseen.slice(0, Math.min(room, evenShare(unseen.length, firstLook - number)));
  const due = learners.filter(({ memory, dueDay, lastDay }) => memory && dueDay <= number && lastDay < number);
  return [...shakiestFirst(due, number, scheduler).slice(0, room - begun.length), ...begun];
}

function shakiestFirst(learners: readonly Learner[], number: number, scheduler: Scheduler): readonly Learner[] {
  const keyed = learners.map((learner) => ({ learner, recall: recallOn(learner, number, scheduler) }));
  return keyed.sort((one, other) => one.recall - other.recall).map(({ learner }) => learner);
}

/** The plan reckons with good answers; the plan of the next day knows better. */
function study(learner: Learner, number: number, scheduler: Scheduler): void {
  const first = scheduler.next(learner.memory, learner.memory ? Math.max(0, number - learner.lastDay) : 0, 3);
  learner.memory = learner.memory ? first : scheduler.next(first, 0, 3);
  learner.lastDay = number;
  learner.dueDay = number + scheduler.idealDays(learner.memory);
}

function recallOn({ memory, lastDay }: Learner, number: number, scheduler: Scheduler): number {
  return memory ? scheduler.recall(memory, number - lastDay) : 0;
}

function predictionOf(learners: readonly Learner[], interview: number, scheduler: Scheduler): Pick<InterviewPlan, 'recall' | 'topics' | 'weakest'> {
  const cards = learners.map((learner) => ({ topic: learner.card.topic, name: learner.card.id, recall: recallOn(learner, interview, scheduler), cards: 1 }));
  const topics = new Map<string, { sum: number; cards: number }>();
  for (const { topic, recall } of cards) {
    if (topic === undefined) continue;
    const { sum, cards: count } = topics.get(topic) ?? { sum: 0, cards: 0 };
    topics.set(topic, { sum: sum + recall, cards: count + 1 });
  }
  const weakestFirst = (one: PredictedRecall, other: PredictedRecall): number => one.recall - other.recall;
  return {
    recall: cards.length === 0 ? undefined : cards.reduce((sum, { recall }) => sum + recall, 0) / cards.length,
    topics: [...topics].map(([name, { sum, cards: count }]) => ({ name, recall: sum / count, cards: count })).sort(weakestFirst),
    weakest: cards.map(({ name, recall }) => ({ name, recall, cards: 1 })).sort(weakestFirst).slice(0, 10),
  };
}
