// Loaded with the first search; what finds slips, only where a query is met nowhere.
export { NoteSearch } from '../../core/search/noteSearch';
export { searchNotes } from './searchNotes';
