// What stands behind the names of a file, loaded when the first file is looked into.
export { importNotes } from '../../core/python/importNotes';
export { fileNotesOf } from './fileNotes';
export { notesUsedIn } from './notesUsedIn';
