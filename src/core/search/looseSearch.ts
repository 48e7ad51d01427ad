/** For queries that are met nowhere as they are written: slips of the finger, other endings, Korean words with other particles. */
import MiniSearch, { type Query } from 'minisearch';
import type { Note } from '../notes/note';
import { placesIn, type SearchHit } from './noteSearch';
import { indexedWords, searchWords, syllablePairs } from './searchWords';

interface Entry {
  readonly id: number;
  readonly names: string;
  readonly symbols: string;
  readonly questions: string;
  readonly headings: string;
}

export class LooseSearch {
  private readonly engine = new MiniSearch<Entry>({
    fields: ['names', 'symbols', 'questions', 'headings'],
    tokenize: (text) => [...indexedWords(text)],
    processTerm: (term) => term,
    autoVacuum: false,
    searchOptions: { boost: { names: 5, symbols: 3, questions: 2 }, prefix: true, tokenize: (text) => [text], processTerm: (term) => term },
  });
  private readonly notes: (Note | undefined)[] = [];
  private readonly known = new Map<string, { readonly note: Note; readonly entry: number }>();
  private waiting: Note[] = [];

  /** `notes`: all there are now. What is new waits for `indexSome`. */
  useNotes(notes: readonly Note[]): void {
    const present = new Set(notes.map(({ id }) => id));
    for (const [id, { entry }] of this.known) if (!present.has(id)) this.forget(id, entry);
    this.waiting = notes.filter((note) => this.known.get(note.id)?.note !== note).reverse();
  }

  /** Goes on with the index for this many notes. True while more wait. */
  indexSome(most: number): boolean {
    for (let done = 0; done < most; done += 1) {
      const note = this.waiting.pop();
      if (!note) break;
      const known = this.known.get(note.id);
      if (known) this.forget(note.id, known.entry);
      const entry = this.notes.push(note) - 1;
      this.known.set(note.id, { note, entry });
      this.engine.add(entryOf(note, entry));
    }
    return this.waiting.length > 0;
  }

  /** At most `most` hits, the likeliest first. */
  find(query: string, most: number): readonly SearchHit[] {
    const words = searchWords(query);
    if (words.length === 0) return [];
    return this.engine
      .search(looseQuery(words))
      .slice(0, most)
      .flatMap(({ id, terms }) => {
        const note = this.notes[Number(id)];
        return note ? placesIn(note, terms).slice(0, 1) : [];
      });
  }

  private forget(id: string, entry: number): void {
    this.engine.discard(entry);
    this.notes[entry] = undefined;
    this.known.delete(id);
  }
}

function entryOf(note: Note, id: number): Entry {
  return {
    id,
    names: [note.title, ...note.aliases].join('\n'),
    symbols: note.hover.join('\n'),
    questions: note.cards.map(({ front }) => front).join('\n'),
    headings: note.headings.map(({ text }) => text).join('\n'),
  };
}

/** Every word must be met, by its start or nearly; a Korean one by any two syllables of it. */
function looseQuery(words: readonly string[]): Query {
  return {
    combineWith: 'AND',
    queries: words.map((word) => {
      const pairs = syllablePairs(word);
      return pairs.length > 0 ? { combineWith: 'OR', queries: [word, ...pairs] } : { queries: [word], fuzzy: word.length > 3 ? 0.25 : false };
    }),
  };
}
