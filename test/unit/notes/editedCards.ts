import { knownCards, type KnownCard } from '../../../src/core/notes/similarCards';
import { notePlace } from '../../../src/core/notes/notePlace';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { seeded } from './seeded';

type Random = ReturnType<typeof seeded>;

/** A question with its answer as a person keeps it in mind, whatever the files say. */
export interface Question {
  readonly key: number;
  front: string;
  answer: string;
  id: string | undefined;
}

/** A small collection: notes by path, each with its questions in order. */
export type Collection = Map<string, Question[]>;

const subjects = ['a generator', 'a coroutine', 'the event loop', 'an index', 'a transaction', 'a decorator', 'a migration', 'a queue', 'a cache', 'a cookie', 'a context manager', 'an iterator', 'a lock', 'a savepoint', 'a signal', 'a worker', 'дескриптор', 'транзакция', '제너레이터', '이벤트 루프'];
const asks = ['Why does {} need so much memory?', 'How do you test {} without a network?', 'What happens when {} is closed twice?', 'When would you avoid {}?', 'What changed about {} in version 3.{n}?', 'What is {}?', 'Is {} safe to share between threads?', 'Is {} asynchronous by default?', 'Which problems does {} solve for a team of {n}?', 'Что делает {} при ошибке номер {n}?', '{}는 언제 {n}번 실행되는가?'];
const facts = ['It keeps its state between calls, so that each next value costs little.', 'Because the connection is handed back to the pool, which checks it first.', 'Nothing, and that is why it is so hard to see in a log.', 'The first error wins; the others are attached to it as notes.', 'Он хранит состояние между вызовами и ничего не копирует.', '상태를 호출 사이에 보존하기 때문이다.', 'Yes.', 'No.', 'It depends on the isolation level.', 'Measure it first: the profile names the function.'];

function aQuestion(key: number, random: Random): Question {
  const front = random.pick(asks).replace('{}', random.pick(subjects)).replace('{n}', String(key));
  const answer = random.next() < 0.15 ? random.pick(['Yes.', 'No.', 'It depends.']) : Array.from({ length: 1 + random.below(4) }, () => random.pick(facts)).join(' ') + ` (${key})`;
  return { key, front, answer, id: random.next() < 0.3 ? `id-${key}` : undefined };
}

export function aCollection(random: Random, notes: number, perNote: number): Collection {
  const collection: Collection = new Map();
  let key = 1;
  for (let n = 0; n < notes; n++) collection.set(`topic${n % 3}/note${n}.md`, Array.from({ length: perNote }, () => aQuestion(key++, random)));
  return collection;
}

function textOf(questions: readonly Question[]): string {
  return `---\ntopic: x\n---\n${questions.map(({ front, answer, id }) => `## ${front}${id === undefined ? '' : ` <!-- ^${id} -->`}\n\n${answer}\n`).join('\n')}`;
}

/** Cards by the question they are. Cards whose text repeats another are none. */
export function cardsByKey(collection: Collection): Map<number, KnownCard> {
  const cards = new Map<number, KnownCard>();
  for (const [path, questions] of collection) {
    const text = textOf(questions);
    const note = parseNote(notePlace('mine', path), text);
    const known = knownCards(note);
    note.cards.forEach((card, index) => {
      const line = text.slice(card.range.start, text.indexOf('\n', card.range.start));
      const question = questions.find((one) => `## ${one.front}${one.id === undefined ? '' : ` <!-- ^${one.id} -->`}` === line && text.slice(card.range.start, card.range.end).includes(one.answer));
      const found = known[index];
      if (question && found) cards.set(question.key, found);
    });
  }
  return cards;
}

/** A letter wrong, doubled, lost or swapped in a longer word. */
function misspelt(text: string, random: Random): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (/^\p{L}{5,}$/u.test(word) ? [index] : []));
  if (long.length === 0) return text;
  const index = random.pick(long);
  const word = words[index] ?? '';
  const at = 1 + random.below(word.length - 2);
  words[index] = random.pick([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + word.charAt(at) + word.slice(at), word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)]);
  return words.join(' ');
}

export type EditKind = (typeof editKinds)[number];
/** What people do to their notes, and (the last five) what only looks like it. */
export const editKinds = ['typo', 'capitals', 'answer rewritten', 'answer and typo', 'moved', 'moved and answer', 'note renamed', 'reordered', 'rephrased', 'replaced', 'deleted and another added', 'number changed', 'negated', 'asked of another thing'] as const;

/** Applies one edit. The keys that it makes into other questions are answered: they must not be linked. */
export function edit(kind: EditKind, collection: Collection, random: Random, nextKey: () => number): readonly number[] {
  const paths = [...collection.keys()].filter((path) => (collection.get(path)?.length ?? 0) > 1);
  const path = random.pick(paths);
  const questions = collection.get(path) ?? [];
  const at = random.below(questions.length);
  const question = questions[at];
  if (!question) return [];
  const swap = (front: string, answer = question.answer): readonly number[] => {
    questions[at] = { key: nextKey(), front, answer, id: undefined };
    return [question.key];
  };
  switch (kind) {
    case 'typo':
      question.front = misspelt(question.front, random);
      return [];
    case 'capitals':
      question.front = question.front.replace(/^./, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())).replace(/\?$/, ' ?');
      return [];
    case 'answer rewritten':
      question.answer = `${random.pick(facts)} ${random.pick(facts)} Rewritten.`;
      return [];
    case 'answer and typo':
      question.front = misspelt(question.front, random);
      question.answer += ' One more thing.';
      return [];
    case 'moved':
    case 'moved and answer': {
      const others = collection.get(random.pick(paths.filter((other) => other !== path))) ?? [];
      questions.splice(at, 1);
      others.splice(random.below(others.length + 1), 0, question);
      if (kind === 'moved and answer') question.answer += ' As we know today.';
      return [];
    }
    case 'note renamed':
      collection.delete(path);
      collection.set(path.replace(/[^/]*$/, `renamed-${nextKey()}.md`), questions);
      return [];
    case 'reordered':
      questions.reverse();
      return [];
    case 'rephrased':
      question.front = random.pick(['In your own words: ', 'Explain to a junior: ', 'From the beginning: ']) + question.front.toLowerCase();
      return [];
    case 'replaced':
    case 'deleted and another added': {
      questions.splice(at, 1);
      const target = kind === 'replaced' ? questions : (collection.get(random.pick(paths)) ?? questions);
      target.splice(random.below(target.length + 1), 0, { ...aQuestion(nextKey(), random), id: undefined });
      return [question.key];
    }
    case 'number changed':
      return swap(question.front.replace(/\d+/, (number) => String(Number(number) + 1)).replace(/^(\D*)$/, 'In version 4: $1'), `${random.pick(facts)} ${random.pick(facts)} Other.`);
    case 'negated':
      return swap(question.front.replace(/asynchronous/, 'synchronous').replace(/\bIs\b/, 'Is not').replace(/\bneed\b/, 'not need').replace(/\bavoid\b/, 'prefer').replace(/\?$/, ' not?'), random.pick(['Yes.', 'No.', `${random.pick(facts)} Negated.`]));
    case 'asked of another thing':
      return swap(subjects.reduce((front, subject) => front.replace(subject, 'a thread pool'), question.front), `${random.pick(facts)} Another.`);
  }
}
