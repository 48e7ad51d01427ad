import type { Card, CardContent, Note } from '../notes/note';
import { visibleText } from '../notes/visibleText';
import type { Question } from './interview';

/** A card as an interviewer asks it: openly, also where the quiz offers options. */
export function asQuestion(note: Note, card: Card, content: CardContent, followUps: readonly Question[], heard: Pick<Question, 'recorded' | 'verdict'> = {}): Question {
  const right = content.options.filter(({ correct }) => correct);
  const reasons = right.map(({ text, reason }) => `- ${text}${reason === '' ? '' : `\n\n  ${reason.replace(/\n/g, '\n  ')}`}`).join('\n');
  return {
    card: card.id,
    front: content.front,
    stem: content.stem,
    ...(content.hint !== undefined && { hint: content.hint }),
    answer: [reasons, content.answer].filter((part) => part.trim() !== '').join('\n\n'),
    points: content.points.length > 0 ? content.points : right.length > 0 ? right.map(({ text }) => visibleText(text)) : firstSentences(content.answer),
    ...(content.trap !== undefined && { trap: content.trap }),
    topic: note.topic.join('/'),
    personal: isPersonal(note),
    followUps,
    ...heard,
  };
}

/** Questions about the person stand in notes with the tag `personality` (or `behavioural`). */
export function isPersonal({ tags, topic }: Pick<Note, 'tags' | 'topic'>): boolean {
  return tags.some((tag) => tag === 'personality' || tag === 'behavioural') || topic.includes('personality');
}

/** Where an author wrote no points: what the model answer begins with. */
function firstSentences(answer: string): readonly string[] {
  const prose = answer.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '').split(/\n\s*\n/)[0] ?? '';
  return visibleText(prose)
    .split(/(?<=[.!?。])\s+/u)
    .filter((sentence) => sentence !== '')
    .slice(0, 3)
    .map((sentence) => (sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence));
}
