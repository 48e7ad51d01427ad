import type { FollowUpKind, Language } from './interview';

/** What the interviewer says, in the language of the interview. */
export interface Phrases {
  readonly name: string;
  readonly opening: string;
  readonly closing: string;
  readonly yourQuestions: string;
  /** For someone who does not know the answer: ways to think aloud instead of silence. */
  readonly prompts: readonly string[];
  readonly followUps: Readonly<Record<Exclude<FollowUpKind, 'missed' | 'deeper'>, string>>;
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    name: 'English',
    opening: 'Thank you for coming. We talk about your experience and about technology. Think aloud: how you get to an answer interests us as much as the answer. When you do not know something, say so, and say what you would try.',
    closing: 'Thank you for your time. That was all from our side.',
    yourQuestions: 'Do you have questions for us?',
    prompts: ['What do you know that comes close to it? Start there.', 'What would you try, measure or read first to find out?', 'If you had to guess: what would you say, and what speaks for it?'],
    followUps: {
      hint: 'Take another look at it, with this in mind.',
      why: 'Why is it like that? What would go wrong otherwise?',
      another: 'Is there another way, and when would you choose it?',
    },
  },
  ko: {
    name: '한국어',
    opening: '와 주셔서 감사합니다. 경험과 기술에 대해 이야기하겠습니다. 생각하는 과정을 소리 내어 말씀해 주세요. 답만큼 과정도 궁금합니다. 모르는 것은 모른다고 하시고, 어떻게 알아볼지 말씀해 주세요.',
    closing: '시간 내 주셔서 감사합니다. 저희 질문은 여기까지입니다.',
    yourQuestions: '저희에게 궁금한 점이 있으신가요?',
    prompts: ['이와 가까운 것 중에 아는 것은 무엇인가요? 거기서 시작해 보세요.', '알아내려면 무엇을 먼저 해 보거나 측정하거나 읽어 보시겠어요?', '추측한다면 무엇이라고 하시겠어요? 근거는 무엇인가요?'],
    followUps: {
      hint: '이 점을 생각하면서 다시 한번 말씀해 주세요.',
      why: '왜 그럴까요? 그렇지 않다면 무엇이 잘못될까요?',
      another: '다른 방법도 있을까요? 언제 그 방법을 고르시겠어요?',
    },
  },
  ru: {
    name: 'Русский',
    opening: 'Спасибо, что пришли. Поговорим о вашем опыте и о технологиях. Рассуждайте вслух: ход мысли нам так же интересен, как ответ. Если чего-то не знаете, так и скажите, и расскажите, как бы вы это выяснили.',
    closing: 'Спасибо за разговор. С нашей стороны это всё.',
    yourQuestions: 'Есть ли у вас вопросы к нам?',
    prompts: ['Что близкое к этому вы знаете? Начните с него.', 'Что бы вы сначала попробовали, измерили или прочитали, чтобы выяснить?', 'Если предположить: что бы вы сказали и почему?'],
    followUps: {
      hint: 'Попробуйте ещё раз, имея в виду вот что.',
      why: 'Почему это так? Что бы иначе пошло не так?',
      another: 'Есть ли другой способ, и когда вы бы его выбрали?',
    },
  },
};
