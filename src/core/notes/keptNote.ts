import { cardForms, cardKinds, levels, linkKinds, noteKinds, severities, type Card, type Heading, type Level, type Note, type NoteKind, type NoteLink, type NoteProblem, type Source } from './note';
import { RecordReader } from './recordCodec';

/** What stands beside the heads of many notes. */
export interface KeptBeside {
  /** See `SharedLists`. */
  readonly lists: readonly (readonly string[])[];
  /** May be anything. */
  rest(at: number): unknown;
}

const none: readonly never[] = [];

type NoteRest = Pick<Note, 'gist' | 'appliesTo' | 'related' | 'sources' | 'headings' | 'links' | 'problems'>;

const noRest: NoteRest = { gist: '', appliesTo: none, related: none, sources: none, headings: none, links: none, problems: none };

/** A note as a record says it. Only what the head holds is read at once; see `noteRecord`. */
export class KeptNote implements Note {
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
