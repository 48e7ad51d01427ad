import type { FrontMatter } from './frontMatter';
import { cardModes, levels, noteKinds, type CardMode, type Level, type NoteKind, type NoteProblem, type Source, type TextRange } from './note';
import { oneLine, plainLine } from './oneLine';
import { exactList, ownText, remembered } from './ownText';

/** What front matter says about a note. Absent: not said, or said in a way that became a problem. */
export interface NoteFields {
  readonly title?: string;
  readonly topic?: readonly string[];
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly levels: readonly Level[];
  readonly kind: NoteKind;
  readonly hover: readonly string[];
  readonly appliesTo: readonly string[];
  readonly verified?: string;
  readonly sources: readonly Source[];
  readonly related: readonly string[];
  readonly cards: CardMode;
  /** True where the front matter shows a study note, so that `auto` reads headings. */
  readonly readsHeadings: boolean;
  readonly copyOf?: string;
}

/** How the value of a key is read. `undefined`: it says something else, and its author is told what to write. */
interface Field<T> {
  readonly read: (value: unknown) => T | undefined;
  readonly advice: (value: unknown) => string;
}

const none: readonly never[] = [];
/** `yield`, `pkg.mod.Name`, `.method`, `pkg.func(kw=)`, `@pkg.decorator`. */
const hoverName = /^(?:@|\.)?[\p{ID_Start}_]\p{ID_Continue}*(?:\.[\p{ID_Start}_]\p{ID_Continue}*)*(?:\([\p{ID_Start}_]\p{ID_Continue}*=\))?$/u;
/** The same for ASCII, which is nearly always enough and several times as quick. */
const plainHoverName = /^[@.]?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\([A-Za-z_]\w*=\))?$/;

const text: Field<string> = { read: textOf, advice: () => 'Write a text here.' };
const texts: Field<readonly string[]> = { read: (value) => textsOf(value), advice: () => 'Write a text or a list of texts here.' };
const spacedTexts: Field<readonly string[]> = {
  read: (value) => withoutHashes(Array.isArray(value) ? textsOf(value, nameOf) : textOf(value)?.split(/[,\s]+/)),
  advice: () => 'Write a list here, or names with commas or spaces between them.',
};
const topic: Field<readonly string[]> = {
  read: (value) => (typeof value === 'string' ? segmentsOf(value) : textsOf(value)?.flatMap(segmentsOf)),
  advice: texts.advice,
};
const level: Field<Level> = {
  read: (value) => oneOf(levels, value) ?? oneOf(levels, textOf(value)?.toLowerCase()),
  advice: (value) => `Unknown level ${shown(value)}. Use junior, middle or senior.`,
};
const source: Field<Source> = {
  read: (value) => {
    const found = sourceOf(value);
    return found && isWebLink(found.url) ? found : undefined;
  },
  advice: (value) => (sourceOf(value) ? 'A source must be a link that starts with https://.' : 'A source is a link, or a `title` with a `url`.'),
};
const day: Field<string> = {
  read: (value) => (typeof value === 'string' && dayIn(value)) || undefined,
  advice: () => 'Write the day as YYYY-MM-DD.',
};
const kind: Field<NoteKind> = { read: (value) => oneOf(noteKinds, value), advice: (value) => `Unknown kind ${shown(value)}. Use note, comparison or interview.` };
const cards: Field<CardMode> = { read: (value) => oneOf(cardModes, value), advice: (value) => `Unknown value ${shown(value)}. Use auto, headings, explicit or off.` };
const hover: Field<string> = {
  read: (value) => (typeof value === 'string' && hoverNameIn(value)) || undefined,
  advice: () => 'Not a name to hover over. Use a form such as `yield`, `package.Name`, `.method` or `package.function(argument=)`.',
};
const nowhere: TextRange = { start: 0, end: 0 };

export function noteFields(frontMatter: FrontMatter, problems: NoteProblem[]): NoteFields {
  const { data, keys } = frontMatter;
  const say = (code: string, key: string, message: string) => problems.push({ code, message, severity: 'warning', range: keys.get(key) ?? nowhere });
  /** The value of a key, or `undefined` where it is missing, empty or wrong. */
  const one = <T>(key: string, field: Field<T>, code = `bad-${key}`): T | undefined => {
    const value = data[key];
    if (value === undefined || value === null) return undefined;
    const result = field.read(value);
    if (result === undefined) say(code, key, field.advice(value));
    return result;
  };
  /** The good items of a list: a bad one is reported and left out. */
  const each = <T>(key: string, item: Field<T>, code: string): readonly T[] => {
    const value = data[key];
    if (value === undefined || value === null) return none;
    const good: T[] = [];
    for (const part of Array.isArray(value) ? value : [value]) {
      const result = item.read(part);
      if (result !== undefined) good.push(result);
      else say(code, key, item.advice(part));
    }
    return exactList(good);
  };
  return {
    title: one('title', text) || undefined,
    topic: one('topic', topic),
    tags: own(one('tags', spacedTexts)) ?? none,
    aliases: own(one('aliases', texts) ?? one('alias', texts)) ?? none,
    levels: sharedLevels(each('level', level, 'unknown-level')),
    kind: one('kind', kind, 'unknown-kind') ?? 'note',
    hover: each('hover', hover, 'bad-hover'),
    appliesTo: own(one('applies_to', texts)) ?? none,
    verified: one('verified', day),
    sources: each('sources', source, 'bad-source'),
    related: own(one('related', texts)) ?? none,
    cards: one('cards', cards, 'unknown-cards') ?? 'auto',
    readsHeadings: data['topic'] !== undefined || data['level'] !== undefined || data['hover'] !== undefined || data['cards'] !== undefined,
    copyOf: one('copy_of', text),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanName(value) : nameOf(value);
}

/** As `textOf`, for what many notes say: they share it. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return sharedName(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A text, or a list of nothing but texts. */
function textsOf(value: unknown, read = textOf): string[] | undefined {
  const good: string[] = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    const written = read(item);
    if (written === undefined) return undefined;
    if (written !== '') good.push(written);
  }
  return good;
}

function withoutHashes(written: readonly string[] | undefined): readonly string[] | undefined {
  if (!written?.some((tag) => tag === '' || tag.startsWith('#'))) return written;
  return written.map((tag) => (tag.startsWith('#') ? ownText(tag.slice(1)) : tag)).filter((tag) => tag !== '');
}

function sourceOf(value: unknown): Source | undefined {
  if (typeof value === 'string') return { url: ownText(value.trim()) };
  if (typeof value !== 'object' || value === null || !('url' in value) || typeof value.url !== 'string') return undefined;
  const url = ownText(value.url.trim());
  if (!('title' in value) || value.title === null) return { url };
  const title = textOf(value.title);
  return title === undefined ? undefined : title === '' ? { url } : { url, title };
}

function isWebLink(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url);
}

/** The constant itself, so that notes do not each keep a copy. */
function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}

/** Thousands of notes have the same levels: one list for all of them. */
const levelLists: readonly (readonly Level[])[] = [...levels.map((one) => [one]), ['junior', 'middle'], ['middle', 'senior'], levels];

function sharedLevels(list: readonly Level[]): readonly Level[] {
  return levelLists.find((known) => known.length === list.length && known.every((one, index) => one === list[index])) ?? list;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'value';
}

/** One line in NFC without characters that cannot be seen, so that equal names are equal. */
function cleanName(name: string): string {
  return plainLine(name) ?? ownText(oneLine(name.normalize('NFC')));
}

const sharedName = remembered(cleanName);
/** Empty where there is none. */
const hoverNameIn = remembered((written) => {
  const name = cleanName(written);
  return plainHoverName.test(name) || hoverName.test(name) ? name : '';
});
const dayIn = remembered((written) => {
  const day = cleanName(written);
  return isDay(day) ? day : '';
});

const segmentsOf = remembered((path): readonly string[] => exactList(cleanName(path).split('/').map(sharedName).filter((name) => name !== '')));

function own(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && exactList(list);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const month = Number(value.slice(5, 7));
  const dayOfMonth = Number(value.slice(8));
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  return dayOfMonth <= 28 || new Date(Date.UTC(Number(value.slice(0, 4)), month - 1, dayOfMonth)).getUTCDate() === dayOfMonth;
}
