import type { Note } from '../../../src/core/notes/note';

/** The note as a plain object: notes may read some fields only when they are asked for. */
export function everyField(note: Note): Note {
  const { id, language, title, topic, tags, aliases, levels, kind, hover, appliesTo, verified, sources, related, copyOf, gist, headings, links, cards, problems, bodyStart } = note;
  return { id, language, title, topic, tags, aliases, levels, kind, hover, appliesTo, verified, sources, related, copyOf, gist, headings, links, cards, problems, bodyStart };
}
