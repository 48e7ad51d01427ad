import type { Level, Note } from '../../core/notes/note';
import { levels } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { StudyCard } from '../../core/review/dueCards';
import { hiddenDepth } from '../../core/topics/hiddenTopics';
import type { QuizScope } from '../commands';
import { hiddenTopics } from '../library/hiddenTopics';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';

/** What a quiz asks about; the fields that are there must all be met. Without any: everything. */
export interface WiderScope extends QuizScope {
  readonly tag?: string;
  readonly level?: Level;
  /** Only cards that carry a flag. */
  readonly flagged?: boolean;
  /** The cards come from a plan: they are asked whether they are due or not, and count. */
  readonly planned?: boolean;
}

/** The cards that a scope names, in the order of the topic tree. */
export function cardsOf(scope: WiderScope, library: Library, reviews: Reviews): readonly StudyCard[] {
  const flagged = scope.flagged ? new Set(reviews.flagged()) : undefined;
  if (flagged?.size === 0) return [];
  const cards = scope.cards ? namedCards(scope.cards, library) : notesOf(scope, library).flatMap(studyCards);
  return flagged ? cards.filter(({ id }) => flagged.has(id)) : cards;
}

function namedCards(ids: readonly string[], { index }: Library): readonly StudyCard[] {
  return ids.flatMap((id) => {
    const found = index.card(id);
    return found ? [{ id, topic: found.note.topic.join('/') }] : [];
  });
}

function studyCards({ cards, topic }: Note): readonly StudyCard[] {
  const path = topic.join('/');
  return cards.map(({ id }) => ({ id, topic: path }));
}

/** The notes whose cards a scope names; every scope but `cards` and `flagged` names whole notes. */
function notesOf({ note, topic, tag, level }: WiderScope, { index }: Library): readonly Note[] {
  const notes = note === undefined ? notHidden(everyTopic(index.topics(), topic).flatMap((each) => each.notes), topic) : [index.note(note)].filter((found) => found !== undefined);
  return notes.filter(({ tags, levels: own }) => (tag === undefined || tags.includes(tag)) && (level === undefined || own.includes(level)));
}

/** Leaves out what is not for the interview, unless a hidden topic itself was asked for. */
function notHidden(notes: readonly Note[], topic: string | undefined): readonly Note[] {
  const hidden = hiddenTopics();
  if (topic !== undefined && hiddenDepth(topic.split('/'), hidden) > 0) return notes;
  return notes.filter((note) => hiddenDepth(note.topic, hidden) === 0);
}

/** A topic and all below it; without a path, every topic. The root itself has the notes without a topic. */
export function everyTopic(root: TopicNode, path?: string): readonly TopicNode[] {
  const all = (topic: TopicNode): TopicNode[] => [topic, ...topic.topics.flatMap(all)];
  const topics = all(root);
  return path === undefined ? topics : topics.filter((topic) => topic.path === path || topic.path.startsWith(`${path}/`));
}

/** Narrows a command's argument; VS Code's own menus hand over something else. */
export function isScope(value: unknown): value is WiderScope {
  if (typeof value !== 'object' || value === null) return false;
  const isText = (key: 'topic' | 'note' | 'tag') => key in value && typeof (value as Record<string, unknown>)[key] === 'string';
  if (isText('topic') || isText('note') || isText('tag')) return true;
  if ('level' in value) return levels.some((level) => level === value.level);
  if ('flagged' in value) return value.flagged === true;
  return 'cards' in value && Array.isArray(value.cards) && value.cards.every((card) => typeof card === 'string');
}
