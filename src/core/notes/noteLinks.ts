import type { Block } from './blocks';
import { scanInline } from './inline';
import type { NoteLink } from './note';
import { ownText } from './ownText';

const mostLinks = 10_000;

/** The links of a note that may lead to notes: wiki links, and Markdown links without a scheme to `.md`, to a heading or without an extension. */
export function noteLinks(text: string, blocks: readonly Block[]): NoteLink[] {
  const links: NoteLink[] = [];
  let bracket = -1;
  for (const block of blocks) {
    if (links.length >= mostLinks) break;
    if (block.kind === 'definitions') addDefinitions(text, block, links);
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'table') continue;
    if (bracket < block.textStart) {
      bracket = text.indexOf('[', block.textStart);
      if (bracket < 0) bracket = Infinity;
    }
    if (bracket >= block.textEnd) continue;
    for (const { kind, target } of scanInline(text, block.textStart, block.textEnd).links) {
      const written = text.slice(target.start, target.end);
      if (kind === 'wiki' || mayBeNote(written)) links.push({ kind, target: ownText(written), range: target });
    }
  }
  return links;
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
  const path = target.split('#', 1)[0] ?? '';
  return path === '' || /\.md$/i.test(path) || !/\.[^./]*$/.test(path);
}
