import * as vscode from 'vscode';
import { currentPlan, todayOf, type PlanTools } from './currentPlan';
import { interviewDate } from './interviewDate';
import { setInterviewDate } from './setInterviewDate';
import { showPlan, studyCards } from './showPlan';

/** Studying for a date: set it, see what it takes, and study today's part. */
export interface InterviewPlan {
  setDate(): Promise<void>;
  show(): Promise<void>;
  study(): Promise<void>;
}

export function interviewPlan(tools: PlanTools): InterviewPlan {
  const ready = async () => {
    await tools.library.ready;
    await tools.reviews.ready;
  };
  /** The date as it is set; asks for one where there is none. */
  const withDate = async () => interviewDate() ?? ((await setInterviewDate(tools.library, todayOf(tools))) ? interviewDate() : undefined);
  return {
    async setDate() {
      await ready();
      const isSet = await setInterviewDate(tools.library, todayOf(tools));
      const interview = isSet ? interviewDate() : undefined;
      if (interview) await showPlan(interview, tools);
    },
    async show() {
      await ready();
      const interview = await withDate();
      if (interview) await showPlan(interview, tools);
    },
    async study() {
      await ready();
      const interview = await withDate();
      const today = interview && currentPlan(interview, tools).days[0];
      if (today && today.cards.length > 0) await studyCards(today.cards);
      else if (interview) void vscode.window.showInformationMessage(vscode.l10n.t('The plan has nothing more for today.'));
    },
  };
}
