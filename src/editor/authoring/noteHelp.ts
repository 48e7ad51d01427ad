// What helps while a note is written, loaded with the first of it.
export { almostCardHints } from './almostCardHints';
export { brokenLinks } from './brokenLinks';
export { completeFrontMatter, hoverFrontMatter } from './frontMatterHelp';
export { completeLink, noteLinksIn, resolveNoteLink } from './linkHelp';
export { fixesFor } from './noteFixes';
