import { asQuestion } from '../../core/interview/asQuestion';
import type { Mode, Question, Script } from '../../core/interview/interview';
import { readInterviewNote, type InterviewItem, type InterviewNote } from '../../core/interview/interviewNote';
import { minutesPerQuestion } from '../../core/interview/buildScript';
import { phrases } from '../../core/interview/phrases';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';

/** An interview note with the cards behind its links. `undefined` where none of them leads to a card. */
export async function scriptOfNote(note: Note, library: Library, mode: Mode): Promise<Script | undefined> {
  const written = readInterviewNote(await library.textOf(note));
  const questions: Question[] = [];
  for (const item of written.items) {
    if (mode === 'judge' && item.recorded === undefined) continue;
    const question = await questionOfItem(note, item, library);
    if (question) questions.push(question);
  }
  return questions.length === 0 ? undefined : scriptWith(note, written, questions);
}

function scriptWith(note: Note, written: InterviewNote, questions: readonly Question[]): Script {
  return {
    title: note.title,
    note: note.id,
    language: written.language ?? 'en',
    levels: note.levels,
    minutes: written.minutes ?? questions.length * minutesPerQuestion,
    opening: written.opening,
    closing: written.closing,
    questions,
    followUps: note.levels.includes('senior') ? 2 : 1,
    asksBack: asksBack(questions),
  };
}

/** Some scripts ask "Do you have questions for us?" as one of their questions. */
export function asksBack(questions: readonly Question[]): boolean {
  const usual = Object.values(phrases).map(({ yourQuestions }) => yourQuestions.toLowerCase());
  return !questions.some(({ front }) => usual.includes(front.toLowerCase()));
}

async function questionOfItem(note: Note, item: InterviewItem, library: Library): Promise<Question | undefined> {
  const card = cardAt(note, item.target, library);
  const listed = item.followUps.flatMap((target) => cardAt(note, target, library) ?? []);
  const { recorded, verdict } = item;
  if (card === undefined) return undefined;
  return await questionOfCard(card, library, listed, { ...(recorded !== undefined && { recorded }), ...(verdict !== undefined && { verdict }) });
}

function cardAt(note: Note, target: string, library: Library): string | undefined {
  const link = library.index.resolveLink(note.id, target);
  return link?.anchor === undefined ? undefined : `${link.note.id}#${link.anchor}`;
}

/** A card with its follow-ups: those listed by the script first, then those nested in its note. */
export async function questionOfCard(cardId: string, library: Library, listed: readonly string[] = [], heard: Pick<Question, 'recorded' | 'verdict'> = {}, above: ReadonlySet<string> = new Set()): Promise<Question | undefined> {
  const found = library.index.card(cardId);
  const content = found && (await library.contentOf(cardId));
  if (!found || !content) return undefined;
  const nested = found.note.cards.filter(({ parent }) => parent === found.card.anchor).map(({ id }) => id);
  const path = new Set([...above, cardId]);
  const followUps: Question[] = [];
  for (const id of new Set([...listed, ...nested])) {
    // A script may list a question below itself.
    const question = path.has(id) ? undefined : await questionOfCard(id, library, [], {}, path);
    if (question) followUps.push(question);
  }
  return asQuestion(found.note, found.card, content, followUps, heard);
}
