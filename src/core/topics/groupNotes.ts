import { levels, type Note } from '../notes/note';
import { NameOrder } from '../notes/nameOrder';
import type { TopicNode } from '../notes/noteIndex';

const order = new NameOrder();

/** Notes by level, junior first. A note of two levels is in both groups; those without one come last, under the empty name. */
export function groupByLevel(notes: Iterable<Note>): readonly TopicNode[] {
  const groups = grouped(notes, (note) => note.levels);
  return ['', ...levels].flatMap((name) => groups.get(name) ?? []).sort((one, other) => rank(one.name) - rank(other.name));
}

/** Notes by tag, in the order of the alphabet. Those without a tag come last, under the empty name. */
export function groupByTag(notes: Iterable<Note>): readonly TopicNode[] {
  const last = (group: TopicNode) => (group.name === '' ? 1 : 0);
  return [...grouped(notes, (note) => note.tags).values()].sort((one, other) => last(one) - last(other) || order.compare(one.name, other.name));
}

function rank(level: string): number {
  const at = levels.findIndex((known) => known === level);
  return at < 0 ? levels.length : at;
}

const unnamed = [''];

function grouped(notes: Iterable<Note>, namesOf: (note: Note) => readonly string[]): ReadonlyMap<string, TopicNode> {
  const groups = new Map<string, NoteGroup>();
  for (const note of notes) {
    const names = namesOf(note);
    for (const name of names.length > 0 ? names : unnamed) {
      const group = groups.get(name);
      if (group) group.add(note);
      else groups.set(name, new NoteGroup(name, note));
    }
  }
  return groups;
}

/** Sorted when it is first opened. */
class NoteGroup implements TopicNode {
  readonly topics = [];
  readonly path: string;
  private members: Note[];
  private sorted = true;

  constructor(
    readonly name: string,
    first: Note,
  ) {
    this.path = name;
    this.members = [first];
  }

  get notes(): readonly Note[] {
    if (!this.sorted) this.members = order.sorted(this.members, ({ title }) => title, ({ id }) => id);
    this.sorted = true;
    return this.members;
  }

  add(note: Note): void {
    if (this.members.at(-1) === note) return;
    this.members.push(note);
    this.sorted = false;
  }
}
