import type { Block } from './blocks';
import { linksIn } from './inline';
import type { NoteLink } from './note';
import { plainLine } from './oneLine';
import { exactList, ownText } from './ownText';
import { searchForward } from './searchForward';

const mostLinks = 10_000;

/** The links of a note that may lead to notes: wiki links, and Markdown links without a scheme to `.md`, to a heading or without an extension. */
export function noteLinks(text: string, blocks: readonly Block[]): readonly NoteLink[] {
  const links: NoteLink[] = [];
  const wikiAt = searchForward(text, '[[');
  const targetAt = searchForward(text, '](');
  for (const block of blocks) {
    if (links.length >= mostLinks) break;
    if (block.kind === 'definitions') addDefinitions(text, block, links);
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'table') continue;
    if (wikiAt(block.textStart) >= block.textEnd && targetAt(block.textStart) >= block.textEnd) continue;
    for (const { kind, target } of linksIn(text, block.textStart, block.textEnd)) {
      const written = text.slice(target.start, target.end);
      if (kind === 'wiki' || mayBeNote(written)) links.push({ kind, target: plainLine(written) ?? ownText(written), range: target });
    }
  }
  return exactList(links);
}

function addDefinitions(text: string, block: Block, links: NoteLink[]): void {
  const definition = /^[ \t]*\[[^\]\n]*\]:[ \t]*<?([^\s>]+)/gm;
  const part = text.slice(block.start, block.end);
  for (let found = definition.exec(part); found; found = definition.exec(part)) {
    const target = found[1] ?? '';
    const start = block.start + definition.lastIndex - target.length;
    if (mayBeNote(target)) links.push({ kind: 'markdown', target: ownText(target), range: { start, end: start + target.length } });
  }
}

function mayBeNote(target: string): boolean {
  if (target === '' || /^(?:[A-Za-z][\w+.-]*:|\/\/)/.test(target)) return false;
  const hash = target.indexOf('#');
  const path = hash < 0 ? target : target.slice(0, hash);
  return path === '' || /\.md$/i.test(path) || !/\.[^./]*$/.test(path);
}
