/**
 * Finds notes by what they are called, what they ask and which names they explain. A pass over all of it answers each key: in a library
 * where thousands of questions start alike, an index spends its time on scoring what nobody looks at (measured, see the bench). Only where
 * nothing is found, a slip of the finger is looked for in an index, see `LooseSearch`. Texts of notes are searched in `bodySearch.ts`.
 */
import type { Note } from '../notes/note';
import { eachFolded, folded, searchWords } from './searchWords';

/** A place that a query leads to. */
export interface SearchHit {
  readonly note: Note;
  readonly kind: 'note' | 'question' | 'heading' | 'symbol';
  /** What matched, as it is written. */
  readonly text: string;
  /** Anchor of the card or slug of the heading; absent: the note's beginning. */
  readonly place?: string;
  /** The other name by which the note was found. */
  readonly alias?: string;
}

/** What a note is found by, folded: title and aliases, then symbols, then topic, tags, questions and headings. */
interface Row {
  readonly note: Note;
  readonly text: string;
  readonly namesEnd: number;
  readonly symbolsEnd: number;
}

type Rank = 0 | 1 | 2 | 3;
const previous = [-1, 0, 1, 2] as const;

const mostPlacesInNote = 3;
const longestShortWord = 3;
const letter = /[\p{L}\p{M}\p{N}]/u;
/** Shorter queries are met everywhere: only names are looked at. Two Korean or Chinese letters are a word. */
const shortestQuery = 3;
const firstEasternLetter = 0x1100;
/** Nobody reads on behind so many; sorting them all would take most of the time. */
const mostOfRank = 500;
/** Stands in no folded text that people write. */
const border = '\u0001';

export class NoteSearch {
  private rows: Row[] = [];
  private readonly known = new WeakMap<Note, Row>();
  private waiting: readonly Note[] = [];
  private at = 0;
  private all: readonly Note[] | undefined;

  /** `notes`: all there are now. They are found once `readSome` has been through them; those it knows already cost nothing. */
  useNotes(notes: readonly Note[]): void {
    if (notes === this.all) return;
    this.all = notes;
    this.rows = notes.flatMap((note) => this.known.get(note) ?? []);
    this.waiting = notes.filter((note) => !this.known.has(note));
    this.at = 0;
  }

  /** Goes on for this many notes. True while more wait. */
  readSome(most: number): boolean {
    const notes = this.waiting.slice(this.at, this.at + most);
    this.at += notes.length;
    const texts = eachFolded(notes.map(writtenIn));
    notes.forEach((note, index) => {
      const row = rowOf(note, texts[index] ?? '');
      this.known.set(note, row);
      this.rows.push(row);
    });
    return this.at < this.waiting.length;
  }

  /** At most `most` hits, the best first. */
  find(query: string, most: number): readonly SearchHit[] {
    const words = searchWords(query);
    if (words.length === 0) return [];
    const start = folded(query).trim();
    const isShort = start.length < shortestQuery && start.charCodeAt(0) < firstEasternLetter;
    const found: readonly [Row[], Row[], Row[], Row[]] = [[], [], [], []];
    const longestFirst = [...words].sort((one, other) => other.length - one.length);
    /** What ranks behind it would not be among the hits. */
    let last: Rank | -1 = isShort ? 1 : 3;
    for (const row of this.rows) {
      const rank = rankOf(row, longestFirst, start, last);
      if (rank === undefined) continue;
      if (found[rank].push(row) >= Math.max(most, mostOfRank)) last = previous[rank];
      if (last < 0) break;
    }
    const shortFirst = (rows: Row[]) => rows.sort((one, other) => one.namesEnd - other.namesEnd);
    const notes = [...shortFirst(found[0]), ...shortFirst(found[1]), ...found[2], ...found[3]].slice(0, most);
    return notes.flatMap(({ note }) => placesIn(note, words)).slice(0, most);
  }
}

/** 0: a name starts like the query; 1: the words stand in names; 2: in symbols; 3: elsewhere. `undefined`: behind `last`, or not all of them are there. */
function rankOf({ note, text, namesEnd, symbolsEnd }: Row, words: readonly string[], start: string, last: Rank | -1): Rank | undefined {
  // What starts like the query holds its words.
  if (text.startsWith(start) || (note.aliases.length > 0 && text.slice(0, namesEnd).includes(`\n${start}`))) return 0;
  if (last <= 0) return undefined;
  const end = last === 1 ? namesEnd : last === 2 ? symbolsEnd : Infinity;
  let farthest = 0;
  for (const word of words) {
    const at = word.length <= longestShortWord ? wordStart(text, word, end) : text.indexOf(word);
    if (at < 0 || at >= end) return undefined;
    farthest = Math.max(farthest, at);
  }
  return farthest > symbolsEnd ? 3 : farthest > namesEnd ? 2 : 1;
}

/** `gil` stands in `agile`, but nobody looks for it there. */
function wordStart(text: string, word: string, end: number): number {
  for (let at = text.indexOf(word); at >= 0 && at < end; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter(text, at - 1) || word.charCodeAt(0) >= firstEasternLetter) return at;
  }
  return -1;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : letter.test(text.charAt(at));
}

function rowOf(note: Note, text: string): Row {
  const namesEnd = text.indexOf(border);
  return { note, text, namesEnd, symbolsEnd: text.indexOf(border, namesEnd + 1) };
}

/** All that a note is found by. */
function writtenIn(note: Note): string {
  const { aliases, hover, tags, cards, headings } = note;
  let written = note.title;
  for (const alias of aliases) written += `\n${alias}`;
  written += border;
  for (const name of hover) written += `\n${name}`;
  written += border + note.topic.join('/');
  for (const tag of tags) written += `\n${tag}`;
  for (const { front } of cards) written += `\n${front}`;
  // Most headings have been said: they are the title, or a question. Both lists are in the order of the text.
  let next = 0;
  for (const { text } of headings) {
    while (cards[next]?.form !== undefined) next += 1;
    if (text === cards[next]?.front) next += 1;
    else if (text !== note.title) written += `\n${text}`;
  }
  return written;
}

/** Where in the note the words stand: its names, a symbol, or the questions and headings that hold most of them. */
export function placesIn(note: Note, words: readonly string[]): readonly SearchHit[] {
  const held = (text: string) => {
    const within = folded(text);
    return words.filter((word) => within.includes(word)).length;
  };
  const whole: SearchHit = { note, kind: 'note', text: note.title };
  const named = held([note.title, ...note.aliases].join('\n'));
  if (named === words.length) {
    const alias = held(note.title) < words.length ? note.aliases.find((name) => held(name) === words.length) : undefined;
    return [alias === undefined ? whole : { ...whole, alias }];
  }
  const symbol = note.hover.find((name) => held(name) === words.length);
  if (symbol !== undefined) return [{ note, kind: 'symbol', text: symbol }];
  const fronts = new Set(note.cards.map(({ front }) => front));
  const places: readonly SearchHit[] = [
    ...note.cards.map(({ front, anchor }) => ({ note, kind: 'question', text: front, place: anchor }) as const),
    ...note.headings.filter(({ text }) => text !== note.title && !fronts.has(text)).map(({ text, slug }) => ({ note, kind: 'heading', text, place: slug }) as const),
  ];
  const counted = places.map((hit) => ({ hit, count: held(hit.text) })).filter(({ count }) => count > named);
  const best = counted.reduce((most, { count }) => Math.max(most, count), 0);
  const chosen = counted.filter(({ count }) => count === best).slice(0, mostPlacesInNote);
  return chosen.length > 0 ? chosen.map(({ hit }) => hit) : [whole];
}
