import { NameTable } from './nameTable';
import type { Note } from './note';
import { plainLowerLine, withoutInvisible } from './oneLine';

/** A note in each of its languages. */
export interface NamedNotes {
  readonly id: string;
  readonly notes: readonly Note[];
}

/**
 * What wiki links may call notes: title, aliases and file name, whatever their case. Most links say where their note lies, so nobody's tree
 * waits for this table: it is made when a name is asked for, or before that in steps.
 */
export class LinkNames {
  private table: NameTable | undefined;
  /** What changed while `prepare` was at work. */
  private late: (readonly [id: string, before: readonly Note[], after: readonly Note[]])[] | undefined;

  /** `listed`: all notes that links may lead to, as they are when it is called. */
  constructor(private readonly listed: () => readonly NamedNotes[]) {}

  replace(id: string, before: readonly Note[], after: readonly Note[]): void {
    if (this.table) this.table.replace(id, namesOf(before), namesOf(after));
    else this.late?.push([id, before, after]);
  }

  /** Ids of the notes that go by a name. */
  ids(name: string): Iterable<string> {
    if (!this.table) for (const steps = this.prepare(); !steps.next().done; );
    return this.table?.ids(linkName(name)) ?? none;
  }

  /** Makes the table, a note per step, so that the caller may pause in between. Optional. */
  *prepare(): Generator<void> {
    if (this.table) return;
    const late: NonNullable<typeof this.late> = (this.late = []);
    const table = new NameTable();
    for (const { id, notes } of this.listed()) {
      table.replace(id, none, namesOf(notes));
      yield;
      // Somebody could not wait, or began anew.
      if (this.late !== late) return;
    }
    for (const [id, before, after] of late) table.replace(id, namesOf(before), namesOf(after));
    this.table = table;
    this.late = undefined;
  }
}

const none: readonly never[] = [];

function namesOf(notes: readonly Note[]): readonly string[] {
  const names: string[] = [];
  for (const { id, title, aliases } of notes) {
    names.push(linkName(title));
    for (const alias of aliases) names.push(linkName(alias));
    names.push(linkName(id.slice(Math.max(id.lastIndexOf('/'), id.indexOf(':')) + 1)));
  }
  return names;
}

/** Names that a reader would call equal. */
function linkName(name: string): string {
  return plainLowerLine(name) ?? withoutInvisible(name.normalize('NFC')).trim().toLowerCase();
}
