import { scanBlocks, type Block } from './blocks';
import { anchoredCards } from './cardAnchors';
import { cardText, type CardText } from './cardDraft';
import { findCards } from './findCards';
import { readFrontMatter } from './frontMatter';
import type { Card, Heading, Note, NoteProblem } from './note';
import { noteFields, type NoteFields } from './noteFields';
import { noteLinks } from './noteLinks';
import type { NotePlace } from './notePlace';
import { exactList, ownText } from './ownText';
import { readHeading, type ReadHeading } from './readHeading';
import { UniqueSlugs } from './slug';
import { isComment } from './headingCards';
import { visibleText } from './visibleText';

export interface ParseOptions {
  /** Whether headings that ask are cards in a note whose front matter does not say that it is for studying. Default: false. */
  readonly headings?: boolean;
}

const none: readonly never[] = [];
const longestGist = 300;
/** More headings, links or problems than these come from machines; the rest is left out. */
const mostHeadings = 10_000;
const mostProblems = 200;

/** Reads any text as a note. Never throws: what is wrong becomes a problem of the note. */
export function parseNote(place: NotePlace, text: string, options: ParseOptions = {}): Note {
  const frontMatter = readFrontMatter(text);
  const problems: NoteProblem[] = [...frontMatter.problems];
  const fields = noteFields(frontMatter, problems);
  const source = cardText(text, scanBlocks(text, frontMatter.bodyStart));
  const headings = topHeadings(source);
  const title = headings.find(({ level }) => level === 1);
  const cards = cardsOf(place, source, headings, title, fields, options, problems);
  // Nearly always the two are equal: then the note keeps one.
  const named = fields.title === title?.text ? undefined : fields.title;
  const note: { -readonly [K in keyof Note]: Note[K] } = {
    id: place.id,
    title: named ?? (title?.text || place.fileName),
    topic: fields.topic ?? place.folderTopic,
    tags: fields.tags,
    aliases: fields.aliases,
    levels: fields.levels,
    kind: fields.kind,
    hover: fields.hover,
    appliesTo: fields.appliesTo,
    sources: fields.sources,
    related: fields.related,
    gist: gistOf(source, title?.top, cards),
    headings: withSlugs(source, headings),
    links: noteLinks(text, source.scan.blocks),
    cards,
    problems: exactList(problems.length > mostProblems ? problems.slice(0, mostProblems) : problems),
    bodyStart: frontMatter.bodyStart,
  };
  if (place.language !== undefined) note.language = place.language;
  if (fields.verified !== undefined) note.verified = fields.verified;
  if (fields.copyOf !== undefined) note.copyOf = fields.copyOf;
  return note;
}

function topHeadings({ text, top }: CardText): readonly ReadHeading[] {
  const headings: ReadHeading[] = [];
  for (let index = 0; index < top.length && headings.length < mostHeadings; index += 1) {
    const block = top[index];
    if (block?.kind === 'heading') headings.push(readHeading(text, block, index));
  }
  return headings;
}

function withSlugs({ top }: CardText, headings: readonly ReadHeading[]): readonly Heading[] {
  if (headings.length === 0) return none;
  const slugs = new UniqueSlugs();
  return headings.map(({ top: index, level, text, slug }) => {
    const { start, end } = top[index] ?? { start: 0, end: 0 };
    return { level, text, slug: slugs.of(slug), range: { start, end } };
  });
}

function cardsOf(
  place: NotePlace,
  source: CardText,
  headings: readonly ReadHeading[],
  title: ReadHeading | undefined,
  fields: NoteFields,
  options: ParseOptions,
  problems: NoteProblem[],
): readonly Card[] {
  const rules = {
    mode: fields.cards,
    readsHeadings: fields.readsHeadings || options.headings === true,
    flashcards: fields.tags.some((tag) => tag === 'flashcards' || tag.startsWith('flashcards/')),
    title,
  };
  const drafts = findCards(source, headings, rules, problems);
  return anchoredCards(place.id, source.text, drafts, problems);
}

/** The first paragraph behind the title. */
function gistOf({ text, top }: CardText, titleAt: number | undefined, cards: readonly Card[]): string {
  const first = top.findIndex((block, index) => index !== titleAt && !isSkipped(text, block));
  const block = top[first];
  const titleFollows = titleAt !== undefined && titleAt > first;
  if (block?.kind !== 'paragraph' || titleFollows || (cards[0]?.range.start ?? Infinity) <= block.textStart) return '';
  const gist = visibleStart(text, block, longestGist + 60) ?? visibleStart(text, block, 20 * longestGist) ?? '';
  if (gist.length <= longestGist) return ownText(gist);
  const cut = gist.slice(0, longestGist - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longestGist / 2 ? space : cut.length).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The visible text of a paragraph's first characters; `undefined` where they hold so many marks that it is not enough. */
function visibleStart(text: string, { textStart, textEnd }: Block, length: number): string | undefined {
  const shown = visibleText(text.slice(textStart, Math.min(textEnd, textStart + length)));
  return shown.length > longestGist || textEnd <= textStart + length || length >= 20 * longestGist ? shown : undefined;
}

function isSkipped(text: string, block: Block): boolean {
  return block.kind === 'definitions' || block.kind === 'rule' || (block.kind === 'html' && isComment(text, block));
}
