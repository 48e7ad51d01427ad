/**
 * Writes the ids of cards into their note, so that nothing which is edited later can part a card from its history. Only ids are inserted;
 * every other character stays. What would not be read back as exactly these cards is not written.
 */
import type { Card, Note } from '../notes/note';
import { shortHash } from '../notes/slug';
import { afterLineEnd, lineEndOf, lineStartOf } from '../notes/writtenId';
import { edited, insertion, type TextEdit } from './textEdit';

export interface PinnedIds {
  readonly edits: readonly TextEdit[];
  /** Card ids that change because the old one cannot be written down (`was`, `is`): their histories must be linked. */
  readonly renamed: readonly { readonly was: string; readonly is: string }[];
  /** Cards that could not be pinned. */
  readonly left: readonly string[];
}

interface Pin {
  readonly base: string;
  readonly cards: readonly Card[];
  readonly id: string;
  readonly places: readonly number[];
}

const writable = /^[a-z0-9][a-z0-9-]{0,63}$/;

type Chosen = readonly (readonly [Pin, TextEdit])[];

/** `parse` reads a text as this note. */
export function pinCardIds(text: string, parse: (text: string) => Note): PinnedIds {
  const note = parse(text);
  const pins = pinsOf(text, note);
  const chosen = choose(pins, [], (candidates) => isRead(text, note, candidates, parse));
  const pinned = new Set(chosen.map(([pin]) => pin));
  return {
    edits: chosen.map(([, edit]) => edit),
    renamed: [...pinned].flatMap(({ base, id, cards }) => (base === id ? [] : cards.map((card) => ({ was: card.id, is: `${note.id}#${renamedAnchor(card, base, id)}` })))),
    left: pins.flatMap((pin) => (pinned.has(pin) ? [] : pin.cards.map(({ id }) => id))),
  };
}

/** All at once where that is read back; else by halves, so that one stubborn card costs a few readings and not one for each card. */
function choose(pins: readonly Pin[], before: Chosen, isGood: (candidates: Chosen) => boolean): Chosen {
  const [first] = pins;
  if (!first) return before;
  const all = pins.flatMap((pin): Chosen => (pin.places[0] === undefined ? [] : [[pin, idAt(pin.places[0], pin)]]));
  if (isGood([...before, ...all])) return [...before, ...all];
  if (pins.length > 1) {
    const middle = pins.length >> 1;
    return choose(pins.slice(middle), choose(pins.slice(0, middle), before, isGood), isGood);
  }
  const other = first.places.slice(1).map((place) => [first, idAt(place, first)] as const).find((candidate) => isGood([...before, candidate]));
  return other ? [...before, other] : before;
}

function idAt(place: number, { id }: Pin): TextEdit {
  return insertion(place, ` <!-- ^${id} -->`);
}

/** One for each block that has no id: cards of one block share it. */
function pinsOf(text: string, note: Note): readonly Pin[] {
  const taken = new Set(note.cards.map(({ anchor }) => baseOf(anchor)));
  const blocks = new Map<string, Card[]>();
  for (const card of note.cards) {
    if (card.explicit) continue;
    const cards = blocks.get(baseOf(card.anchor));
    if (cards) cards.push(card);
    else blocks.set(baseOf(card.anchor), [card]);
  }
  return [...blocks].flatMap(([base, cards]) => {
    const [first] = cards;
    if (!first) return [];
    const id = writable.test(base) ? base : freeId(base, taken);
    taken.add(id);
    return [{ base, cards, id, places: placesOf(text, first) }];
  });
}

/** Where an id may stand, best first: on the question's own line, else at the end of the block. */
function placesOf(text: string, { form = 'heading', range }: Card): readonly number[] {
  const firstLine = lineEndOf(text, range.start, range.end);
  const end = withoutSpaces(text, range.end, range.start);
  switch (form) {
    case 'heading': {
      const closing = /[ \t]+#+[ \t]*$/.exec(text.slice(range.start, firstLine));
      const own = withoutSpaces(text, firstLine, range.start);
      return [...(closing ? [range.start + closing.index] : []), own, end];
    }
    case 'tagged':
      return [withoutSpaces(text, firstLine, range.start), end];
    case 'marked': {
      const mark = markLine(text, range.start, range.end);
      return mark === undefined ? [end] : [withoutSpaces(text, lineBefore(text, mark), range.start), end];
    }
    case 'line':
    case 'gaps':
      return [end];
  }
}

/** Whether the text with these ids has the same cards in the same order, those with ids under them and the others as they were. */
function isRead(text: string, before: Note, pins: Chosen, parse: (text: string) => Note): boolean {
  const after = parse(edited(text, pins.map(([, edit]) => edit)));
  const ids = new Map(pins.map(([{ base, id }]) => [base, id]));
  return (
    after.cards.length === before.cards.length &&
    after.problems.length <= before.problems.length &&
    before.cards.every((card, at) => {
      const read = after.cards[at];
      const id = card.explicit ? undefined : ids.get(baseOf(card.anchor));
      const anchor = id === undefined ? undefined : renamedAnchor(card, baseOf(card.anchor), id);
      return read?.front === card.front && read.kind === card.kind && (anchor === undefined ? read.anchor === card.anchor : read.explicit && read.anchor === anchor);
    })
  );
}

function renamedAnchor(card: Card, base: string, id: string): string {
  return id + card.anchor.slice(base.length);
}

/** Cards of one block have its anchor with a suffix such as `/r`. */
function baseOf(anchor: string): string {
  const slash = anchor.indexOf('/');
  return slash < 0 ? anchor : anchor.slice(0, slash);
}

function freeId(base: string, taken: ReadonlySet<string>): string {
  const ascii = base.normalize('NFKD').replace(/[^a-z0-9-]+/g, '-').replace(/-{2,}/g, '-').replace(/^-+|-+$/g, '').slice(0, 50);
  const isTelling = ascii.length >= base.length / 2;
  const id = isTelling ? `${ascii}-${shortHash(base).slice(0, 4)}` : `q-${shortHash(base)}`;
  return taken.has(id) ? `q-${shortHash(`${base} `)}` : id;
}

function markLine(text: string, start: number, end: number): number | undefined {
  for (let line = start; line < end; ) {
    const lineEnd = lineEndOf(text, line, end);
    if (/^\?{1,2}[ \t]*$/.test(text.slice(line, lineEnd).trimStart())) return line;
    line = afterLineEnd(text, lineEnd);
  }
  return undefined;
}

function lineBefore(text: string, line: number): number {
  const at = line - (text.startsWith('\r\n', line - 2) ? 2 : 1);
  return Math.max(at, lineStartOf(text, at, 0));
}

function withoutSpaces(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at -= 1;
  return at;
}
