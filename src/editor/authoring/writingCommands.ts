// What makes notes and questions, loaded with the first of it.
export { addNoteFolder, useFolder } from './addNoteFolder';
export { addQuestionFromSelection } from './addQuestionFromSelection';
export { newNote, wishesOf } from './newNote';
export { pinIdsInActiveNote } from './pinIds';
