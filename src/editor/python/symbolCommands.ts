// What is done with the word under the cursor, loaded with the first of it.
export { linkSymbolAtCursor } from './linkSymbol';
export { openNoteForSymbol } from './openNoteForSymbol';
