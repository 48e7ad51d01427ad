/**
 * How a note is kept between two sessions: its texts in one string and its numbers in one list, which JSON reads several times faster than the
 * objects of a note. The head holds what is asked of every note at the start; the rest is read when it is first asked for. Nothing that is read
 * is believed: a wrong head is no note, and a wrong rest is an empty one.
 */
import { KeptNote, type KeptBeside } from './keptNote';
import { cardForms, cardKinds, levels, linkKinds, noteKinds, severities, type Note } from './note';
import { RecordReader, RecordWriter, SharedLists, type WrittenRecord } from './recordCodec';

export interface NoteRecord {
  readonly head: WrittenRecord;
  readonly rest: WrittenRecord;
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
