import { parsePython } from '../../../src/core/python/parsePython';
import { namesAt } from '../../../src/core/python/namesAt';
import type { PythonName } from '../../../src/core/python/pythonName';

/** The names at the first `|` of this Python text. */
export function namesAtCursor(marked: string): readonly PythonName[] {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return namesAt(parsePython(text), text, offset);
}

/** All forms, best first, joined by spaces. */
export function formsAtCursor(marked: string): string {
  return namesAtCursor(marked)
    .map(({ form }) => form)
    .join(' ');
}

/** The same without the `.method` candidates behind exact names. */
export function exactAtCursor(marked: string): string {
  return namesAtCursor(marked)
    .filter(({ form }) => !form.startsWith('.'))
    .map(({ form }) => form)
    .join(' ');
}
