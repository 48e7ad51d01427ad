import type { Note, TextRange } from '../notes/note';
import { readImport } from './importedNames';
import type { PythonModule } from './pythonModule';
import type { UsedNote } from './usedNotes';

/** An import statement and the notes behind what the text uses of it. */
export interface ImportNotes {
  readonly range: TextRange;
  /** At least one. */
  readonly notes: readonly Note[];
}

/** The import statements at the left margin that lead to notes, in the order of the text. */
export function importNotes({ tree, text }: PythonModule, used: readonly UsedNote[]): readonly ImportNotes[] {
  return tree.topNode.getChildren('ImportStatement').flatMap((statement) => {
    const forms = readImport(statement, text).words.flatMap(({ binds, form }) => (binds && form !== undefined ? [form] : []));
    const notes = used.filter(({ names }) => names.some(({ name }) => forms.some((form) => isBelow(name.replace(/^@/, ''), form)))).map(({ note }) => note);
    return notes.length > 0 ? [{ range: { start: statement.from, end: statement.to }, notes }] : [];
  });
}

/** `asyncio.gather` and `asyncio.run(debug=)` are below `asyncio`. */
function isBelow(name: string, form: string): boolean {
  return name === form || name.startsWith(`${form}.`) || name.startsWith(`${form}(`);
}
