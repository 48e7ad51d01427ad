/**
 * How a note is kept between two sessions: its texts in one string and its numbers in one list, which JSON reads several times faster than the
 * objects of a note. The head holds what is asked of every note at the start; the rest is read when it is first asked for. Nothing that is read
 * is believed: a wrong head is no note, and a wrong rest is an empty one.
 */
import {
  cardForms,
  cardKinds,
  levels,
  linkKinds,
  noteKinds,
  severities,
  type Card,
  type Heading,
  type Level,
  type Note,
  type NoteKind,
  type NoteLink,
  type NoteProblem,
  type Source,
} from './note';
import { RecordReader, RecordWriter, SharedLists, type WrittenRecord } from './recordCodec';

export interface NoteRecord {
  readonly head: WrittenRecord;
  readonly rest: WrittenRecord;
}

/** What stands beside the heads of many notes. */
export interface KeptBeside {
  /** See `SharedLists`. */
  readonly lists: readonly (readonly string[])[];
  /** May be anything. */
  rest(at: number): unknown;
}

/** Changes whenever the meaning of a record does. */
export const noteRecordFormat = 1;

/** `undefined` where the note holds what a record cannot. */
export function noteRecord(note: Note, shared: SharedLists): NoteRecord | undefined {
  const [head, rest] = [writtenHead(note, shared), writtenRest(note)];
  return head && rest && { head, rest };
}

/** The note of a head and of the rest that stands `at` there. `undefined` where the head is none of a note with this root. */
export function noteOfRecord(head: unknown, root: string, beside: KeptBeside, at: number): Note | undefined {
  const record = RecordReader.of(head);
  const note = record && new KeptNote(record, beside, at);
  return record?.isDone && note?.id.startsWith(root) && note.id.charAt(root.length) === ':' ? note : undefined;
}

/** Whether both say the same in every field. */
export function isSameNote(a: Note, b: Note): boolean {
  const shared = new SharedLists();
  return isSameRecord(writtenHead(a, shared), writtenHead(b, shared)) && isSameRecord(writtenRest(a), writtenRest(b));
}

function isSameRecord(a: WrittenRecord | undefined, b: WrittenRecord | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1].length === b[1].length && a[1].every((number, index) => number === b[1][index]);
}

function writtenHead(note: Note, shared: SharedLists): WrittenRecord | undefined {
  const head = new RecordWriter();
  head.texts(note.id, note.title);
  head.optional(note.language);
  head.optional(note.verified);
  head.optional(note.copyOf);
  head.numbers(shared.placeOf(note.topic), shared.placeOf(note.tags));
  for (const list of [note.aliases, note.hover]) head.each(list, (text) => head.texts(text));
  head.each(note.levels, (level) => head.numbers(levels.indexOf(level)));
  head.numbers(noteKinds.indexOf(note.kind), note.bodyStart);
  head.each(note.cards, ({ anchor, explicit, kind, front, range, form, cuts = none, parent, answerHash }) => {
    head.texts(anchor, front, answerHash);
    head.numbers(Number(explicit), cardKinds.indexOf(kind), form === undefined ? 0 : 1 + cardForms.indexOf(form), range.start, range.end);
    head.optional(parent);
    head.each(cuts, ({ start, end }) => head.numbers(start, end));
  });
  return head.written();
}

function writtenRest(note: Note): WrittenRecord | undefined {
  const rest = new RecordWriter();
  rest.texts(note.gist);
  for (const list of [note.appliesTo, note.related]) rest.each(list, (text) => rest.texts(text));
  rest.each(note.sources, ({ title, url }) => {
    rest.optional(title);
    rest.texts(url);
  });
  rest.each(note.headings, ({ level, text, slug, range }) => {
    rest.texts(text, slug);
    rest.numbers(level, range.start, range.end);
  });
  rest.each(note.links, ({ kind, target, range }) => {
    rest.texts(target);
    rest.numbers(linkKinds.indexOf(kind), range.start, range.end);
  });
  rest.each(note.problems, ({ code, message, severity, range }) => {
    rest.texts(code, message);
    rest.numbers(severities.indexOf(severity), range.start, range.end);
  });
  return rest.written();
}

const none: readonly never[] = [];

type NoteRest = Pick<Note, 'gist' | 'appliesTo' | 'related' | 'sources' | 'headings' | 'links' | 'problems'>;

const noRest: NoteRest = { gist: '', appliesTo: none, related: none, sources: none, headings: none, links: none, problems: none };

class KeptNote implements Note {
  readonly id: string;
  readonly title: string;
  readonly language: string | undefined;
  readonly verified: string | undefined;
  readonly copyOf: string | undefined;
  readonly topic: readonly string[];
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly hover: readonly string[];
  readonly levels: readonly Level[];
  readonly kind: NoteKind;
  readonly bodyStart: number;
  readonly cards: readonly Card[];
  private known: NoteRest | undefined;

  constructor(
    head: RecordReader,
    private readonly beside: KeptBeside,
    private readonly at: number,
  ) {
    this.id = head.text();
    this.title = head.text();
    this.language = head.optional();
    this.verified = head.optional();
    this.copyOf = head.optional();
    this.topic = head.oneOfShared(beside.lists);
    this.tags = head.oneOfShared(beside.lists);
    this.aliases = head.list();
    this.hover = head.list();
    this.levels = head.each(readLevel);
    this.kind = head.oneOf(noteKinds);
    this.bodyStart = head.number();
    this.cards = readCards(head, this.id);
    this.known = undefined;
  }

  get gist(): string {
    return this.rest.gist;
  }

  get appliesTo(): readonly string[] {
    return this.rest.appliesTo;
  }

  get related(): readonly string[] {
    return this.rest.related;
  }

  get sources(): readonly Source[] {
    return this.rest.sources;
  }

  get headings(): readonly Heading[] {
    return this.rest.headings;
  }

  get links(): readonly NoteLink[] {
    return this.rest.links;
  }

  get problems(): readonly NoteProblem[] {
    return this.rest.problems;
  }

  private get rest(): NoteRest {
    this.known ??= readRest(RecordReader.of(this.beside.rest(this.at)));
    return this.known;
  }
}

function readLevel(record: RecordReader): Level {
  return record.oneOf(levels);
}

/** Read for every note at once, so it is written without what costs more: lists taken apart, functions made anew. */
function readCards(head: RecordReader, noteId: string): readonly Card[] {
  const count = head.number();
  if (count === 0) return none;
  const cards: Card[] = [];
  while (cards.length < count && head.isRight) cards.push(readCard(head, noteId));
  return cards;
}

function readCard(head: RecordReader, noteId: string): Card {
  const anchor = head.text();
  const front = head.text();
  const answerHash = head.text();
  const explicit = head.number(1) === 1;
  const kind = head.oneOf(cardKinds);
  const form = head.number(cardForms.length);
  const range = head.range();
  const parent = head.optional();
  const cuts = head.each(readRange);
  const card: { -readonly [K in keyof Card]: Card[K] } = { id: `${noteId}#${anchor}`, anchor, explicit, kind, front, range, answerHash };
  if (parent !== undefined) card.parent = parent;
  if (form > 0) card.form = cardForms[form - 1];
  if (cuts.length > 0) card.cuts = cuts;
  return card;
}

function readRange(record: RecordReader): Card['range'] {
  return record.range();
}

function readRest(record: RecordReader | undefined): NoteRest {
  if (!record) return noRest;
  const rest: NoteRest = {
    gist: record.text(),
    appliesTo: record.list(),
    related: record.list(),
    sources: record.each(readSource),
    headings: record.each(readHeading),
    links: record.each(readLink),
    problems: record.each(readProblem),
  };
  return record.isDone ? rest : noRest;
}

function readSource(record: RecordReader): Source {
  const title = record.optional();
  const url = record.text();
  return title === undefined ? { url } : { title, url };
}

function readHeading(record: RecordReader): Heading {
  const [text, slug] = [record.text(), record.text()];
  return { level: record.number(6, 1), text, slug, range: record.range() };
}

function readLink(record: RecordReader): NoteLink {
  const target = record.text();
  return { kind: record.oneOf(linkKinds), target, range: record.range() };
}

function readProblem(record: RecordReader): NoteProblem {
  const [code, message] = [record.text(), record.text()];
  return { code, message, severity: record.oneOf(severities), range: record.range() };
}
