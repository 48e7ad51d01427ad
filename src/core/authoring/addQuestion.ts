import type { Note } from '../notes/note';
import { afterLineEnd } from '../notes/writtenId';
import { edited, insertion, lineEnding, type TextEdit } from './textEdit';

export interface NewQuestion {
  /** One line; gets a question mark if it has none. */
  readonly question: string;
  /** Markdown. Empty: still to be written. */
  readonly answer: string;
}

export interface AddedQuestion {
  readonly edit: TextEdit;
  /** Where the answer begins in the text after the edit. */
  readonly answerAt: number;
  readonly answerEnd: number;
}

/**
 * The question as a heading at the end of the note's section of questions (the last heading that holds questions), else at the end of the
 * note. With an id where the note's headings are no questions by themselves. `parse` reads a text as this note.
 */
export function addQuestion(text: string, { question, answer }: NewQuestion, parse: (text: string) => Note): AddedQuestion {
  const note = parse(text);
  const asked = note.cards.filter(({ form, parent }) => form === undefined && parent === undefined).at(-1);
  const heading = note.headings.find(({ range }) => range.start === asked?.range.start);
  const level = heading?.level ?? (note.headings.some((known) => known.level === 2) ? 3 : 2);
  const at = heading ? endOfSection(note, text, heading.range.start, heading.level) : text.length;
  const line = /[?？]$/.test(question.trim()) ? question.trim() : `${question.trim()}?`;
  const plain = written(text, at, `${'#'.repeat(level)} ${line}`, answer);
  const isCard = (edit: TextEdit) => parse(edited(text, [edit])).cards.length > note.cards.length;
  // Without an answer it becomes a card only later; what counts is that it can.
  const trial = written(text, at, `${'#'.repeat(level)} ${line}`, answer.trim() === '' ? 'x' : answer);
  return isCard(trial.edit) ? plain : written(text, at, `${'#'.repeat(level)} ${line} <!-- ^${freeId(note, line)} -->`, answer);
}

/** Text as the answer to a question: code from a file goes into a fence that is longer than any in it. */
export function asAnswer(selected: string, language: string): string {
  const text = withoutIndent(selected).replace(/\s+$/, '');
  if (language === 'markdown') return text;
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function written(text: string, at: number, heading: string, answer: string): AddedQuestion {
  const end = lineEnding(text);
  const before = text.slice(0, at);
  const gap = before.trim() === '' ? '' : end.repeat(Math.max(0, 2 - lineEndsAt(before)));
  const rest = at < text.length ? end : '';
  const body = answer.replace(/\r\n|\r|\n/g, end);
  const start = `${gap}${heading}${end}${end}`;
  return { edit: insertion(at, `${start}${body}${end}${rest}`), answerAt: at + start.length, answerEnd: at + start.length + body.length };
}

/** How many line ends a text closes with, at most 2. */
function lineEndsAt(text: string): number {
  return Math.min(2, /(?:\r\n|\r|\n)*$/.exec(text.slice(-4))?.[0].match(/\r\n|\r|\n/g)?.length ?? 0);
}

function endOfSection(note: Note, text: string, start: number, level: number): number {
  const next = note.headings.find((heading) => heading.range.start > start && heading.level <= level);
  if (next) return next.range.start;
  // Behind the last line, which may lack its end.
  return text.length === 0 ? 0 : Math.min(text.length, afterLineEnd(text, text.length));
}

function freeId(note: Note, question: string): string {
  const words = question.normalize('NFKD').toLowerCase().match(/[a-z0-9]+/g)?.slice(0, 6).join('-').slice(0, 50) ?? '';
  const taken = new Set(note.cards.map(({ anchor }) => anchor));
  const base = words === '' ? 'question' : words;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function withoutIndent(text: string): string {
  const lines = text.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').split(/\r\n|\r|\n/);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const common = indents.reduce((shared, indent) => (shared.startsWith(indent) ? indent : indent.startsWith(shared) ? shared : ''), indents[0] ?? '');
  return lines.map((line) => (line.startsWith(common) ? line.slice(common.length) : line)).join('\n');
}
