import type { Note } from '../notes/note';

/** A note as it is read, and as it would be read if its headings that ask were questions. */
export interface ReadTwice {
  readonly note: Note;
  readonly withHeadings: Note;
}

/** Why something in a note is no card: a problem's code, or `headings` for headings that ask in notes that do not say they are for studying. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** One of them. */
  readonly example: { readonly note: Note; readonly text: string; readonly at: number };
}

export interface FolderReport {
  readonly notes: number;
  readonly topics: number;
  readonly cards: number;
  /** The most frequent first. */
  readonly leftOut: readonly LeftOut[];
  /** Cards more if headings that ask were questions, and some of them from different notes. */
  readonly headings: { readonly count: number; readonly examples: readonly string[] };
}

const mostExamples = 5;
/** What a person would want to know about cards that are missing. Others are about fields, and stand in the Problems panel. */
const aboutCards = new Set(['question-without-answer', 'duplicate-id', 'duplicate-card', 'too-many-cards', 'bracket-in-cloze', 'yaml', 'front-matter-unclosed', 'front-matter-language', 'front-matter-stray-dashes', 'front-matter-no-keys', 'front-matter-too-long', 'unreadable']);

export function folderReport(read: readonly ReadTwice[]): FolderReport {
  const leftOut = new Map<string, { count: number; readonly example: LeftOut['example'] }>();
  const leave = (reason: string, example: LeftOut['example']) => {
    const known = leftOut.get(reason);
    if (known) known.count += 1;
    else leftOut.set(reason, { count: 1, example });
  };
  const byNote: string[][] = [];
  for (const { note, withHeadings } of read) {
    for (const { code, message, range } of note.problems) if (aboutCards.has(code)) leave(code, { note, text: message, at: range.start });
    const taken = new Set(note.cards.map(({ range }) => range.start));
    const more = withHeadings.cards.filter(({ range }) => !taken.has(range.start));
    for (const { front, range } of more) leave('headings', { note, text: front, at: range.start });
    if (more.length > 0) byNote.push(more.map(({ front }) => front));
  }
  return {
    notes: read.length,
    topics: new Set(read.map(({ note }) => note.topic.join('/')).filter((topic) => topic !== '')).size,
    cards: read.reduce((sum, { note }) => sum + note.cards.length, 0),
    leftOut: [...leftOut].map(([reason, { count, example }]) => ({ reason, count, example })).sort((one, other) => other.count - one.count),
    headings: { count: leftOut.get('headings')?.count ?? 0, examples: spread(byNote) },
  };
}

/** The first of each note, then the second of each, so that examples show more than one file. */
function spread(byNote: readonly (readonly string[])[]): readonly string[] {
  const examples: string[] = [];
  for (let turn = 0; examples.length < mostExamples && byNote.some((fronts) => fronts.length > turn); turn += 1) {
    for (const fronts of byNote) {
      const front = fronts[turn];
      if (front !== undefined && examples.length < mostExamples) examples.push(front);
    }
  }
  return examples;
}
