import { NameOrder } from './nameOrder';
import type { Note } from './note';

export interface TopicNode {
  /** `python/concurrency`; empty for the root. */
  readonly path: string;
  /** Last segment of the path. */
  readonly name: string;
  /** By name, in the reader's order of letters and numbers. */
  readonly topics: readonly TopicNode[];
  /** By title. */
  readonly notes: readonly Note[];
}

/** Topics nested by the notes' paths. A topic without notes below it does not exist. Lists are sorted when they are first asked for. */
export class TopicTable {
  private readonly order = new NameOrder();
  private readonly top = new Topic('', '', this.order);

  /** Notes of one topic often come together, and some share the list. */
  private last: { readonly path: readonly string[]; readonly topic: Topic } | undefined;

  get root(): TopicNode {
    return this.top;
  }

  /** Puts `after` where its topic says, instead of `before`. */
  replace(before: Note | undefined, after: Note | undefined): void {
    if (before && after && before.title === after.title && isSameTopic(before.topic, after.topic)) {
      this.find(after.topic)?.update(after);
      return;
    }
    if (before) this.remove(before);
    if (after) this.add(after);
  }

  private find(path: readonly string[]): Topic | undefined {
    let topic: Topic | undefined = this.top;
    for (const name of path) topic = topic?.child(name);
    return topic;
  }

  private add(note: Note): void {
    if (this.last?.path !== note.topic) {
      let topic = this.top;
      for (const name of note.topic) topic = topic.child(name) ?? topic.addChild(name);
      this.last = { path: note.topic, topic };
    }
    this.last.topic.add(note);
  }

  private remove(note: Note): void {
    this.last = undefined;
    const path = [this.top];
    for (const name of note.topic) {
      const child = path.at(-1)?.child(name);
      if (!child) return;
      path.push(child);
    }
    path.at(-1)?.remove(note);
    for (let topic = path.pop(); topic?.isEmpty && path.length > 0; topic = path.pop()) path.at(-1)?.removeChild(topic);
  }
}

class Topic implements TopicNode {
  private readonly children = new Map<string, Topic>();
  private readonly own = new Map<string, Note>();
  private sortedTopics: readonly Topic[] | undefined;
  private sortedNotes: readonly Note[] | undefined;
  /** Whether the sorted notes are those of before some were removed or replaced by others of the same title. */
  private hasOthers = false;

  constructor(
    readonly path: string,
    readonly name: string,
    private readonly order: NameOrder,
  ) {}

  get topics(): readonly TopicNode[] {
    this.sortedTopics ??= this.order.sorted(this.children.values(), ({ name }) => name);
    return this.sortedTopics;
  }

  get notes(): readonly Note[] {
    if (this.hasOthers) this.refresh();
    this.sortedNotes ??= this.order.sorted(this.own.values(), ({ title }) => title, ({ id }) => id);
    return this.sortedNotes;
  }

  get isEmpty(): boolean {
    return this.children.size === 0 && this.own.size === 0;
  }

  child(name: string): Topic | undefined {
    return this.children.get(name);
  }

  addChild(name: string): Topic {
    const child = new Topic(this.path === '' ? name : `${this.path}/${name}`, name, this.order);
    this.children.set(name, child);
    this.sortedTopics = undefined;
    return child;
  }

  removeChild(child: Topic): void {
    this.children.delete(child.name);
    this.sortedTopics = undefined;
  }

  add(note: Note): void {
    this.own.set(note.id, note);
    if (!this.sortedNotes) return;
    if (this.hasOthers) this.refresh(note);
    // Sorting thousands of titles by a language's rules takes longer than anything else here.
    let [low, high] = [0, this.sortedNotes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.sortedNotes[middle];
      if (other && this.compare(other, note) < 0) low = middle + 1;
      else high = middle;
    }
    this.sortedNotes = [...this.sortedNotes.slice(0, low), note, ...this.sortedNotes.slice(low)];
  }

  remove(note: Note): void {
    this.own.delete(note.id);
    this.hasOthers = true;
  }

  /** Keeps the order: title and topic are as before. */
  update(after: Note): void {
    this.own.set(after.id, after);
    this.hasOthers = true;
  }

  /** Once for many changes: each would cost as much as all. `added` is not in its place yet. */
  private refresh(added?: Note): void {
    this.hasOthers = false;
    this.sortedNotes = this.sortedNotes?.flatMap(({ id }) => (id === added?.id ? none : (this.own.get(id) ?? none)));
  }

  private compare(a: Note, b: Note): number {
    return this.order.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  }
}

const none: readonly never[] = [];

function isSameTopic(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
