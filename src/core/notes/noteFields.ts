import * as v from 'valibot';
import type { FrontMatter } from './frontMatter';
import { cardModes, levels, noteKinds, type CardMode, type Level, type NoteKind, type NoteProblem, type Source, type TextRange } from './note';
import { isPlainLine, oneLine } from './oneLine';
import { ownText } from './ownText';

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

const none: readonly never[] = [];
/** `yield`, `pkg.mod.Name`, `.method`, `pkg.func(kw=)`, `@pkg.decorator`. */
const hoverName = /^(?:@|\.)?[\p{ID_Start}_]\p{ID_Continue}*(?:\.[\p{ID_Start}_]\p{ID_Continue}*)*(?:\([\p{ID_Start}_]\p{ID_Continue}*=\))?$/u;

const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], 'Write a text here.'),
  v.transform((value) => cleanName(String(value))),
);
const texts = v.pipe(
  v.union([v.array(text), text], 'Write a text or a list of texts here.'),
  v.transform((value) => (typeof value === 'string' ? [value] : value).filter((item) => item !== '')),
);
const spacedTexts = v.pipe(
  v.union([v.array(text), text], 'Write a list here, or names with commas or spaces between them.'),
  v.transform((value) => (typeof value === 'string' ? value.split(/[,\s]+/) : value).map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '')),
);
const topic = v.pipe(
  texts,
  v.transform((parts) => parts.flatMap((part) => part.split('/')).map(cleanName).filter((part) => part !== '')),
);
const level = v.pipe(
  text,
  v.transform((value) => value.toLowerCase()),
  v.picklist(levels, ({ received }) => `Unknown level ${received}. Use junior, middle or senior.`),
);
const source = v.pipe(
  v.union([v.string(), v.object({ title: v.optional(text), url: v.string() })], 'A source is a link, or a `title` with a `url`.'),
  v.transform((value): Source => (typeof value === 'string' ? { url: ownText(value.trim()) } : { url: ownText(value.url.trim()), ...(value.title && { title: value.title }) })),
  v.check(({ url }) => /^https?:\/\/\S+$/i.test(url), 'A source must be a link that starts with https://.'),
);
const day = v.pipe(
  text,
  v.check((value) => isDay(value), 'Write the day as YYYY-MM-DD.'),
);
const kind = v.picklist(noteKinds, ({ received }) => `Unknown kind ${received}. Use note, comparison or interview.`);
const cards = v.picklist(cardModes, ({ received }) => `Unknown value ${received}. Use auto, headings, explicit or off.`);
const hover = v.pipe(
  text,
  v.check((name) => hoverName.test(name), 'Not a name to hover over. Use a form such as `yield`, `package.Name`, `.method` or `package.function(argument=)`.'),
);
const nowhere: TextRange = { start: 0, end: 0 };

export function noteFields(frontMatter: FrontMatter, problems: NoteProblem[]): NoteFields {
  const { data, keys } = frontMatter;
  const say = (code: string, key: string, message: string) => problems.push({ code, message, severity: 'warning', range: keys.get(key) ?? nowhere });
  /** The value of a key, or `undefined` where it is missing, empty or wrong. */
  const one = <T>(key: string, schema: v.GenericSchema<unknown, T>, code = `bad-${key}`): T | undefined => {
    const value = data[key];
    if (value === undefined || value === null) return undefined;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    say(code, key, result.issues[0].message);
    return undefined;
  };
  /** The good items of a list: a bad one is reported and left out. */
  const each = <T>(key: string, item: v.GenericSchema<unknown, T>, code: string): readonly T[] => {
    const value = data[key];
    if (value === undefined || value === null) return none;
    const good: T[] = [];
    for (const part of Array.isArray(value) ? value : [value]) {
      const result = v.safeParse(item, part);
      if (result.success) good.push(result.output);
      else say(code, key, result.issues[0].message);
    }
    return good;
  };
  return {
    title: one('title', text) || undefined,
    topic: one('topic', topic),
    tags: one('tags', spacedTexts) ?? none,
    aliases: one('aliases', texts) ?? one('alias', texts) ?? none,
    levels: each('level', level, 'unknown-level'),
    kind: one('kind', kind, 'unknown-kind') ?? 'note',
    hover: each('hover', hover, 'bad-hover'),
    appliesTo: one('applies_to', texts) ?? none,
    verified: one('verified', day),
    sources: each('sources', source, 'bad-source'),
    related: one('related', texts) ?? none,
    cards: one('cards', cards, 'unknown-cards') ?? 'auto',
    readsHeadings: ['topic', 'level', 'hover', 'cards'].some((key) => data[key] !== undefined),
    copyOf: one('copy_of', text),
  };
}

/** One line in NFC without characters that cannot be seen, so that equal names are equal. */
function cleanName(name: string): string {
  return ownText(isPlainLine(name) ? name : oneLine(name.normalize('NFC')));
}

function isDay(value: string): boolean {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(dayOfMonth);
}
